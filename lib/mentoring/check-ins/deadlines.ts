import { addDays } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import { relationshipsOf } from "@/lib/pairing/programmes/settings-of";
import { isOpen } from "@/lib/pairing/relationships/access";
import type { Settings } from "@/lib/society/settings/settings";
import type { Case } from "./check-in";
import { OPEN_DAYS, type Question } from "./question";

/** Settings that change in between take effect within a week: at the latest then the sweep looks again. */
const LOOK_AGAIN_DAYS = 7;

type Rules = Pick<Settings, "relationships" | "society">;

/** The command that the sweep should give now; null when there is nothing to ask or to say. A question says more than the end of a pause. */
export function dueCommand(
  one: Case,
  settings: Rules,
  now: Date,
): { type: "ask"; question: Question } | { type: "hand" | "resume" } | null {
  if (!isOpen(one, now) || isPaused(one, now) || !one.areBothHere) return null;
  const handAt = findHandAt(one, settings);
  if (handAt) return handAt <= now ? { type: "hand" } : null;
  const due = listQuestions(one, settings).findLast(({ at }) => at <= now);
  if (due) return { type: "ask", question: due.question };
  return isPauseUntold(one) ? { type: "resume" } : null;
}

/** Whether a pause has lasted until its day, and nothing has been done since: until then, that instant is the one that is due. */
function isPauseUntold({ pausedUntil, dueAt }: Case): boolean {
  return pausedUntil !== null && pausedUntil.getTime() === dueAt?.getTime();
}

/** When the sweep next has to look at it; null once it is over. */
export function nextDue(one: Case, settings: Rules, now: Date): Date | null {
  if (!isOpen(one, now)) return null;
  if (one.pausedUntil && one.pausedUntil > now) return one.pausedUntil;
  const atTheLatest = addDays(now, LOOK_AGAIN_DAYS, settings.society.timeZone);
  if (!one.areBothHere) return atTheLatest;
  // The days of the first question are looked at in any case: a meeting that is arranged may be declined by then.
  const days = listFirstDays(one, settings).filter((at) => at > now);
  const at = findHandAt(one, settings) ?? listQuestions(one, settings)[0]?.at;
  const instants = [...days, ...(at ? [at] : []), atTheLatest];
  return new Date(Math.min(...instants.map(Number)));
}

export function isPaused({ pausedUntil }: Pick<Case, "pausedUntil">, now: Date): boolean {
  return pausedUntil !== null && pausedUntil > now;
}

/** Whether what the two have done since has answered the question for them. */
export function isSettled({ question, startedAt, askedAt, lastTogetherAt, lastMessageAt }: Case): boolean {
  if (question === null || askedAt === null) return true;
  return question === "met" ? lastTogetherAt > startedAt : latest(lastTogetherAt, lastMessageAt) > askedAt;
}

/** Whether this one of the two still has the question before them. */
export function isOpenFor(one: Case, role: Role, now: Date, timeZone: string): boolean {
  if (isSettled(one) || answerOf(one, role) !== null) return false;
  return isAnswerable(one, now, timeZone) && !isPaused(one, now);
}

/** Whether an answer can be given, or changed. */
export function isAnswerable(one: Case, now: Date, timeZone: string): boolean {
  const until = openUntil(one, timeZone);
  return until !== null && until > now && isOpen(one, now);
}

/** Until when the last question can be answered; null before the first. A partner whom we ask later has the same number of days. */
export function openUntil({ askedAt, chasedAt }: Pick<Case, "askedAt" | "chasedAt">, timeZone: string): Date | null {
  return askedAt && addDays(latest(askedAt, chasedAt), OPEN_DAYS, timeZone);
}

export function answerOf({ menteeAnswer, mentorAnswer }: Case, role: Role) {
  return role === "mentee" ? menteeAnswer : mentorAnswer;
}

/** When staff are told that one of the two has had no reply; null when neither waits, or when staff know already. */
function findHandAt(one: Case, { relationships: { tellStaffAfterDays }, society: { timeZone } }: Rules): Date | null {
  const { waiting, chasedAt, handedAt } = one;
  if (!waiting || !chasedAt || handedAt || tellStaffAfterDays === 0 || isSettled(one)) return null;
  return addDays(chasedAt, tellStaffAfterDays, timeZone);
}

/** The questions that are still to be asked if nothing changes, the first one first. */
function listQuestions(one: Case, settings: Rules): { question: Question; at: Date }[] {
  const { askIfStillMeetingAfterDays } = relationshipsOf(one.own, settings.relationships);
  const { startedAt, lastTogetherAt, lastMessageAt, countsFrom, askedAt, handedAt } = one;
  const since = latest(countsFrom, askedAt, handedAt);
  // A partner who has told us that no reply comes is not asked again whether they have met.
  const hasMet = lastTogetherAt > startedAt || handedAt !== null;
  const first = hasMet
    ? []
    : listFirstDays(one, settings)
        .filter((at) => at > since)
        .map((at) => ({ question: "met" as const, at }));
  if (first.length > 0 || askIfStillMeetingAfterDays === 0) return first;
  const quietSince = latest(since, startedAt, lastTogetherAt, lastMessageAt);
  return [{ question: "still", at: addDays(quietSince, askIfStillMeetingAfterDays, settings.society.timeZone) }];
}

function listFirstDays({ startedAt, own }: Case, { relationships, society: { timeZone } }: Rules): Date[] {
  return relationshipsOf(own, relationships).askIfMetOnDays.map((days) => addDays(startedAt, days, timeZone));
}

function latest(first: Date, ...others: (Date | null)[]): Date {
  return others.reduce<Date>((newest, one) => (one && one > newest ? one : newest), first);
}
