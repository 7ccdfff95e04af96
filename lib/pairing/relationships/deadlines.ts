import { addDays, addMonths } from "@/lib/foundation/dates";
import { isOpen } from "./access";
import type { Asked, Relationship } from "./relationship";

type Scheduled = Pick<Relationship, "startedAt" | "agreedUntil" | "endedAt" | "asked">;

/** The instants at which both are asked whether to end or extend it: a calendar month and a week before the agreed end. */
function askingInstants({ startedAt, agreedUntil }: Scheduled, timeZone: string): { asked: Asked; at: Date }[] {
  const instants: { asked: Asked; at: Date }[] = [
    { asked: "month", at: addMonths(agreedUntil, -1, timeZone) },
    { asked: "week", at: addDays(agreedUntil, -7, timeZone) },
  ];
  return instants.filter(({ at }) => at > startedAt);
}

/** When the clock has next to look at it: the next time to ask, else the agreed end; null when it has ended. */
export function nextDue(relationship: Scheduled, timeZone: string): Date | null {
  if (relationship.endedAt) return null;
  return stillToAsk(relationship, timeZone)[0]?.at ?? relationship.agreedUntil;
}

/** What the clock should do with it now. The end beats asking, and of two askings only the newer one goes out. */
export function dueCommand(
  relationship: Scheduled,
  timeZone: string,
  now: Date,
): { type: "complete" } | { type: "remind"; asked: Asked } | null {
  if (relationship.endedAt) return null;
  if (!isOpen(relationship, now)) return { type: "complete" };
  const due = stillToAsk(relationship, timeZone).findLast(({ at }) => at <= now);
  return due ? { type: "remind", asked: due.asked } : null;
}

function stillToAsk(relationship: Scheduled, timeZone: string) {
  const instants = askingInstants(relationship, timeZone);
  return instants.slice(instants.findIndex(({ asked }) => asked === relationship.asked) + 1);
}
