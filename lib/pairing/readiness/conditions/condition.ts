import type { Role } from "@/lib/foundation/viewer";

/**
 * `declaration`: the member accepts a text. `training`: they say that they have read or watched it to the end. `approval`: staff approve
 * them. `check`: staff record that they have seen a document, and until when it is valid. `referee`: somebody recommends them by mail.
 */
export const CONDITION_KINDS = ["declaration", "training", "approval", "check", "referee"] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** How much room there is, in characters; the form says the same. */
export const ROOM = { name: 80, text: 6000, link: 300 } as const;

/** Something that the society asks of everybody in a role. */
export interface Condition {
  id: string;
  /** The society's own scheme, whose conditions count in every programme, or another one. */
  programmeId: string;
  role: Role;
  kind: ConditionKind;
  name: string;
  /** What members read about it; of a declaration, what they accept. */
  text: string;
  /** The newest wording, and the oldest that still counts where it was accepted. */
  textNumber: number;
  neededText: number;
  /** Of training: an article or film of the society, or an address elsewhere. */
  resourceId: string | null;
  link: string | null;
  /** Of training: after how many months it has to be done again; null: never. */
  validMonths: number | null;
  /** From this day, members who lack it are not listed and cannot send. */
  countsAt: Date;
  retiredAt: Date | null;
  /** While members are still to be asked, or let off. */
  spreadDueAt: Date | null;
  spreadAfter: string | null;
  createdAt: Date;
  changedAt: Date;
  version: number;
}

/** What staff can say of a condition at any time. */
export interface Wording {
  name: string;
  text: string;
  resourceId: string | null;
  link: string | null;
  validMonths: number | null;
}

/** A new condition as it was filled in. */
export interface Description extends Wording {
  programmeId: string;
  role: Role;
  kind: ConditionKind;
  countsAt: Date;
}

export type ConditionRefusal =
  | "not-staff"
  | "not-found"
  | "no-programme"
  | "no-training"
  | "only-training"
  | "too-many"
  | "already-there"
  | "day-past"
  | "retired"
  | "nothing-changed"
  | "changed-meanwhile";

/** The longest time after which training can be asked for again. */
export const MOST_VALID_MONTHS = 120;

/** More than anybody would do before they may help; each is a row for every member. */
export const MOST_CONDITIONS = 12;

/** The first part of a condition's life in which its row is a cursor of the sweep. */
export const FIRST_MEMBER = "00000000-0000-0000-0000-000000000000";
