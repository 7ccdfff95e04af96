import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { fillIn } from "@/lib/notify/letters/placeholders";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { valuesFor } from "@/lib/staff/letters/placeholders";
import { countFates, countOutcomes, findFirst, findLetter } from "@/lib/staff/letters/queries";
import { STATUS_LABELS, sayTo } from "@/lib/staff/letters/wording";
import { DiscardForm, SendForm, StopForm, TestForm } from "./forms";
import { Outcomes } from "./outcomes";
import { Previews } from "./previews";
import { Reach } from "./reach";
import { Times } from "./times";

/** One letter: a draft as its first readers would get it and whom it would reach, or what has become of it. */
export default async function LetterPage({ params, searchParams }: PageProps<"/admin/letters/[id]">) {
  const viewer = await requireStaff("letters");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const letter = await findLetter(viewer, id);
  if (!letter) notFound();
  const isAhead = letter.status === "draft" || letter.status === "scheduled";
  const [reach, first, outcomes] = await Promise.all([
    isAhead ? countFates(viewer, letter, settings, now) : null,
    isAhead ? findFirst(viewer, letter, settings, now) : [],
    isAhead ? {} : countOutcomes(viewer, id),
  ]);
  const readers = first.map((reader) => {
    const values = valuesFor(reader, settings);
    return { ...reader, subject: fillIn(letter.subject, values), words: fillIn(letter.words, values) };
  });
  const seen = { id, seen: letter.version, settings };
  return (
    <Page
      settings={settings}
      title={letter.subject}
      heading={letter.subject}
      lede={`${STATUS_LABELS[letter.status]}. To: ${sayTo(letter, settings)}.`}
      back={{ href: "/admin/letters", label: "Letters to members" }}
      done={done}
      isNarrow
    >
      <Times letter={letter} now={now} timeZone={settings.society.timeZone} />
      {reach ? (
        <>
          <Reach reach={reach} />
          <Previews readers={readers} />
        </>
      ) : (
        <>
          <Outcomes letterId={id} outcomes={outcomes} pairs={letter.pairsRead} />
          <section aria-labelledby="letter" className="grid gap-3">
            <h2 id="letter">The letter</h2>
            <p className="prose-plain">{letter.words}</p>
          </section>
        </>
      )}
      {letter.status === "draft" && (
        <>
          <p>
            <LinkButton href={`/admin/letters/${id}/edit`} kind="quiet">
              Change the letter
            </LinkButton>
          </p>
          <TestForm {...seen} email={viewer.email} />
          <SendForm {...seen} />
          <DiscardForm {...seen} />
        </>
      )}
      {(letter.status === "scheduled" || letter.status === "sending") && <StopForm {...seen} status={letter.status} />}
    </Page>
  );
}
