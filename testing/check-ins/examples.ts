import { addDays } from "@/lib/foundation/dates";
import type { Actor, Case, Command, Decision } from "@/lib/mentoring/check-ins/check-in";
import { decide } from "@/lib/mentoring/check-ins/decide";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";

export const STARTED = new Date("2026-03-02T10:00:00Z");
export const MENTEE: Actor = { kind: "mentee", memberId: "0b8c6d4e-0000-4000-8000-000000000001" };
export const MENTOR: Actor = { kind: "mentor", memberId: "0b8c6d4e-0000-4000-8000-000000000002" };
export const CLOCK: Actor = { kind: "sweep" };

/** So many days after the relationship began, at the same time of day in London. */
export const onDay = (days: number) => addDays(STARTED, days, "Europe/London");

/** Two who have just begun, and have neither met nor written. */
export const BEGUN: Case = {
  relationshipId: "0b8c6d4e-0000-4000-8000-0000000000aa",
  menteeId: "0b8c6d4e-0000-4000-8000-000000000001",
  mentorId: "0b8c6d4e-0000-4000-8000-000000000002",
  startedAt: STARTED,
  agreedUntil: onDay(365),
  endedAt: null,
  lastTogetherAt: STARTED,
  lastMessageAt: null,
  areBothHere: true,
  own: null,
  countsFrom: STARTED,
  question: null,
  round: 0,
  askedAt: null,
  menteeAnswer: null,
  mentorAnswer: null,
  waiting: null,
  chasedAt: null,
  handedAt: null,
  pausedUntil: null,
  pauseAskedBy: null,
  pauseAskedUntil: null,
  dueAt: onDay(1),
  version: 1,
};

/** What a command leads to, with what it depends on; fails the test when it is refused. */
export function become(one: Case, actor: Actor, command: Command, now: Date, settings: Settings = DEFAULT_SETTINGS): Case {
  return { ...one, ...decided(one, actor, command, now, settings).checkIn };
}

export function decided(one: Case, actor: Actor, command: Command, now: Date, settings: Settings = DEFAULT_SETTINGS): Decision {
  const result = decide(one, actor, command, settings, now);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}

/** Both have been asked whether they have met, on day 4. */
export const ASKED = become(BEGUN, CLOCK, { type: "ask", question: "met" }, onDay(4));
