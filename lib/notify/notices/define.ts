import type { Role } from "@/lib/foundation/viewer";
import type { Matter } from "@/lib/people/auth/news";
import type { Settings } from "@/lib/society/settings/settings";
import { type GroupName, isFixed } from "./groups";
import type { Facts, Letter } from "./letter";
import type { NoticeData } from "./notice";

/** All there is to one kind of notice. A concept defines its own in its notices.tsx, or in a folder notices/; no other file names it. */
export interface NoticeDefinition {
  /** In which people choose whether it is mailed to them. */
  group: GroupName;
  /** Whom it is for: a mentor or a mentee, either of the two, or a member whatever their role. */
  to: Role | "either" | "member";
  /** What staff call it in the list of mails, when its name does not say it in words. */
  label?: string;
  /** One short sentence in the product. */
  sentence(told: Told): string;
  /** The page that the sentence and the mail lead to. */
  leadsTo(about: About): string;
  letter(facts: Facts): Letter;
  /** What its letter needs beyond the ordinary. */
  needs?: readonly Need[];
  /** Whether its mail brings the meeting as a calendar file. */
  carriesFile?: boolean;
  /** Why events have overtaken it, so that it is not mailed any more, for staff to read; null while they have not. */
  overtaken?(since: Since, now: Date): string | null;
  /** Whether it has been dealt with, in whatever way, or is no longer so: then it is not new any more. What is overtaken is too. */
  settled?(matter: Matter & { data: NoticeData }, now: Date): boolean;
}

/**
 * `suggestions`: mentors to ask next. `joined`: these are found in the programmes that the mentee has joined, since the mail is about none
 * itself. `address`: the partner's, once a proposal between the two was accepted. `meeting`: its
 * private words, so that the mail is kept sealed. `words`: it quotes what one of the two wrote in a proposal, and is kept sealed
 * too. `unread`: goes only while the messages that it tells of are unread. `answer`, `availability`, `invitation`, `survey`: links
 * that answer a question without signing in, of two partners, of a mentor, of whoever is invited to a meeting, or of a survey.
 * `referee`: goes to somebody without an account, with such a link.
 */
export type Need =
  | "suggestions"
  | "joined"
  | "address"
  | "meeting"
  | "words"
  | "unread"
  | "answer"
  | "availability"
  | "invitation"
  | "survey"
  | "referee";

export interface Told {
  /** The other person's name; "a mentor" when their account is no longer there. */
  name: string;
  /** The role in which the reader is told. */
  role: Role | null;
  data: NoticeData;
  words: Settings["words"];
  product: string;
  /** "12 December", in the reader's calendar; null without an instant. */
  day(instant: string | undefined): string | null;
  /** "Wednesday 25 November, 14:00" */
  time(instant: string | undefined): string | null;
}

export interface About {
  proposalId: string | null;
  data: NoticeData;
}

/** What has become of it since it was written down. */
export interface Since {
  data: NoticeData;
  proposal: { status: string; expiresAt: Date; remindedDay: number } | null;
  meeting?: { isCancelled: boolean; answer?: string; startsAt: Date } | null;
  letter?: { isStopped?: boolean } | null;
}

/** Kinds of notice with their definitions: those of a concept, or all that there are. */
export type Notices<Kind extends string = string> = Readonly<Record<Kind, NoticeDefinition>>;

/** The kinds of a concept. Their names are stored, so they never change. */
export function defineNotices<Kind extends string>(notices: Notices<Kind>): Notices<Kind> {
  return notices;
}

/** Null for a kind that is none of these, such as the digest. */
export function definitionOf(notices: Notices, kind: string): NoticeDefinition | null {
  return Object.hasOwn(notices, kind) ? (notices[kind] ?? null) : null;
}

/** Null for what cannot be switched off, and for a kind that is none of these. */
export function choosableGroupOf(notices: Notices, kind: string): GroupName | null {
  const group = definitionOf(notices, kind)?.group;
  return group === undefined || isFixed(group) ? null : group;
}

/** The kinds that can be chosen, each with its group, for the statement that writes mails; kinds that always go are not in it. */
export function choosableGroups(notices: Notices): Readonly<Record<string, GroupName>> {
  return Object.fromEntries(Object.entries(notices).flatMap(([kind, { group }]) => (isFixed(group) ? [] : [[kind, group]])));
}

/** Whether the letter of a kind needs this. */
export function needs(notices: Notices, kind: string, need: Need): boolean {
  return definitionOf(notices, kind)?.needs?.includes(need) ?? false;
}

/** For `settled`: the question that it asks can no longer be answered. */
export const isTooLate: NonNullable<NoticeDefinition["settled"]> = ({ data: { answerUntil } }, now) =>
  answerUntil !== undefined && new Date(answerUntil) <= now;

/** For `leadsTo`: a page of the relationship that it is about. */
export function relationshipPage(page = ""): NoticeDefinition["leadsTo"] {
  return ({ proposalId }) => (proposalId === null ? "/relationships" : `/relationships/${proposalId}${page && `/${page}`}`);
}
