import type { Role } from "@/lib/foundation/viewer";

/** What the list of a letter holds: members, or relationships, of each of which both partners are written to. */
export const LETTER_LISTS = ["members", "relationships"] as const;
export type LetterList = (typeof LETTER_LISTS)[number];

export interface LetterText {
  subject: string;
  words: string;
}

/** A letter of staff to one member, to everybody on a filtered list, or to both partners of every relationship on one. */
export interface MemberLetter extends LetterText {
  id: string;
  list: LetterList;
  /** To this one alone; null: to everybody whom `filters` find. */
  memberId: string | null;
  /** As in the address of Members, or of Relationships: "?role=mentor"; empty: all of them. */
  filters: string;
  /** The member of staff who wrote it last, or sent it. */
  authorId: string;
  /** Of the list only members or relationships of these programmes, which a coordinator looks after; empty: all of it. */
  programmeIds: string[];
  status: LetterStatus;
  version: number;
  /** Of how many relationships the partners have become its recipients; null before that, and for members. */
  pairsRead: number | null;
  dueAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** A letter that is due to begin, or that is being sent. */
export type DueLetter = Pick<
  MemberLetter,
  | "id"
  | "list"
  | "memberId"
  | "filters"
  | "authorId"
  | "programmeIds"
  | "subject"
  | "words"
  | "status"
  | "version"
  | "startedAt"
> & {
  dueAt: Date;
  readUpTo: string | null;
  isRead: boolean;
};

/** Where a list has been read to. */
export type Read = Pick<DueLetter, "version" | "readUpTo" | "isRead">;

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
  | "unknown-placeholder"
  | "nobody";

/**
 * What becomes of a letter for somebody on its list, before it is sent: it goes by mail, at once or in their digest, is only in the
 * product, or does not reach them at all.
 */
export const FATES = ["mail", "digest", "unsubscribed", "blocked", "had-it", "apart", "suspended", "deleted"] as const;
export type Fate = (typeof FATES)[number];

/** What has become of it, for everybody who was on the list when it was sent. */
export const OUTCOMES = [
  "sent",
  "on-its-way",
  "digest",
  "failed",
  "overtaken",
  "product-only",
  ...(["had-it", "apart", "suspended", "deleted", "stopped", "waiting"] as const),
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(text: unknown): text is Outcome {
  return OUTCOMES.some((one) => one === text);
}

/** A letter to the partners of a list of relationships, as the page of one of these tells of it. */
export interface LetterToPair {
  id: string;
  subject: string;
  authorName: string | null;
  at: Date;
  /** What has become of it for each; without one, they read the same words for another of their relationships. */
  outcomes: Partial<Record<Role, Outcome>>;
  /** Whether the viewer may open it. */
  isTheirs: boolean;
}

/** Somebody whom a letter is for, as far as its words differ by it. Of a letter to members role and partner are null. */
export interface Reader {
  name: string;
  /** Theirs in the relationship for which they read it. */
  role: Role | null;
  partnerName: string | null;
}
