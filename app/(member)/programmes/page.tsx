import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { Viewer } from "@/lib/foundation/viewer";
import { listOffered, type OfferedProgramme } from "@/lib/pairing/joining/queries";
import { sayStanding } from "@/lib/pairing/joining/wording";
import { sayNextDate } from "@/lib/pairing/programmes/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";

export default async function ProgrammesPage({ searchParams }: PageProps<"/programmes">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const offered = await listOffered(viewer, now);
  // With the society's scheme alone there is nothing to choose, and no such page.
  if (offered.length === 0) notFound();
  const { product } = settings.society;
  return (
    <Page
      settings={settings}
      title="Programmes"
      heading="Programmes"
      lede={`Besides what every member finds on ${product}, the society runs these.`}
      done={done}
      isNarrow
    >
      <ul className="grid border-t border-rule">
        {offered.map((one) => (
          <li key={one.programme.id} className="grid max-w-none gap-1.5 border-b border-rule py-5">
            <h2>
              <Link href={`/programmes/${one.programme.id}`} className="prose-plain">
                {one.programme.name}
              </Link>
            </h2>
            <p className="prose-plain">{one.programme.forWhom}</p>
            <p className="text-soft">{sayWhereYouStand(one, viewer, settings, now)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** "You are in it as a mentee. Nobody can join from 1 April." */
function sayWhereYouStand({ programme, standings }: OfferedProgramme, viewer: Viewer, settings: Settings, now: Date): string {
  const said = (["mentee", "mentor"] as const).flatMap((role) => {
    const standing = standings[role];
    return standing ? [sayStanding(standing.status, role, settings.words)] : [];
  });
  const next = sayNextDate(programme, now, viewer.timeZone);
  return [...said, ...(next ? [`${next}.`] : [])].join(" ");
}
