import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { findProposalRecord, listProposals } from "@/lib/staff/relationships/proposals/queries";
import { findRelationshipRecord, listRelationships } from "@/lib/staff/relationships/queries";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { insertQuestion } from "@/testing/profile-questions";
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
  for (const name of [
    "proposals",
    "topics",
    "answers",
    "relationships",
    "meetings",
    "registrations",
    "gaps",
    "own-questions",
  ] as const) {
    const report = await makeReport({ staff: "staff" }, name, { programme }, DEFAULT_SETTINGS, onDay(2));
    expect(report?.programme, name).toBe(name === "registrations" || name === "gaps" ? null : programme);
  }
});

test("a number leads to the list of exactly those in the programme", async () => {
  const { lead } = await read("proposals", "All", programme);
  const filter = ProposalFilter.parse(Object.fromEntries(new URL(`http://x${lead}`).searchParams));
  expect(filter.programme).toBe(programme);
  expect((await listProposals("all", filter, DEFAULT_SETTINGS, onDay(2))).proposals.map(({ id }) => id)).toEqual([here]);
  const scheme = ProposalFilter.parse({ programme: SOCIETY_SCHEME });
  expect((await listProposals("all", scheme, DEFAULT_SETTINGS, onDay(2))).proposals).toHaveLength(2);
  const pairs = (asked: string) =>
    listRelationships("all", RelationshipFilter.parse({ programme: asked }), DEFAULT_SETTINGS, onDay(2));
  expect((await pairs(programme)).relationships.map(({ id }) => id)).toEqual([here]);
  expect((await pairs(SOCIETY_SCHEME)).relationships).toEqual([]);
  expect(await findProposalRecord("all", here)).toMatchObject({ programme: "Returners" });
  expect(await findRelationshipRecord(staff, here, DEFAULT_SETTINGS, onDay(2))).toMatchObject({ programme: "Returners" });
});

describe("the report of the society’s own questions", () => {
  const OPTIONS = ["Nights", "Days"].map((label, i) => ({ id: i + 1, label, retired: false }));
  let [onProfile, onJoining] = ["", ""];

  beforeAll(async () => {
    const asked = { kind: "choice", options: OPTIONS, readers: "staff", role: "mentee" };
    onProfile = await insertQuestion({ ...asked, question: "When?" });
    onJoining = await insertQuestion({ ...asked, question: "When here?", programmeId: programme });
    await insertQuestion({ ...asked, question: "Sealed?", programmeId: programme, readers: "partners" });
    for (let i = 0; i < 7; i++) {
      const mentee = await insertMentee();
      const given = [{ questionId: onJoining, isSealed: false, answer: i === 0 ? "2" : "1" }];
      await joining.join(viewerOf(mentee), programme, "mentee", SENT_AT, given);
      if (i === 1) await joining.leave(viewerOf(mentee), programme, "mentee", SENT_AT);
      if (i > 4)
        await db().profileAnswer.create({
          data: { memberId: mentee.id, questionId: onProfile, answer: "1", answeredAt: SENT_AT },
        });
    }
  });

  async function figures(viewer: Pick<Viewer, "staff" | "rights">, asked?: string) {
    const report = await makeReport(viewer, "own-questions", { programme: asked }, DEFAULT_SETTINGS, onDay(2));
    return report?.figures.map(({ heading, summary, rows }) => [heading, summary, rows.map(({ amounts }) => amounts[0])]);
  }
  const ON_PROFILE = ["Mentee: When?", "Fewer than 5 mentees have answered, so no figures are shown.", []];
  // The one who left does not count, and a figure below five is not shown.
  const ON_JOINING = ["Returners. Mentee: When here?", "6 mentees have answered.", [5, null]];

  test("counts those on joining by programme, and never below five", async () => {
    expect(await figures(staff)).toEqual([ON_PROFILE, ON_JOINING]);
    expect(await figures(staff, programme)).toEqual([ON_JOINING]);
    expect(await figures(staff, SOCIETY_SCHEME)).toEqual([ON_PROFILE]);
    const other = await openProgramme(staff, SENT_AT, { name: "Another" });
    expect(await figures(staff, other)).toEqual([]);
  });

  test("is for coordinators and readers about their own programmes alone", async () => {
    const other = await openProgramme(staff, SENT_AT, { name: "Another" });
    const rights = { coordinates: [programme], reads: [] };
    expect(await figures({ staff: "none", rights })).toEqual([ON_JOINING]);
    expect(await figures({ staff: "none", rights: { coordinates: [], reads: [programme] } })).toEqual([ON_JOINING]);
    expect(await figures({ staff: "none", rights: { coordinates: [other], reads: [] } })).toEqual([]);
    expect(await figures({ staff: "none", rights }, other)).toBeUndefined();
    expect(await figures({ staff: "none" })).toBeUndefined();
  });
});
