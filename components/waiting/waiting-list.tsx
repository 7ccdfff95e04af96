import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { sayDay } from "@/lib/foundation/dates";
import type { ShownWaiting } from "@/lib/people/waiting/arrange";
import type { Settings } from "@/lib/society/settings/settings";

interface WaitingListProps {
  items: readonly ShownWaiting[];
  words: Settings["words"];
  timeZone: string;
  now: Date;
}

/** What waits, each in a sentence that leads to it. */
export function WaitingList({ items, words, timeZone, now }: WaitingListProps) {
  return (
    <ul className="border-t border-rule">
      {items.map(({ key, sentence, href, at: day, otherRole }) => {
        // Beyond two weeks it would only be the date that the sentence has said.
        const at = day && !sentence.includes(sayDay(day, now, timeZone)) ? day : null;
        return (
          <li key={key} className="max-w-none border-b border-rule py-3.5">
            <p>
              <Link href={href} className="prose-plain inline-block py-0.5">
                {sentence}
              </Link>
            </p>
            {(at || otherRole) && (
              <p className="text-[0.92rem] text-soft">
                {at && <Time at={at} now={now} timeZone={timeZone} as="day" />}
                {at && otherRole && ", "}
                {otherRole && `to you as ${words[otherRole]}`}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
