import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { readId } from "@/lib/foundation/id";
import { fillIn } from "@/lib/notify/letters/placeholders";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { supportLink } from "@/lib/society/settings/support-link";
import { valuesFor } from "@/lib/staff/letters/placeholders";
import { readLetter } from "@/lib/staff/letters/queries";

/** What somebody at the society has written to the viewer, and perhaps to many others. */
export default async function LetterPage({ params, searchParams }: PageProps<"/letters/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { of }] = await Promise.all([readRequest(), params, searchParams]);
  const letter = await readLetter(viewer, id, readId(of));
  if (!letter) findNothing(viewer, "letter");
  await noteArrival();
  const { name: society } = settings.society;
  const values = valuesFor({ ...letter, name: viewer.name }, settings);
  const subject = fillIn(letter.subject, values);
  const answerTo = supportLink(settings);
  return (
    <Page
      settings={settings}
      title={subject}
      heading={subject}
      back={{ href: "/notifications", label: "Notifications" }}
      isNarrow
    >
      <article className="grid gap-2">
        <p className="text-[0.95rem] text-soft">
          {society}, <Time at={letter.at} now={now} timeZone={viewer.timeZone} as="date-time" />
        </p>
        <p className="prose-plain">{fillIn(letter.words, values)}</p>
      </article>
      {answerTo && (
        <p>
          <Link href={answerTo}>Answer {society}</Link>
        </p>
      )}
    </Page>
  );
}
