import type { Prisma } from "@/lib/foundation/db/client";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

/** Whose turn it is: the member's, somebody else's, or nobody's, because it only comes closer. */
export type WaitingGroup = "you" | "others" | "soon";

/**
 * What a concept knows of that waits for a member, or that they wait for. Each has its own in its waiting.ts, and
 * lib/entrypoints/waiting.ts puts them together for Home: what none of them finds, Home does not know of.
 */
export interface WaitingSource {
  /**
   * A SELECT of "kind", "subjectId", "role", "partnerId", "at" and "data", in any role of the member's. It is part of one statement
   * with all others, which takes longer to plan than to answer: so few tables, each by an index, and one SELECT for several kinds.
   */
  rows(member: Pick<Viewer, "memberId" | "isMentor" | "isMentee">, now: Date): Prisma.Sql;
  /** By name, the most urgent first. */
  kinds: Readonly<Record<string, WaitingKind>>;
}

export interface WaitingKind {
  group: WaitingGroup;
  sentence(told: WaitingTold): string;
  leadsTo(found: Found): string;
}

/** A row that a source has found. */
export interface Found {
  kind: string;
  subjectId: string | null;
  /** The role in which it concerns the member; null when that makes no difference. */
  role: Role | null;
  /** Null without another person. */
  partnerName: string | null;
  /** When it is due, or when it happened. */
  at: Date | null;
  data: WaitingData;
}

/** What a sentence, or Home, needs besides. */
export interface WaitingData {
  months?: number;
  count?: number;
  /** In which it is; absent in the society's own scheme. */
  programme?: string;
  programmeId?: string | null;
  status?: string;
  reference?: string;
  /** Something that a role needs. */
  condition?: string;
  round?: number;
  /** The question to a partner, and whether the other waits for them. */
  question?: string | null;
  isAwaited?: boolean;
  /** The society suggested a proposal; nobody has sent it. */
  isFromStaff?: boolean;
  /** A standing survey, or what another one is called. */
  survey?: string;
  /** The entry of the society's list of reasons that a mentor chose. */
  because?: number | null;
  /** What a mentee looks for, to suggest others. */
  wanted?: { topics: number[]; methods: number[]; languages: number[]; sector: number | null; region: number | null } | null;
}

export interface WaitingTold {
  /** The other person, as a sentence may begin. */
  name: string;
  role: Role | null;
  data: WaitingData;
  words: Settings["words"];
  /** "12 December", in the reader's calendar. */
  day: string;
  /** "Wednesday 25 November, 14:00" */
  time: string;
}
