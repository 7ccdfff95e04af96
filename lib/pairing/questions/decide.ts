import { addDays } from "@/lib/foundation/dates";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { firstFree } from "@/lib/pairing/proposals/places";
import {
  type AskRefusal,
  type Circumstances,
  type Exchange,
  MOST_BEFORE,
  OPEN_DAYS,
  type Question,
  type QuestionStatus,
  type WriteRefusal,
} from "./question";

/** What asking makes: the place it takes, and when it closes without a reply. */
export interface Asked {
  slot: number;
  dueAt: Date;
}

/** A mentee asks a mentor: calendar days in the society's zone, at the same local time of day. */
export function decideToAsk(menteeId: string, mentorId: string, given: Circumstances, now: Date): Result<Asked, AskRefusal> {
  if (menteeId === mentorId) return refuse("own");
  if (!given.areBothActive) return refuse("not-found");
  if (given.arePartners) return refuse("partners");
  if (!given.within.areBothIn) return refuse("not-in-programme");
  if (!given.within.takesProposals) return refuse("programme-closed");
  if (given.isReady === false) return refuse("not-ready");
  if (given.hasOpenProposal) return refuse("proposal-open");
  if (given.areKeptApart) return refuse("kept-apart");
  if (given.takesNoQuestions || given.openQuestions === 0) return refuse("no-questions");
  if (given.lastAskedAt && now < openUntil(given.lastAskedAt, given.timeZone)) return refuse("asked-already");
  if (!given.isListed) return refuse("unavailable");
  if (given.within.open >= given.openQuestions) return refuse("too-many-open");
  return done({ slot: firstFree(given.takenSlots), dueAt: addDays(now, given.questionDays, given.timeZone) });
}

/** The date decides, not the sweep. */
export function statusAt({ status, dueAt }: Pick<Question, "status" | "dueAt">, now: Date): QuestionStatus {
  return status === "waiting" && dueAt && dueAt <= now ? "unanswered" : status;
}

/** Between which two, and because of what, a message may be written; `question` is the one that it answers. */
export interface Writing {
  menteeId: string;
  mentorId: string;
  answers: string | null;
}

/**
 * Whether one of the two may write now. While a proposal waits, its mentor may ask, and its mentee may answer; its deadline
 * goes on. After a question both may go on for a few messages, but a mentee who had no reply may not ask again. A mentor's
 * late reply is welcome.
 */
export function decideToWrite(
  memberId: string,
  exchange: Exchange,
  timeZone: string,
  now: Date,
): Result<Writing, WriteRefusal> {
  if (!exchange.isPartnerActive) return refuse("away");
  const asked = writeAfterQuestion(memberId, exchange, timeZone, now);
  const { proposal, question } = exchange;
  if (!proposal) return asked;
  const isMentor = memberId === proposal.mentorId;
  if (asked.ok && (isMentor || !proposal.isMentorHeard)) return asked;
  if (proposal.written >= MOST_BEFORE) return refuse("enough");
  if (!isMentor && !proposal.isMentorHeard) return refuse("wait");
  const { menteeId, mentorId } = proposal;
  return done({ menteeId, mentorId, answers: isMentor ? waitingFor(question, mentorId) : null });
}

function writeAfterQuestion(
  memberId: string,
  { question, written }: Exchange,
  timeZone: string,
  now: Date,
): Result<Writing, WriteRefusal> {
  const refusal = whyOver(memberId, question, written, timeZone, now);
  if (refusal || !question) return refusal ?? refuse("over");
  const { menteeId, mentorId } = question;
  return done({ menteeId, mentorId, answers: waitingFor(question, memberId) });
}

function whyOver(
  memberId: string,
  question: Question | null,
  written: number,
  timeZone: string,
  now: Date,
): Refusal<WriteRefusal> | null {
  if (!question || question.status === "closed" || now >= openUntil(question.askedAt, timeZone)) return refuse("over");
  if (written >= MOST_BEFORE) return refuse("enough");
  return memberId === question.menteeId && statusAt(question, now) === "unanswered" ? refuse("unanswered") : null;
}

/** The question that a message of this member replies to. */
function waitingFor(question: Question | null, memberId: string): string | null {
  const isWaiting = question?.status === "waiting" || question?.status === "unanswered";
  return question && isWaiting && question.mentorId === memberId ? question.id : null;
}

function openUntil(askedAt: Date, timeZone: string): Date {
  return addDays(askedAt, OPEN_DAYS, timeZone);
}
