import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { findProposalRecord, listProposals } from "@/lib/staff/relationships/proposals/queries";
import { findRelationshipRecord, listRelationships } from "@/lib/staff/relationships/queries";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import type { ReportName } from "./report";
import { makeReport } from "./reports";

let programme: string;
let here: string;
let staff: Viewer;

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff", createdAt: new Date("2026-01-01T00:00:00Z") }));
  programme = await openProgramme(staff, SENT_AT);
  const [mentee, mentor] = [viewerOf(await insertMentee()), viewerOf(await insertMentor())];
  await joining.join(mentee, programme, "mentee", SENT_AT);
  await joining.join(mentor, programme, "mentor", SENT_AT);
  here = await send(mentee, mentor, programme);
  await send(mentee, viewerOf(await insertMentor()), null);
  await send(viewerOf(await insertMentee()), mentor, null);
  await proposals.accept({ ...mentor, activeRole: "mentor" }, here, 1, DEFAULT_SETTINGS, onDay(1));
});

async function send(from: Viewer, to: Viewer, programmeId: string | null): Promise<string> {
  const sent = await proposals.send(from, to.memberId, { ...WORDS, programmeId }, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** The sum of a column over all months, and where the number of the row in which it is leads. */
async function read(name: ReportName, column: string, asked: string | undefined) {
  const report = await makeReport({ staff: "staff" }, name, { range: "all", programme: asked }, DEFAULT_SETTINGS, onDay(2));
  const [figures] = report?.figures ?? [];
  const at = figures?.columns.findIndex(({ label }) => label === column) ?? -1;
  const row = figures?.rows.find(({ amounts }) => (amounts[at] ?? 0) > 0);
  return { count: figures?.rows.reduce((all, { amounts }) => all + (amounts[at] ?? 0), 0), lead: row?.leads?.[at] ?? null };
}

test("a report counts those of one programme, of the society’s scheme, or of all together", async () => {
  const proposalsOf = async (asked?: string) => (await read("proposals", "All", asked)).count;
  expect([await proposalsOf(), await proposalsOf(programme), await proposalsOf(SOCIETY_SCHEME)]).toEqual([3, 1, 2]);
  const begunIn = async (asked?: string) => (await read("relationships", "Started", asked)).count;
  expect([await begunIn(), await begunIn(programme), await begunIn(SOCIETY_SCHEME)]).toEqual([1, 1, 0]);
  // What is no id is no programme.
  expect(await proposalsOf("x")).toBe(3);
});

test("every report can be made for a programme", async () => {
  for (const name of ["proposals", "topics", "answers", "relationships", "meetings", "registrations", "gaps"] as const) {
    const report = await makeReport({ staff: "staff" }, name, { programme }, DEFAULT_SETTINGS, onDay(2));
    expect(report?.programme, name).toBe(name === "registrations" || name === "gaps" ? null : programme);
  }
});

test("a number leads to the list of exactly those in the programme", async () => {
  const { lead } = await read("proposals", "All", programme);
  const filter = ProposalFilter.parse(Object.fromEntries(new URL(`http://x${lead}`).searchParams));
  expect(filter.programme).toBe(programme);
  expect((await listProposals(filter, DEFAULT_SETTINGS, onDay(2))).proposals.map(({ id }) => id)).toEqual([here]);
  const scheme = ProposalFilter.parse({ programme: SOCIETY_SCHEME });
  expect((await listProposals(scheme, DEFAULT_SETTINGS, onDay(2))).proposals).toHaveLength(2);
  const pairs = (asked: string) =>
    listRelationships(RelationshipFilter.parse({ programme: asked }), DEFAULT_SETTINGS, onDay(2));
  expect((await pairs(programme)).relationships.map(({ id }) => id)).toEqual([here]);
  expect((await pairs(SOCIETY_SCHEME)).relationships).toEqual([]);
  expect(await findProposalRecord(here)).toMatchObject({ programme: "Returners" });
  expect(await findRelationshipRecord(staff, here, DEFAULT_SETTINGS, onDay(2))).toMatchObject({ programme: "Returners" });
});
