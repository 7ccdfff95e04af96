import type { Proposal, Status, WithdrawnBecause } from "./proposal";

/** A row of the table proposals, as the database gives it. */
export interface ProposalRow extends Omit<Proposal, "status" | "withdrawnBecause" | "reminders"> {
  status: string;
  withdrawnBecause: string | null;
  remindDays: number[];
  remindAt: Date[];
}

export const PROPOSAL_COLUMNS = {
  id: true,
  menteeId: true,
  mentorId: true,
  status: true,
  withdrawnBecause: true,
  round: true,
  slot: true,
  sentAt: true,
  remindDays: true,
  remindAt: true,
  expireDay: true,
  expiresAt: true,
  remindedDay: true,
  dueAt: true,
  textNumber: true,
  rejectionReason: true,
  movedAt: true,
  version: true,
} as const;

export function fromRow({ remindDays, remindAt, ...row }: ProposalRow): Proposal {
  return {
    ...row,
    status: row.status as Status,
    withdrawnBecause: row.withdrawnBecause as WithdrawnBecause | null,
    reminders: remindAt.map((at, i) => ({ day: remindDays[i] ?? 0, at })),
  };
}
