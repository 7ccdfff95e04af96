import { WHOLE_SOCIETY } from "@/lib/people/rights/row";

export const RIGHTS = ["coordinator", "reader"] as const;
export type NamedRight = (typeof RIGHTS)[number];

/** One member's right for one programme, or to the figures of the whole society. */
export interface Holding {
  memberId: string;
  name: string;
  right: NamedRight;
  programmeId: string;
  /** Null: the whole society. */
  programme: string | null;
  givenAt: Date;
}

export type Named = Omit<Holding, "right"> & { right: string };

export function toHoldings(rows: readonly Named[]): Holding[] {
  return rows.map((row) => ({ ...row, right: row.right as NamedRight }));
}

/** What is to be true of a member and a programme; null: neither right any more. */
export interface Wish {
  memberId: string;
  programmeId: string;
  right: NamedRight | null;
}

export type CoordinatingRefusal =
  | "not-staff"
  | "own-account"
  | "not-found"
  | "no-programme"
  | "not-active"
  | "is-staff"
  | "whole-society"
  | "same-right"
  | "no-right";

/** What a decision depends on. */
export interface Circumstances {
  isActive: boolean;
  isStaff: boolean;
  /** What they hold for the programme now. */
  right: NamedRight | null;
  isProgramme: boolean;
}

/** Whether it may be so; null: it may. */
export function findRefusal({ programmeId, right }: Wish, found: Circumstances | null): CoordinatingRefusal | null {
  if (!found) return "not-found";
  if (right === null) return found.right === null ? "no-right" : null;
  if (!found.isProgramme && programmeId !== WHOLE_SOCIETY) return "no-programme";
  if (programmeId === WHOLE_SOCIETY && right === "coordinator") return "whole-society";
  if (!found.isActive) return "not-active";
  if (found.isStaff) return "is-staff";
  return found.right === right ? "same-right" : null;
}
