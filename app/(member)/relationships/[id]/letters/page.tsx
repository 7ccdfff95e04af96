import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { supportLink } from "@/lib/society/settings/support-link";
import type { Letter } from "@/lib/staff/relationships/letters/prepared";
import { listLetters } from "@/lib/staff/relationships/letters/queries";

/** What somebody at the society has written to the two, or to the viewer alone. */
export default async function LettersPage({ params }: PageProps<"/relationships/[id]/letters">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await listLetters(viewer, id);
  if (!found) findNothing(viewer, "relationship");
  await noteArrival();
  const { letters, partnerName, viewerIs, isRelationship } = found;
  const society = settings.society.name;
  const answerTo = supportLink(settings);
  return (
    <Page
      settings={settings}
      title="Letters from the society"
      heading="Letters from the society"
      lede={ledeOf(letters, partnerName)}
      back={
        isRelationship
          ? { href: `/relationships/${id}`, label: `You and ${partnerName}` }
          : { href: `/relationships/${id}/details`, label: `The proposal between you and ${partnerName}` }
      }
      isNarrow
    >
      {letters.length === 0 && (
        <EmptyState heading="No letters">
          <p>{society} has not written to you here.</p>
        </EmptyState>
      )}
      {letters.map(({ id: letterId, at, subject, words, behalfOf, toOne }) => (
        <article key={letterId} id={letterId} className="grid gap-2 border-t border-rule pt-5">
          <h2 className="prose-plain">{subject}</h2>
          <p className="text-[0.95rem] text-soft">
            {society}
            {toOne && ", to you alone"}
            {behalfOf && (behalfOf === viewerIs ? ", on your behalf" : `, on behalf of ${partnerName}`)},{" "}
            <Time at={at} now={now} timeZone={viewer.timeZone} as="date-time" />
          </p>
          <p className="prose-plain">{words}</p>
        </article>
      ))}
      {letters.length > 0 && answerTo && (
        <p>
          <Link href={answerTo}>Answer {society}</Link>. {partnerName} does not see your answer.
        </p>
      )}
    </Page>
  );
}

function ledeOf(letters: readonly Letter[], partnerName: string): string | undefined {
  const isShared = letters.some(({ toOne }) => toOne === null);
  if (!isShared) return undefined;
  return letters.some(({ toOne }) => toOne !== null)
    ? `${partnerName} was sent the same letters, but for those to you alone.`
    : `You and ${partnerName} were both sent the same letters.`;
}
