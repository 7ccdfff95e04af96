import { ID } from "@/lib/foundation/id";
/**
 * What can lie on the desk, the most urgent first. A new kind is a line here, its words in wording.ts, and where it comes
 * from in queries.ts.
 */
export const KINDS = [
  "sweep-late",
  "finding",
  "mails-failed",
  "mail-failed",
  "proposal-expiring",
  "support-request",
  "account-waiting",
  "mentor-swamped",
  "mentor-silent",
  "no-first-conversation",
  "relationship-quiet",
] as const;
export type Kind = (typeof KINDS)[number];

/** How many rows are shown. */
export const MOST_ROWS = 50;
/** Of each kind so many are looked for; beyond that their number is "more than". */
export const MOST_OF_A_KIND = 200;
/** Failed mails and findings of a kind are one row each up to so many, and one row together beyond. */
export const FEW = 3;
/** A mentor with so many unanswered proposals at once is swamped. */
export const SWAMPED_FROM = 5;
/** The clock runs every five or fifteen minutes; when it has not for so long, somebody should look. */
export const SWEEP_LATE_AFTER_MINUTES = 60;
/** What is put off comes back after so many days. */
export const SNOOZE_DAYS = 3;

/** One thing that needs a person. */
export interface TodayRow {
  /** Of this one occasion: the same thing on another occasion has another. */
  key: string;
  kind: Kind;
  /** The proposal, relationship or member that it is about. */
  subjectId: string | null;
  /** Since when. */
  since: Date;
  /** By when, where there is a last day. */
  until: Date | null;
  /** Whom it is about: a mentee and a mentor, or one person. */
  names: string[];
  /** How many: failures, proposals. */
  count: number;
  /** What a word of it says further: the kind of a finding or of a mail, the subject of a request. */
  what: string | null;
  /** The viewer is one of those it is about: others see to it. */
  isOwn: boolean;
}

const KEY = new RegExp(`^([a-z-]+):(-|${ID}):[^\\s\\p{Cc}]{1,300}$`, "u");

/** What a key consists of; null when it is none of ours. The occasion may have colons of its own. */
export function readKey(key: string): { kind: Kind; subjectId: string | null } | null {
  const [, name, subject] = KEY.exec(key) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind && subject ? { kind, subjectId: subject === "-" ? null : subject } : null;
}

/** The most urgent first, and of equally urgent ones what has waited longest or has the least time left. */
export function inOrder(rows: readonly TodayRow[]): TodayRow[] {
  const rank = ({ kind }: TodayRow) => KINDS.indexOf(kind);
  const at = ({ until, since }: TodayRow) => (until ?? since).getTime();
  return rows.toSorted((a, b) => rank(a) - rank(b) || at(a) - at(b) || a.key.localeCompare(b.key));
}
