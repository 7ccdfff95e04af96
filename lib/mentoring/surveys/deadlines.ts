import { addDays, dayOf } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { QUIET_DAYS, type Standing } from "./survey";

/** What decides whether the two of a relationship are asked now. */
export interface Round {
  relationshipId: string;
  /** What came before is not asked about. */
  countsFrom: Date;
  dueAt: Date | null;
  version: number;
  menteeId: string;
  mentorId: string;
  startedAt: Date;
  endedAt: Date | null;
  /** A pause of this relationship. */
  pausedUntil: Date | null;
  /** When both were last asked whether they meet. */
  checkedInAt: Date | null;
  /** The last meeting that was held. */
  lastMeeting: { id: string; endsAt: Date } | null;
  sides: Readonly<Record<Role, Side>>;
}

export interface Side {
  /** Whether they may sign in. */
  isHere: boolean;
  /** When they were last asked anything. */
  askedAt: Date | null;
  /** The occasions of this relationship about which they have been asked. */
  occasions: readonly string[];
}

export interface Due {
  role: Role;
  survey: Standing;
  occasion: string;
}

type Rules = Pick<Settings, "surveys" | "society">;

/** For how many days an occasion is worth asking about, when it could not be asked at once. */
const FRESH_DAYS: Readonly<Record<Standing, number>> = { meeting: 7, pulse: 14, closing: 30 };
/** Settings that change in between take effect within a week. */
const LOOK_AGAIN_DAYS = 7;
const ROLES = ["mentee", "mentor"] as const;

/** Which of the two the sweep should ask now, and about what. Each is asked one thing at most. */
export function dueAskings(round: Round, settings: Rules, now: Date): Due[] {
  const open = listOpen(round, settings, now);
  return ROLES.flatMap((role) => {
    const next = mayBeAsked(round, role, settings, now) && open.find((one) => isNew(round, role, one));
    return next ? [{ role, survey: next.survey, occasion: next.occasion }] : [];
  });
}

/** When the sweep next has to look, once it has asked `asked`; null when nothing more will be asked. */
export function nextDue(round: Round, asked: readonly Due[], settings: Rules, now: Date): Date | null {
  const { timeZone } = settings.society;
  const waits = listOpen(round, settings, now).some((one) =>
    ROLES.some((role) => round.sides[role].isHere && isNew(round, role, one) && !asked.some((due) => due.role === role)),
  );
  if (waits) return addDays(now, 1, timeZone);
  if (round.endedAt) return null;
  const pulse = pulseAfter(round, settings, now);
  const look = addDays(now, LOOK_AGAIN_DAYS, timeZone);
  return pulse && pulse < look ? pulse : look;
}

interface Open {
  survey: Standing;
  occasion: string;
}

/** What could be asked now, the most important first. */
function listOpen(round: Round, settings: Rules, now: Date): Open[] {
  const { surveys, society } = settings;
  const isFresh = (survey: Standing, at: Date) =>
    at >= round.countsFrom && at <= now && addDays(at, FRESH_DAYS[survey], society.timeZone) > now;
  const { relationshipId, endedAt, lastMeeting } = round;
  if (endedAt) {
    return surveys.closing && isFresh("closing", endedAt) ? [{ survey: "closing", occasion: `closing:${relationshipId}` }] : [];
  }
  const open: Open[] = [];
  if (surveys.meeting && lastMeeting && isFresh("meeting", lastMeeting.endsAt)) {
    open.push({ survey: "meeting", occasion: `meeting:${lastMeeting.id}` });
  }
  const number = pulsesBy(round, settings, now);
  if (surveys.pulse && number > 0 && isFresh("pulse", pulseAt(round, number, settings))) {
    open.push({ survey: "pulse", occasion: `pulse:${relationshipId}:${number}` });
  }
  return open;
}

function isNew({ sides }: Round, role: Role, { occasion }: Open): boolean {
  return !sides[role].occasions.includes(occasion);
}

/** Leaves out members we have asked lately, the day of a check-in, and the time while the two pause. */
function mayBeAsked(round: Round, role: Role, { society: { timeZone } }: Rules, now: Date): boolean {
  const { isHere, askedAt } = round.sides[role];
  if (!isHere || (askedAt && addDays(askedAt, QUIET_DAYS, timeZone) > now)) return false;
  if (round.endedAt) return true;
  if (round.pausedUntil && round.pausedUntil > now) return false;
  return !(round.checkedInAt && dayOf(round.checkedInAt, timeZone) === dayOf(now, timeZone));
}

function pulseAt({ startedAt }: Round, number: number, { surveys, society }: Rules): Date {
  return addDays(startedAt, surveys.pulseOnDay + (number - 1) * surveys.pulseEveryDays, society.timeZone);
}

/** How many pulses have come by then. */
function pulsesBy(round: Round, settings: Rules, now: Date): number {
  let number = 0;
  while (pulseAt(round, number + 1, settings) <= now) number++;
  return number;
}

function pulseAfter(round: Round, settings: Rules, now: Date): Date | null {
  return settings.surveys.pulse ? pulseAt(round, pulsesBy(round, settings, now) + 1, settings) : null;
}
