import { Time } from "@/components/ui/time";
import type { LetterEntry } from "@/lib/staff/letters/queries";

interface TimesProps {
  letter: LetterEntry;
  now: Date;
  /** The society's. */
  timeZone: string;
}

/** Who wrote a letter, and when it is sent or was. */
export function Times({ letter: { authorName, status, dueAt, startedAt, endedAt }, ...when }: TimesProps) {
  return (
    <p className="text-soft">
      By {authorName ?? "a colleague"}.
      {status === "scheduled" && dueAt && (
        <>
          {" "}
          It is sent on <Time {...when} at={dueAt} as="date-time" />.
        </>
      )}
      {startedAt && (
        <>
          {" "}
          Begun on <Time {...when} at={startedAt} as="date-time" />.
        </>
      )}
      {endedAt && (
        <>
          {" "}
          {status === "stopped" ? "Stopped" : "Ended"} on <Time {...when} at={endedAt} as="date-time" />.
        </>
      )}
    </p>
  );
}
