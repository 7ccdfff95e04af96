import type { Fact } from "@/lib/society/audit/fact";

/**
 * The scheme that every society has: always open, for everybody with a profile, by the society's own settings. What belongs to no
 * programme by name belongs to it. Its row comes with the migrations.
 */
export const SOCIETY_SCHEME = "00000000-0000-4000-8000-000000000001";

export const STATUSES = ["draft", "open", "matching", "running", "closed", "archived"] as const;
export type Status = (typeof STATUSES)[number];

/** Always open, or an intake with dates. */
export const TIMES = ["always", "intake"] as const;
export type ProgrammeTime = (typeof TIMES)[number];

/** How people find each other. */
export const FINDINGS = ["members", "staff", "both"] as const;
export type Finding = (typeof FINDINGS)[number];

/** What two partners work with, and a programme may do without. */
export const TOOLS = ["swot", "g-star", "goals", "reflections"] as const;
export type Tool = (typeof TOOLS)[number];

/** What a programme decides otherwise than the society; null: as the society. */
export interface OwnSettings {
  remindAfterDays: number[] | null;
  expireAfterDays: number | null;
  openPerMentee: number | null;
  /** How many questions a mentee may have waiting in it; 0: it has none. */
  openQuestions: number | null;
  questionDays: number | null;
  mentorsPerMentee: number | null;
  months: number | null;
  /** On which days of a relationship both are asked whether they have met; none: never. */
  askIfMetOnDays: number[] | null;
  /** After how many days of silence both are asked whether they still meet; 0: never. */
  askIfStillMeetingAfterDays: number | null;
  /** Which of the society's topics it is about. */
  topics: number[] | null;
  /** The tools that its relationships do without. */
  withoutTools: Tool[] | null;
  /** Whether a relationship begins as soon as staff publish a match, and nobody is asked first. */
  beginsAtOnce: boolean | null;
}

export const NOTHING_OF_ITS_OWN: OwnSettings = {
  remindAfterDays: null,
  expireAfterDays: null,
  openPerMentee: null,
  openQuestions: null,
  questionDays: null,
  mentorsPerMentee: null,
  months: null,
  askIfMetOnDays: null,
  askIfStillMeetingAfterDays: null,
  topics: null,
  withoutTools: null,
  beginsAtOnce: null,
};

/** The days of an intake, as instants at which each part begins. Any may be missing: then staff press the button. */
export interface Dates {
  opensAt: Date | null;
  /** From then on nobody joins any more. */
  joinUntil: Date | null;
  matchingAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** What staff fill in. */
export interface Description extends Dates {
  name: string;
  /** For whom it is, as members read it. */
  forWhom: string;
  time: ProgrammeTime;
  finding: Finding;
  /** Whether staff look at everybody who would like to join. */
  needsApproval: boolean;
  own: OwnSettings;
}

export interface Programme extends Description {
  id: string;
  status: Status;
  /** Whether members can join it now. */
  takesMembers: boolean;
  copiedFromId: string | null;
  createdAt: Date;
  /** When it last changed its status. */
  movedAt: Date;
  dueAt: Date | null;
  version: number;
}

export const COMMAND_TYPES = [
  "create",
  "edit",
  "open",
  "close-joining",
  "open-joining",
  "start-matching",
  "start",
  "close",
  "reopen",
  "archive",
  "restore",
  "copy",
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** Staff, or the sweep when a date has come. */
export type Actor = { kind: "staff"; memberId: string } | { kind: "sweep" };

/** What only turns a programme from one status to another. */
export type Move = Exclude<CommandType, "create" | "edit" | "copy">;

export type Command =
  | { type: "create"; actor: Actor; id: string; description: Description }
  | { type: "edit"; actor: Actor; description: Description }
  | { type: Move; actor: Actor }
  /** `timeZone`: the dates of the copy are a year later there. */
  | { type: "copy"; actor: Actor; id: string; timeZone: string };

export type RefusalReason =
  | "already-there"
  | "not-there"
  | "society-scheme"
  | "not-now"
  | "not-an-intake"
  | "end-past"
  | "time-fixed"
  | "nothing-changed";

/** What should be true next; of a copy, the new programme. Its version is one more than that of what it was decided on. */
export interface Decision {
  ok: true;
  programme: Programme;
  command: CommandType;
  facts: Fact[];
}
