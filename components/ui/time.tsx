import { sayDate, sayDateTime, sayDay } from "@/lib/foundation/dates";

interface TimeProps {
  at: Date;
  now: Date;
  timeZone: string;
  /** "14 November", "Saturday 14 November, 14:05", or "in 3 days". */
  as?: "date" | "date-time" | "day";
}

const SAY = { date: sayDate, "date-time": sayDateTime, day: sayDay };

/** An instant as people say it, with the exact one for whoever wants it. */
export function Time({ at, now, timeZone, as = "date" }: TimeProps) {
  return (
    <time dateTime={at.toISOString()} title={`${sayDateTime(at, now, timeZone)} (${timeZone.replaceAll("_", " ")})`}>
      {SAY[as](at, now, timeZone)}
    </time>
  );
}
