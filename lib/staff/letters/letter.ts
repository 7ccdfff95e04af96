/** A letter of staff to one member, or to everybody on a filtered list. */
export interface MemberLetter {
  id: string;
  /** To this one alone; null: to everybody whom `filters` find. */
  memberId: string | null;
  /** As in the address of Members: "?role=mentor"; empty: all members. */
  filters: string;
  subject: string;
  words: string;
  status: LetterStatus;
  version: number;
  dueAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
}

export type LetterStatus = "draft" | "scheduled" | "sending" | "sent" | "stopped";

export const LETTER_COMMANDS = ["edit", "test", "send", "discard", "stop"] as const;
export type LetterCommand = (typeof LETTER_COMMANDS)[number];

export type LetterRefusal =
  | "not-staff"
  | "not-found"
  | "changed-meanwhile"
  | "not-a-draft"
  | "not-under-way"
  | "in-the-past"
  | "too-far"
  | "already-sent"
  | "nobody";

/**
 * What becomes of a letter for somebody on its list, before it is sent: it goes by mail, at once or in their digest, is only in the
 * product, or does not reach them at all.
 */
export const FATES = ["mail", "digest", "unsubscribed", "blocked", "had-it", "suspended", "deleted"] as const;
export type Fate = (typeof FATES)[number];

/** What has become of it, for everybody who was on the list when it was sent. */
export const OUTCOMES = [
  "sent",
  "on-its-way",
  "digest",
  "failed",
  "overtaken",
  "product-only",
  ...(["had-it", "suspended", "deleted", "stopped", "waiting"] as const),
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(text: unknown): text is Outcome {
  return OUTCOMES.some((one) => one === text);
}
