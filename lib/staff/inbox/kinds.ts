import { ID } from "@/lib/foundation/id";
/**
 * The kinds of item, the most urgent first. A new kind needs a line here, its sentence in wording.ts and its query: in
 * today-sql.ts, of relationships in today-relationships-sql.ts, of conditions in today-readiness-sql.ts, of requests for help in queries.ts.
 */
export const KINDS = [
  "sweep-late",
  "finding",
  "mails-failed",
  "mail-failed",
  "proposal-expiring",
  "support-request",
  "account-waiting",
  "readiness-with-staff",
  "survey-contact",
  "mentor-swamped",
  "mentor-silent",
  "partner-silent",
  "no-first-conversation",
  "relationship-quiet",
] as const;
export type Kind = (typeof KINDS)[number];

/** How many rows of one kind are shown among the others. */
export const FIRST_OF_A_KIND = 10;
/** How many are shown of a kind by itself, and how many of each kind are counted: beyond that, the number is "more than". */
export const MOST_ROWS = 50;
/** Up to this many failed e-mails or findings of a kind get an item each; more share one item. */
export const FEW = 3;
/** A mentor with this many open proposals counts as swamped. */
export const SWAMPED_FROM = 5;
/** The sweep runs every five or fifteen minutes. After this long without a run, somebody should have a look. */
export const SWEEP_LATE_AFTER_MINUTES = 60;
/** Items that are put off come back after this many days. */
export const SNOOZE_DAYS = 3;

/** One thing that needs a person. */
export interface TodayRow {
  /** Unique to one occasion: if the same thing happens again, the key is different. */
  key: string;
  kind: Kind;
  /** The proposal, relationship, member or condition that it is about. */
  subjectId: string | null;
  /** Since when. */
  since: Date;
  /** The deadline, if there is one. */
  until: Date | null;
  /** The people it is about: a mentee and a mentor, or one person. */
  names: string[];
  /** How many: failures, proposals, people. */
  count: number;
  /** A detail for the sentence: the kind of a finding or e-mail, the subject of a request, or the name of a condition. */
  what: string | null;
  /** The viewer is one of the people it is about, so a colleague has to deal with it. */
  isOwn: boolean;
}

/** The rows of one kind, the most urgent first. */
export interface Group {
  kind: Kind;
  rows: TodayRow[];
  /** How many there are, counted up to one more than MOST_ROWS. */
  count: number;
}

const KEY = new RegExp(`^([a-z-]+):(-|${ID}):[^\\s\\p{Cc}]{1,300}$`, "u");

/** The parts of a key; null if it is not one of ours. The occasion may itself contain colons. */
export function readKey(key: string): { kind: Kind; subjectId: string | null } | null {
  const [, name, subject] = KEY.exec(key) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind && subject ? { kind, subjectId: subject === "-" ? null : subject } : null;
}

/** What these keys are about, for whoever looks after some of it alone; a key that is about nothing by its id has none. */
export function subjectsOf(keys: readonly string[]): string[] {
  return keys.map((key) => readKey(key)?.subjectId ?? "");
}

export function isKind(text: unknown): text is Kind {
  return KINDS.some((kind) => kind === text);
}

/** The most urgent first; among equally urgent ones, those that have waited longest or have the least time left. */
export function inOrder<Row extends TodayRow>(rows: readonly Row[]): Row[] {
  const rank = ({ kind }: TodayRow) => KINDS.indexOf(kind);
  const at = ({ until, since }: TodayRow) => (until ?? since).getTime();
  return rows.toSorted((a, b) => rank(a) - rank(b) || at(a) - at(b) || a.key.localeCompare(b.key));
}
