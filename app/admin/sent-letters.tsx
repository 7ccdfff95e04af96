import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Settings } from "@/lib/society/settings/settings";
import type { LetterToPair } from "@/lib/staff/letters/letter";
import { sayOutcomes } from "@/lib/staff/letters/wording";
import type { SentLetter } from "@/lib/staff/relationships/letters/queries";

interface SentLettersProps {
  letters: readonly SentLetter[];
  /** Those that went to the partners of many relationships. */
  toMany: readonly LetterToPair[];
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** What staff have written to both of two people, or to one of them, newest first. */
export function SentLetters({ letters, toMany, settings, ...when }: SentLettersProps) {
  const all = [
    ...letters.map((letter) => ({ letter, shown: <ToTheTwo letter={letter} settings={settings} {...when} /> })),
    ...toMany.map((letter) => ({ letter, shown: <ToMany letter={letter} settings={settings} {...when} /> })),
  ].sort((a, b) => b.letter.at.getTime() - a.letter.at.getTime());
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="letters" className="grid grid-cols-1 gap-4">
      <h2 id="letters">Letters</h2>
      {all.map(({ letter: { id }, shown }) => (
        <article key={id} className="grid grid-cols-1 gap-2 border-t border-rule pt-4">
          {shown}
        </article>
      ))}
    </section>
  );
}

type Shown<Letter> = Pick<SentLettersProps, "settings" | "timeZone" | "now"> & { letter: Letter };

function ToTheTwo({ letter, settings, timeZone, now }: Shown<SentLetter>) {
  const { at, subject, words, behalfOf, toOne, authorName } = letter;
  return (
    <>
      <h3>{subject}</h3>
      <p className="text-[0.95rem] text-soft">
        {authorName ?? "A colleague"}, <Time at={at} now={now} timeZone={timeZone} as="date-time" />
        {toOne ? `, to the ${settings.words[toOne]} alone` : ", to both"}
        {behalfOf && `, on behalf of the ${settings.words[behalfOf]}`}
      </p>
      <p className="prose-plain">{words}</p>
    </>
  );
}

/** Its words are on its own page, where whoever may open it reads them. */
function ToMany({ letter, settings, timeZone, now }: Shown<LetterToPair>) {
  const { id, at, subject, authorName, outcomes, isTheirs } = letter;
  return (
    <>
      <h3 className="wrap-anywhere">{isTheirs ? <Link href={`/admin/letters/${id}`}>{subject}</Link> : subject}</h3>
      <p className="text-[0.95rem] text-soft">
        {authorName ?? "A colleague"}, <Time at={at} now={now} timeZone={timeZone} as="date-time" />, to the partners of many
        relationships
      </p>
      <ul className="grid grid-cols-1 gap-1">
        {sayOutcomes(outcomes, settings.words).map((said) => (
          <li key={said}>{said}.</li>
        ))}
      </ul>
    </>
  );
}
