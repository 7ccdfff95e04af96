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
  movedAt: true,
  version: true,
} as const;

/** Takes what belongs to the proposal and leaves what a query may have joined to it. */
export function fromRow(row: ProposalRow): Proposal {
  const { id, menteeId, mentorId, round, slot, sentAt, expireDay, expiresAt, remindedDay, dueAt } = row;
  const { textNumber, rejectionReason, withdrawnWords, extraDays, movedAt, version, remindAt, remindDays } = row;
  return {
    id,
    menteeId,
    mentorId,
    round,
    slot,
    sentAt,
    expireDay,
    expiresAt,
    remindedDay,
    dueAt,
    textNumber,
    rejectionReason,
    withdrawnWords,
    extraDays,
    movedAt,
    version,
    status: row.status as Status,
    withdrawnBecause: row.withdrawnBecause as WithdrawnBecause | null,
    reminders: remindAt.map((at, i) => ({ day: remindDays[i] ?? 0, at })),
  };
}
