import type { Role } from "@/lib/foundation/viewer";

/**
 * Something a member is to be told, in the product and by e-mail. `key` names the one occasion
 * (`proposal:<id>:<round>:reminder:7`): saving it again, from anywhere, tells nobody twice.
 */
export interface Notice<Kind extends string = string> {
  key: string;
  to: string;
  /** The role in which it concerns them. */
  role: Role | null;
  kind: Kind;
  proposalId: string | null;
  /** The other person in it. */
  aboutId: string | null;
  data: NoticeData;
}

/** Numbers and instants (ISO 8601) that the sentence needs; never private words. */
export interface NoticeData {
  /** Days since the proposal was sent. */
  day?: number;
  expiresAt?: string;
  /** The proposal has come to nothing, and the mentee has named whom to ask next. */
  isPassedOn?: boolean;
  /** The one-time link that goes with it: its id, never its secret. */
  linkId?: string;
  /** The meeting, and its time when this was said. */
  meetingId?: string;
  startsAt?: string;
  endsAt?: string;
  /** Whose answer the meeting still waited for; absent when it was agreed. */
  awaits?: "reader" | "partner";
  /** The letter of the society that it tells of. */
  letterId?: string;
  /** It is for one of the two alone. */
  isAlone?: boolean;
  /** When a relationship ends, or would end. */
  agreedUntil?: string;
  /** When a deleted account is erased. */
  eraseAt?: string;
  /** Until when a relationship is to be paused. */
  pauseUntil?: string;
  /** Which question its links answer, and until when they work. */
  round?: number;
  answerUntil?: string | undefined;
  /** That question is whether they are still meeting, rather than whether they have met. */
  isStill?: boolean;
  /** By how many months a relationship is to be extended. */
  months?: number;
  /** The conversation of two who have no relationship yet. */
  conversationId?: string;
  /** The request to support, and what it is called. */
  requestId?: string;
  /** A mentor who is free, and how many others are. */
  mentorId?: string;
  others?: number;
  reference?: string;
  /** A programme of the society, and its name at that time. */
  programmeId?: string;
  programme?: string;
  /** What a member was asked in a survey, and what the survey is called. */
  surveyAskingId?: string;
  survey?: string;
  /** A condition of a role, its name at that time, and from when it counts. */
  conditionId?: string;
  condition?: string;
  countsAt?: string;
  /** It is training, which the member does again by themselves. */
  isTraining?: boolean;
  /** Somebody without an account who was asked to recommend the member. */
  refereeId?: string;
  /** The first and the last day of a period, such as 2026-10-01. */
  from?: string;
  to?: string;
}
