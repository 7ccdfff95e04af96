import { expect, test } from "vitest";
import { decided, exampleCommand, onDay, sentProposal } from "@/testing/proposals/examples";
import type { Proposal } from "./proposal";
import { fromRow, PROPOSAL_COLUMNS, type ProposalRow } from "./row";

/** The row that a query for our columns brings. */
function rowOf({ reminders, ...proposal }: Proposal): ProposalRow {
  const row = { ...proposal, remindDays: reminders.map(({ day }) => day), remindAt: reminders.map(({ at }) => at) };
  const wanted: Record<string, boolean> = PROPOSAL_COLUMNS;
  return Object.fromEntries(Object.entries(row).filter(([column]) => wanted[column])) as unknown as ProposalRow;
}

test.each([
  sentProposal(),
  decided(sentProposal(), exampleCommand("reject"), onDay(1)).proposal,
  decided(sentProposal(), exampleCommand("withdraw-by-staff"), onDay(1)).proposal,
])("a proposal comes back whole from its row: %#", (proposal) => {
  expect(fromRow(rowOf(proposal))).toEqual(proposal);
});

test("what a query joined to the row is no part of the proposal", () => {
  expect(fromRow({ ...rowOf(sentProposal()), mentor: { name: "Gareth" } } as ProposalRow)).toEqual(sentProposal());
});
