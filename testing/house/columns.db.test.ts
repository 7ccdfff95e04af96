import { expect, test } from "vitest";
import type { Columns } from "@/lib/foundation/columns";
import { db } from "@/lib/foundation/db/client";
import { CHECK_IN_COLUMNS } from "@/lib/mentoring/check-ins/load";
import { MEETING_COLUMNS } from "@/lib/mentoring/meetings/load";
import { PROPOSAL_COLUMNS } from "@/lib/pairing/proposals/row";
import { RELATIONSHIP_COLUMNS } from "@/lib/pairing/relationships/row";

/** The list that row, save and sweep derive from, and the columns that no decision changes: set once, when a proposal is accepted. */
const LISTS: [table: string, columns: Columns, besides: string[]][] = [
  ["proposals", PROPOSAL_COLUMNS, []],
  ["relationships", RELATIONSHIP_COLUMNS, ["menteePlace", "mentorPlace", "programmeId"]],
  ["meetings", MEETING_COLUMNS, []],
  ["check_ins", CHECK_IN_COLUMNS, []],
];

test.each(LISTS)("every column of %s is in the list that its row and its save derive from", async (table, columns, besides) => {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT column_name AS "name" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ${table}`;
  expect([...Object.keys(columns), ...besides].sort()).toEqual(rows.map(({ name }) => name).sort());
});
