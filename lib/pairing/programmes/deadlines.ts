import type { Dates, Move, Programme, Status } from "./programme";

type Scheduled = Pick<Programme, "status" | "takesMembers" | keyof Dates>;

/** What its dates ask for in each status, the furthest first: a sweep that comes late goes there in one step. */
const STEPS: Readonly<Record<Status, readonly [Move, keyof Dates][]>> = {
  draft: [["open", "opensAt"]],
  open: [
    ["close", "endsAt"],
    ["start", "startsAt"],
    ["start-matching", "matchingAt"],
    ["close-joining", "joinUntil"],
  ],
  matching: [
    ["close", "endsAt"],
    ["start", "startsAt"],
    ["close-joining", "joinUntil"],
  ],
  running: [
    ["close", "endsAt"],
    ["close-joining", "joinUntil"],
  ],
  closed: [],
  archived: [],
};

function stepsOf(programme: Scheduled): readonly [Move, keyof Dates][] {
  return STEPS[programme.status].filter(([move]) => move !== "close-joining" || programme.takesMembers);
}

/** What the sweep should do with it now. A draft whose end has passed meanwhile stays one. */
export function dueMove(programme: Scheduled, now: Date): Move | null {
  if (programme.status === "draft" && programme.endsAt !== null && programme.endsAt <= now) return null;
  return stepsOf(programme).find(([, date]) => isPast(programme[date], now))?.[0] ?? null;
}

/** When the sweep has next to look at it; null when no date is to come. */
export function nextDue(programme: Scheduled): Date | null {
  const dates = stepsOf(programme).flatMap(([, date]) => programme[date] ?? []);
  if (dates.length === 0) return null;
  const first = new Date(Math.min(...dates.map((at) => at.getTime())));
  // Its end comes before it would open: the sweep would find it for ever.
  return programme.status === "draft" && programme.endsAt !== null && programme.endsAt <= first ? null : first;
}

function isPast(at: Date | null, now: Date): boolean {
  return at !== null && at <= now;
}
