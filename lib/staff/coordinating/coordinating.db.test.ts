import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { ProgrammeRights, Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { scopeOf } from "@/lib/people/rights/rights";
import { WHOLE_SOCIETY } from "@/lib/people/rights/row";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { readBoard } from "@/lib/staff/board/queries";
import { listOfKind, listToday, namesOf } from "@/lib/staff/inbox/queries";
import * as letters from "@/lib/staff/letters/commands";
import { findLetter, listLetters } from "@/lib/staff/letters/queries";
import { attend } from "@/lib/staff/letters/save";
import { letterSweepStep } from "@/lib/staff/letters/sweep-step";
import { downloadList } from "@/lib/staff/lists/commands";
import { findEntry, listRelationshipsOf } from "@/lib/staff/members/entry/queries";
import { readFilters } from "@/lib/staff/members/input";
import { listMembers } from "@/lib/staff/members/queries";
import { ProposalFilter, RelationshipFilter } from "@/lib/staff/relationships/input";
import { findAddressees } from "@/lib/staff/relationships/letters/queries";
import { findProposalRecord, listProposals } from "@/lib/staff/relationships/proposals/queries";
import { findRelationshipRecord, listRelationships } from "@/lib/staff/relationships/queries";
import { makeReport } from "@/lib/staff/reports/reports";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { change, changeFromOutside, takeAllAway } from "./commands";
import { type Circumstances, findRefusal } from "./coordinating";
import { asStaffOf, findOverview, findParticipant, findProgrammeIn, listFewMembersIn, listProgrammesIn } from "./queries";
import { isMemberInScope } from "./scope-sql";

/** A programme with an open proposal, a relationship, and the three people in them. */
interface Run {
  id: string;
  mentee: Viewer;
  other: Viewer;
  mentor: Viewer;
  open: string;
  pair: string;
}

const NOW = onDay(19);
let [staff, outsider]: Viewer[] = [];
let one: Run;
let two: Run;

const withRights = (rights: ProgrammeRights): Viewer => ({ ...(outsider as Viewer), rights });
const coordinatorOf = (...coordinates: string[]) => withRights({ coordinates, reads: [] });
const readerOf = (...reads: string[]) => withRights({ coordinates: [], reads });
const societyReader = () => withRights({ coordinates: [], reads: "all" });

beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
  outsider = viewerOf(await insertMember({ isMentor: false, isMentee: false }));
  one = await run("Returners");
  two = await run("Newcomers");
});

async function run(name: string): Promise<Run> {
  const id = await openProgramme(staff as Viewer, SENT_AT, { name });
  const [mentee, other, mentor] = [
    viewerOf(await insertMentee()),
    viewerOf(await insertMentee()),
    viewerOf(await insertMentor({ capacity: 5 })),
  ];
  await joining.join(mentee, id, "mentee", SENT_AT);
  await joining.join(other, id, "mentee", SENT_AT);
  await joining.join(mentor, id, "mentor", SENT_AT);
  const [open, pair] = [await send(mentee, mentor, id), await send(other, mentor, id)];
  await proposals.accept({ ...mentor, activeRole: "mentor" }, pair, 1, SETTINGS, onDay(1));
  return { id, mentee, other, mentor, open, pair };
}

async function send(from: Viewer, to: Viewer, programmeId: string | null): Promise<string> {
  const sent = await proposals.send(from, to.memberId, { ...WORDS, programmeId }, SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
const peopleOf = ({ mentee, other, mentor }: Run) => [mentee, other, mentor].map(({ memberId }) => memberId).sort();
const scope = (viewer: Viewer) => scopeOf(viewer, "proposals") ?? [];

/** All that a viewer can find of names, anywhere. */
async function everything(viewer: Viewer) {
  const filter = ProposalFilter.parse({});
  const today = (await listToday(viewer, SETTINGS, NOW)).flatMap(({ rows }) => rows.map(({ subjectId }) => subjectId));
  return {
    members: idsOf((await listMembers(viewer, readFilters({}), SETTINGS, NOW)).members),
    proposals: idsOf((await listProposals(scope(viewer), filter, SETTINGS, NOW)).proposals),
    relationships: idsOf((await listRelationships(scope(viewer), RelationshipFilter.parse({}), SETTINGS, NOW)).relationships),
    today: [...new Set(today)].sort(),
  };
}

describe("a coordinator of one programme", () => {
  test("finds what is of it in every list, and nothing of another", async () => {
    const own = (of: Run) => ({
      members: peopleOf(of),
      proposals: [of.open, of.pair].sort(),
      relationships: [of.pair],
      today: [of.open, of.pair].sort(),
    });
    expect(await everything(coordinatorOf(one.id))).toEqual(own(one));
    expect(await everything(coordinatorOf(two.id))).toEqual(own(two));
    expect((await everything(coordinatorOf(one.id, two.id))).proposals).toHaveLength(4);
    const nothing = { members: [], proposals: [], relationships: [], today: [] };
    for (const viewer of [readerOf(one.id), societyReader(), outsider as Viewer])
      expect(await everything(viewer)).toEqual(nothing);
    expect((await everything(staff as Viewer)).proposals).toHaveLength(4);
  });

  test("finds nobody else by name, and not by a filter for another programme", async () => {
    const viewer = coordinatorOf(one.id);
    const search = async (q: string) => idsOf((await listMembers(viewer, readFilters({ q }), SETTINGS, NOW)).members);
    expect([await search(one.mentee.number), await search(two.mentee.number)]).toEqual([[one.mentee.memberId], []]);
    const who = ProposalFilter.parse({ who: two.mentor.number });
    expect((await listProposals(scope(viewer), who, SETTINGS, NOW)).proposals).toEqual([]);
    const elsewhere = ProposalFilter.parse({ programme: two.id });
    expect((await listProposals(scope(viewer), elsewhere, SETTINGS, NOW)).proposals).toEqual([]);
    expect(await listOfKind(viewer, "proposal-expiring", SETTINGS, NOW, two.id)).toBeNull();
    expect((await listOfKind(staff as Viewer, "proposal-expiring", SETTINGS, NOW, two.id))?.count).toBe(1);
    expect((await listOfKind(staff as Viewer, "proposal-expiring", SETTINGS, NOW))?.count).toBe(2);
  });

  test("opens the records of it, and no other by its address", async () => {
    const viewer = coordinatorOf(one.id);
    const look = async (of: Run) => [
      (await findProposalRecord(scope(viewer), of.open)) !== null,
      (await findRelationshipRecord(viewer, of.pair, SETTINGS, NOW)) !== null,
      (await findAddressees(scope(viewer), of.pair)) !== null,
      (await findParticipant(viewer, of.mentee.memberId)) !== null,
      (await namesOf(viewer, of.open)) !== null,
      (await findProgrammeIn(viewer, "programmes", of.id, NOW)) !== null,
      (await asStaffOf(viewer, { area: "proposals", of: "pairs", ids: [of.open, of.pair] })) !== null,
      (await asStaffOf(viewer, { area: "members", of: "members", ids: [of.mentor.memberId] })) !== null,
      (await asStaffOf(viewer, { area: "programmes", of: "programmes", ids: [of.id] })) !== null,
      (await listRelationshipsOf(viewer, of.mentor.memberId, NOW)).length > 0,
    ];
    expect(await look(one)).toEqual(Array.from({ length: 10 }, () => true));
    expect(await look(two)).toEqual(Array.from({ length: 10 }, () => false));
    expect((await findParticipant(viewer, one.mentee.memberId))?.joinings).toMatchObject([
      { programme: "Returners", role: "mentee", status: "joined" },
    ]);
    // One of several that is not theirs, one that is not there, and none at all.
    for (const ids of [[one.open, two.open], [staff?.memberId ?? ""], ["x"], []])
      expect(await asStaffOf(viewer, { area: "proposals", of: "pairs", ids })).toBeNull();
    expect((await listProgrammesIn(viewer, "reports", NOW)).map(({ id }) => id)).toEqual([one.id]);
  });

  test("of the society’s own scheme has what belongs to no programme by name", async () => {
    const mentor = viewerOf(await insertMentor());
    const mentee = viewerOf(await insertMentee());
    const sent = await send(mentee, mentor, null);
    const viewer = coordinatorOf(SOCIETY_SCHEME);
    const found = await everything(viewer);
    expect([found.proposals, found.members.includes(one.mentee.memberId)]).toEqual([[sent], true]);
    expect(await findProposalRecord(scope(coordinatorOf(one.id)), sent)).toBeNull();
    await db()
      .proposal.update({ where: { id: sent }, data: { status: "withdrawn" } })
      .catch(() => null);
  });

  test("takes away lists of it alone", async () => {
    const download = async (viewer: Viewer, name: "members" | "mentors" | "proposals" | "relationships") => {
      const file = await downloadList(viewer, name, {}, SETTINGS, NOW);
      let text = "";
      for await (const piece of file?.pieces ?? []) text += piece;
      return { isThere: file !== null, ours: text.includes(one.mentor.number), theirs: text.includes(two.mentor.number) };
    };
    for (const name of ["members", "mentors", "proposals", "relationships"] as const) {
      expect(await download(coordinatorOf(one.id), name), name).toEqual({ isThere: true, ours: true, theirs: false });
      expect(await download(readerOf(one.id), name), name).toEqual({ isThere: false, ours: false, theirs: false });
    }
  });

  test("writes to members of it alone, whatever the filters say", async () => {
    const viewer = coordinatorOf(one.id);
    const draft = (memberId: string | null) => ({
      ...{ id: crypto.randomUUID(), memberId, filters: "", subject: "News", words: "Dear {{name}}" },
    });
    expect(await letters.begin(viewer, draft(two.mentee.memberId), NOW)).toEqual({ ok: false, reason: "not-found" });
    expect(await letters.begin(readerOf(one.id), draft(null), NOW)).toEqual({ ok: false, reason: "not-staff" });
    const begun = await letters.begin(viewer, draft(null), NOW);
    const id = begun.ok ? begun.value : "";
    expect((await letters.send(viewer, { id, seen: 1, at: null }, SETTINGS, NOW)).ok).toBe(true);
    await attend((await letterSweepStep.findDue(NOW, null, 10)) as Parameters<typeof attend>[0], NOW);
    const to = await db().memberLetterRecipient.findMany({ where: { letterId: id }, select: { memberId: true } });
    expect(to.map(({ memberId }) => memberId).sort()).toEqual(peopleOf(one));
    // Another coordinator has it neither in a list nor by its address; staff have.
    const another = { ...coordinatorOf(one.id), memberId: one.mentor.memberId };
    for (const who of [coordinatorOf(two.id), another]) {
      expect([await findLetter(who, id), (await listLetters(who, undefined)).letters]).toEqual([null, []]);
      expect(await letters.stop(who, { id, seen: 2 }, NOW)).toEqual({ ok: false, reason: "not-found" });
    }
    expect((await findLetter(staff as Viewer, id))?.subject).toBe("News");
  });
});

describe("figures", () => {
  const sent = async (viewer: Viewer, programme?: string) => {
    const report = await makeReport(viewer, "proposals", { range: "all", programme }, SETTINGS, NOW);
    const rows = report?.figures[0]?.rows ?? [];
    const at = report?.figures[0]?.columns.findIndex(({ label }) => label === "All") ?? -1;
    const leads = rows.flatMap((row) => row.leads ?? []).filter((lead) => lead !== null);
    return report && { count: rows.reduce((all, { amounts }) => all + (amounts[at] ?? 0), 0), leads: leads.length > 0 };
  };

  test("are those of one’s programmes, and lead to no names for readers", async () => {
    expect((await sent(coordinatorOf(one.id)))?.leads).toBe(true);
    expect(await sent(readerOf(one.id))).toEqual({ ...(await sent(coordinatorOf(one.id))), leads: false });
    expect(await sent(readerOf(one.id), two.id)).toBeNull();
    expect(await sent(readerOf(one.id), one.id)).toEqual(await sent(readerOf(one.id)));
    expect((await sent(societyReader()))?.count).toBe((await sent(staff as Viewer))?.count);
    expect((await sent(readerOf(one.id)))?.count).toBe(2);
  });

  test("of the whole society are for those who may read them all", async () => {
    for (const name of ["registrations", "gaps"] as const)
      expect(
        await Promise.all(
          [coordinatorOf(one.id), readerOf(one.id), societyReader()].map(
            async (viewer) => (await makeReport(viewer, name, {}, SETTINGS, NOW)) !== null,
          ),
        ),
      ).toEqual([false, false, true]);
    const board = await readBoard(societyReader(), {}, SETTINGS, NOW);
    expect(board?.parts.flatMap(({ lines }) => lines).some(({ lead }) => lead)).toBe(false);
    expect([
      await readBoard(coordinatorOf(one.id), {}, SETTINGS, NOW),
      await readBoard(readerOf(one.id), {}, SETTINGS, NOW),
    ]).toEqual([null, null]);
  });
});

describe("naming", () => {
  test("is decided by what is there", () => {
    const there: Circumstances = { isActive: true, isStaff: false, right: null, isProgramme: true };
    const wish = (right: "coordinator" | "reader" | null, programmeId = SOCIETY_SCHEME) => ({
      memberId: "m",
      programmeId,
      right,
    });
    expect(findRefusal(wish("coordinator"), there)).toBeNull();
    expect(findRefusal(wish("coordinator"), null)).toBe("not-found");
    expect(findRefusal(wish("reader"), { ...there, isActive: false })).toBe("not-active");
    expect(findRefusal(wish("reader"), { ...there, isStaff: true })).toBe("is-staff");
    expect(findRefusal(wish("reader"), { ...there, right: "reader" })).toBe("same-right");
    expect(findRefusal(wish("reader"), { ...there, right: "coordinator" })).toBeNull();
    expect(findRefusal(wish("reader"), { ...there, isProgramme: false })).toBe("no-programme");
    expect(findRefusal(wish("coordinator", WHOLE_SOCIETY), { ...there, isProgramme: false })).toBe("whole-society");
    expect(findRefusal(wish("reader", WHOLE_SOCIETY), { ...there, isProgramme: false })).toBeNull();
    expect(findRefusal(wish(null), there)).toBe("no-right");
    expect(findRefusal(wish(null), { ...there, right: "reader", isActive: false })).toBeNull();
  });

  test("is told and kept in the trail, by staff alone and never of themselves", async () => {
    const { memberId } = viewerOf(await insertMember({}));
    const wish = { memberId, programmeId: one.id, right: "coordinator" } as const;
    for (const viewer of [coordinatorOf(one.id), outsider as Viewer])
      expect(await change(viewer, wish, NOW)).toEqual({ ok: false, reason: "not-staff" });
    expect(await change({ ...(staff as Viewer), memberId }, wish, NOW)).toEqual({ ok: false, reason: "own-account" });
    expect((await change(staff as Viewer, wish, NOW)).ok).toBe(true);
    const overview = await findOverview(staff as Viewer, one);
    expect(overview).toMatchObject({ holders: [{ memberId, right: "coordinator" }] });
    expect(await findOverview(coordinatorOf(one.id), one)).toEqual({ ...overview, holders: [] });
    expect(await findEntry(staff as Viewer, memberId)).toMatchObject({
      holdings: [{ right: "coordinator", programme: "Returners" }],
    });
    expect((await change(staff as Viewer, { ...wish, right: "reader" }, onDay(20))).ok).toBe(true);
    expect((await changeFromOutside({ ...wish, programmeId: WHOLE_SOCIETY, right: "reader" }, onDay(20))).ok).toBe(true);
    expect(await takeAllAway(memberId, onDay(21))).toBe(2);
    expect(await change(staff as Viewer, { ...wish, right: null }, onDay(21))).toEqual({ ok: false, reason: "no-right" });
    const facts = await db().auditEvent.findMany({
      where: { subjectId: memberId },
      orderBy: { id: "asc" },
      select: { fact: true },
    });
    expect(facts.map(({ fact }) => fact).filter((fact) => /coordinator|reader|right/.test(fact))).toEqual([
      "made-coordinator",
      "made-reader",
      "made-reader",
      "programme-right-removed",
      "programme-right-removed",
    ]);
    const told = await db().mail.findMany({ where: { memberId }, orderBy: { createdAt: "asc" }, select: { kind: true } });
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      "coordinator-named",
      "programme-right-removed",
      "programme-right-removed",
      "reader-named",
      "reader-named",
    ]);
  });
});

test("a small programme is looked up first, a large one in the list of all, with the same result", async () => {
  const sorted = (ids: readonly string[] | null) => [...new Set(ids)].sort();
  const scope = [one.id];
  const few = await listFewMembersIn(scope);
  expect(await listFewMembersIn(scope, 2)).toBeNull();
  expect(few?.length).toBeGreaterThan(2);
  const found = await db().$queryRaw<{ id: string }[]>`SELECT m."id" FROM "members" m WHERE ${isMemberInScope(scope)}`;
  expect(sorted(found.map(({ id }) => id))).toEqual(sorted(few));
  expect(await listFewMembersIn("all")).toBeNull();
  expect(await listFewMembersIn([one.id, SOCIETY_SCHEME])).toBeNull();
});
