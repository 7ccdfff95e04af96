import { pickColumns } from "@/lib/foundation/columns";
import type { Proposal, Status, WithdrawnBecause } from "./proposal";

/** A row of the table proposals, as the database gives it. */
export interface ProposalRow extends Omit<Proposal, "status" | "withdrawnBecause" | "reminders"> {
  status: string;
  withdrawnBecause: string | null;
  remindDays: number[];
  remindAt: Date[];
}

/** Every column of the table: what is read, what is saved, and what the sweep takes derive from this list. */
export const PROPOSAL_COLUMNS = {
  id: true,
  menteeId: true,
  mentorId: true,
  programmeId: true,
  isFromStaff: true,
  status: true,
  withdrawnBecause: true,
  withdrawnWords: true,
  round: true,
  slot: true,
  sentAt: true,
  remindDays: true,
  remindAt: true,
  expireDay: true,
  expiresAt: true,
  extraDays: true,
  remindedDay: true,
  dueAt: true,
  textNumber: true,
  rejectionReason: true,
  rejectedBecause: true,
  rejectionSealed: true,
  movedAt: true,
  version: true,
} as const satisfies Record<keyof ProposalRow, true>;

/** What staff read of it: the mentor's reason for a no stays between the two, and is only ever counted. */
const { rejectionReason: _, rejectionSealed: __, rejectedBecause: ___, ...forStaff } = PROPOSAL_COLUMNS;
export const COLUMNS_FOR_STAFF = forStaff;
export type RowForStaff = Omit<ProposalRow, "rejectionReason" | "rejectionSealed" | "rejectedBecause">;

/** Takes what belongs to the proposal and leaves what a query may have joined to it. */
export function fromRow(row: ProposalRow): Proposal {
  const { remindDays, remindAt, ...columns } = pickColumns(row, PROPOSAL_COLUMNS);
  return {
    ...columns,
    status: row.status as Status,
    withdrawnBecause: row.withdrawnBecause as WithdrawnBecause | null,
    reminders: remindAt.map((at, i) => ({ day: remindDays[i] ?? 0, at })),
  };
}

export function toRow({ reminders, ...proposal }: Proposal): ProposalRow {
  return { ...proposal, remindDays: reminders.map(({ day }) => day), remindAt: reminders.map(({ at }) => at) };
}
