import { Time } from "@/components/ui/time";
import type { Settings } from "@/lib/society/settings/settings";
import type { SentLetter } from "@/lib/staff/relationships/letters/queries";

interface SentLettersProps {
  letters: readonly SentLetter[];
  settings: Settings;
  timeZone: string;
  now: Date;
}

/** What staff have written to both of two people, or to one of them, newest first. */
export function SentLetters({ letters, settings, timeZone, now }: SentLettersProps) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters" className="grid gap-4">
      <h2 id="letters">Letters</h2>
      {letters.map(({ id, at, subject, words, behalfOf, toOne, authorName }) => (
        <article key={id} className="grid gap-2 border-t border-rule pt-4">
          <h3>{subject}</h3>
          <p className="text-[0.95rem] text-soft">
            {authorName ?? "A colleague"}, <Time at={at} now={now} timeZone={timeZone} as="date-time" />
            {toOne ? `, to the ${settings.words[toOne]} alone` : ", to both"}
            {behalfOf && `, on behalf of the ${settings.words[behalfOf]}`}
          </p>
          <p className="prose-plain">{words}</p>
        </article>
      ))}
    </section>
  );
}
