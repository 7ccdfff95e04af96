import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { scoreOf } from "@/lib/pairing/matching/score";
import { NOTHING_OF_ITS_OWN, SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { WORDS } from "@/testing/proposals/examples";
import { insertRule } from "@/testing/rules";
import { carryOn } from "./carry-on";
import { begin, cancel, end, rerun } from "./commands";
import { act, choose } from "./drafts/commands";
import { findChoice } from "./drafts/queries";
import { loadRun } from "./load";
import { findStandingOf } from "./pair/queries";
import { findPeopleOf } from "./people/queries";
import { publish } from "./publishing/commands";
import { countViews, listLeftOver, listMatchable, listMatches, PAGE_SIZE } from "./queries";
import { readScore } from "./run";
import { matchingSweepStep, matchSweepStep } from "./sweep-step";

const NOW = new Date("2026-11-29T09:00:00Z");
/** The first page, of everybody. */
const FIRST = { after: null, people: null };
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const staff = async (name = "Ruth Osei") => viewerOf(await insertMember({ staff: "staff", name }));

/** Each test has the society to itself, but for members without a part in it. */
beforeEach(async () => {
  await db().$executeRaw`UPDATE "members" SET "status" = 'suspended' WHERE "status" = 'active'`;
  await db()
    .$executeRaw`UPDATE "matching_runs" SET "status" = 'ended', "dueAt" = NULL, "endedAt" = ${NOW}::timestamptz WHERE "endedAt" IS NULL`;
});

/** Three mentees and two mentors, one of whom has what everybody looks for. */
async function aFew() {
  const gareth = await insertMentor({ topics: [1, 6], capacity: 1 }, { name: "Gareth Pugh" });
  const helen = await insertMentor({ topics: [6], methods: [], capacity: 1 }, { name: "Helen Price" });
  const waited = (days: number) => ({ updatedAt: later(-days) });
  const amina = await insertMentee({ topics: [1], ...waited(30) }, { name: "Amina Okafor" });
  const ben = await insertMentee({ topics: [1], ...waited(20) }, { name: "Ben Hill" });
  const carla = await insertMentee({ topics: [6], methods: [1], sector: null, ...waited(10) }, { name: "Carla Diaz" });
  return { gareth, helen, amina, ben, carla };
}

async function drafted() {
  const viewer = await staff();
  const people = await aFew();
  const begun = await begin(viewer, SOCIETY_SCHEME, NOW);
  if (!begun.ok) throw new Error(begun.reason);
  expect(await carryOn(begun.value, NOW)).toBe(true);
  return { viewer, runId: begun.value, ...people };
}

const pairsOf = async (runId: string, view: "draft" | "published" | "locked" = "draft") => {
  const { matches } = await listMatches(await staff(), runId, view, FIRST, SETTINGS);
  return matches.map(({ mentee, mentor }) => `${mentee.name} and ${mentor.name}`);
};

async function draftOf(runId: string, menteeId: string) {
  return db().match.findFirstOrThrow({ where: { runId, menteeId, state: "draft" } });
}

test("one press drafts matches, says whom either would rather have, and who is left over", async () => {
  const { viewer, runId, amina, ben } = await drafted();
  expect(await loadRun(runId)).toMatchObject({ status: "drafted", mentees: 3, scored: 3, places: 2 });
  const { matches } = await listMatches(viewer, runId, "draft", FIRST, SETTINGS);
  expect(matches.map(({ mentee, mentor, wish }) => [mentee.name, mentor.name, wish])).toEqual([
    ["Amina Okafor", "Gareth Pugh", 1],
    ["Carla Diaz", "Helen Price", 2],
  ]);
  expect(matches[1]).toMatchObject({ ratherMentors: ["Gareth Pugh"], fitBetter: 0 });
  expect(matches[0]?.reasons.map(({ kind }) => kind)).toContain("covers-all");
  const { left } = await listLeftOver(viewer, runId, FIRST);
  expect(left.map(({ id, suited, best }) => [id, suited, best])).toEqual([[ben.id, 2, ["Gareth Pugh", "Helen Price"]]]);
  expect(await countViews(viewer, runId, null)).toMatchObject({ draft: 2, left: 1, locked: 0, published: 0 });
  // The same score as in the members' own search.
  const profile = await db().menteeProfile.findUniqueOrThrow({ where: { memberId: amina.id } });
  const offer = await db().mentorProfile.findFirstOrThrow({ where: { member: { name: "Gareth Pugh", status: "active" } } });
  expect(readScore((await draftOf(runId, amina.id)).score ?? 0)).toEqual(scoreOf(profile, offer));
  // Nobody is told of anything.
  expect(await db().notification.count({ where: { memberId: { in: [amina.id, ben.id] } } })).toBe(0);
});

test("two staff who press at once begin one run, and a run that was killed is finished by the sweep", async () => {
  const [one, other] = [await staff(), await staff("Owen Bell")];
  await aFew();
  const begun = await Promise.all([begin(one, SOCIETY_SCHEME, NOW), begin(other, SOCIETY_SCHEME, NOW)]);
  expect(begun[0]).toEqual(begun[1]);
  const id = begun[0]?.ok ? begun[0].value : "";
  await sweep(matchingSweepStep, NOW);
  expect(await pairsOf(id)).toHaveLength(2);
  expect(await carryOn(id, NOW)).toBe(false);
  const again = await rerun(one, { id, seen: (await loadRun(id))?.version ?? 0 }, NOW);
  expect(again).toMatchObject({ ok: true });
  // It dies after scoring: the lease is still held, and nobody takes it before that has run out.
  await db()
    .$executeRaw`UPDATE "matching_runs" SET "heldUntil" = clock_timestamp() + interval '1 minute' WHERE "id" = ${id}::uuid`;
  expect(await carryOn(id, NOW)).toBe(false);
  await db()
    .$executeRaw`UPDATE "matching_runs" SET "heldUntil" = clock_timestamp() - interval '1 second' WHERE "id" = ${id}::uuid`;
  expect(await carryOn(id, NOW)).toBe(true);
  expect(await pairsOf(id)).toHaveLength(2);
  expect(await begin(viewerOf(await insertMember()), SOCIETY_SCHEME, NOW)).toMatchObject({ reason: "not-staff" });
});

test("cancelling stops the work, and what is locked stays through a new run", async () => {
  const { viewer, runId, ben, gareth } = await drafted();
  const chosen = { runId, menteeId: ben.id, mentorId: gareth.id, seen: 0 };
  const swapped = await choose(viewer, chosen, NOW);
  // Amina gives way, and Helen, her next best, has no place left: Carla has it.
  expect(swapped).toMatchObject({ ok: true, value: { displaced: { hasNext: false } } });
  expect(await pairsOf(runId, "locked")).toEqual(["Ben Hill and Gareth Pugh"]);
  const seen = (await loadRun(runId))?.version ?? 0;
  expect(await rerun(viewer, { id: runId, seen }, NOW)).toMatchObject({ ok: true });
  expect(await cancel(viewer, { id: runId }, NOW)).toMatchObject({ ok: true });
  expect(await carryOn(runId, NOW)).toBe(false);
  expect(await pairsOf(runId)).toContain("Ben Hill and Gareth Pugh");
  const now = (await loadRun(runId))?.version ?? 0;
  await rerun(viewer, { id: runId, seen: now }, NOW);
  await carryOn(runId, NOW);
  expect((await pairsOf(runId)).sort()).toEqual(["Ben Hill and Gareth Pugh", "Carla Diaz and Helen Price"]);
  expect(await end(viewer, { id: runId, seen: now }, NOW)).toMatchObject({ reason: "changed-meanwhile" });
});

test("whoever is quicker with a draft has won, and a pair that is dropped does not come back", async () => {
  const { viewer, runId, amina, gareth } = await drafted();
  const { id, version: seen } = await draftOf(runId, amina.id);
  const colleague = await staff("Owen Bell");
  const acted = await Promise.all([
    act(viewer, runId, "lock", [{ id, seen }], NOW),
    act(colleague, runId, "drop", [{ id, seen }], NOW),
  ]);
  expect(acted.filter(({ ok }) => ok)).toHaveLength(1);
  await db().match.update({ where: { id }, data: { state: "draft", isLocked: false, version: 7 } });
  expect(await act(viewer, runId, "drop", [{ id, seen: 7 }], NOW)).toMatchObject({ ok: true, value: { done: 1, left: 0 } });
  await rerun(viewer, { id: runId, seen: (await loadRun(runId))?.version ?? 0 }, NOW);
  await carryOn(runId, NOW);
  expect(await pairsOf(runId)).not.toContain("Amina Okafor and Gareth Pugh");
  // By hand they can still be brought together.
  const own = await db().match.findFirst({ where: { runId, menteeId: amina.id, state: "draft" } });
  const chosen = { runId, menteeId: amina.id, mentorId: gareth.id, seen: own?.version ?? 0 };
  expect(await choose(viewer, { ...chosen, seen: 99 }, NOW)).toMatchObject({ reason: "changed-meanwhile" });
  expect(await choose(viewer, chosen, NOW)).toMatchObject({ ok: true });
  expect(await pairsOf(runId, "locked")).toEqual(["Amina Okafor and Gareth Pugh"]);
  expect((await findChoice(viewer, runId, amina.id, SETTINGS))?.current).toMatchObject({ mentorName: "Gareth Pugh" });
  expect(await findChoice(viewer, runId, viewer.memberId, SETTINGS)).toBeNull();
});

test("publishing asks both once, one refusal takes no other pair with it, and after a no the next best is drafted", async () => {
  const { viewer, runId, amina, ben, carla, gareth, helen } = await drafted();
  expect(await publish(viewer, runId, "all", NOW)).toEqual({ ok: true, value: 2 });
  expect(await publish(viewer, runId, "all", NOW)).toMatchObject({ reason: "nothing-to-publish" });
  // Helen is away by the time that the two are asked.
  await db().mentorProfile.update({ where: { memberId: helen.id }, data: { isAvailable: false } });
  await Promise.all([sweep(matchSweepStep, NOW), sweep(matchSweepStep, NOW)]);
  await sweep(matchSweepStep, NOW);
  expect(await db().match.findMany({ where: { runId, menteeId: carla.id }, select: { state: true, refusal: true } })).toEqual([
    { state: "refused", refusal: "mentor-unavailable" },
  ]);
  const proposal = await db().proposal.findFirstOrThrow({ where: { menteeId: amina.id } });
  expect(proposal).toMatchObject({ mentorId: gareth.id, status: "sent", isFromStaff: true, programmeId: null });
  const told = await db().notification.findMany({ where: { proposalId: proposal.id }, orderBy: { kind: "asc" } });
  expect(told.map(({ kind, memberId }) => [kind, memberId])).toEqual([
    ["proposal-suggested-mentee", amina.id],
    ["proposal-suggested-mentor", gareth.id],
  ]);
  expect(await db().mail.count({ where: { key: { contains: proposal.id } } })).toBe(2);
  // The mentor says no: his place is free again, and it is for Ben to have; Amina has nobody left but Helen, who is away.
  expect(await proposals.reject(viewerOf(gareth), proposal.id, null, SETTINGS, later(1))).toMatchObject({ ok: true });
  await db().mentorProfile.update({ where: { memberId: helen.id }, data: { isAvailable: true } });
  await sweep(matchSweepStep, later(1));
  expect(await pairsOf(runId)).toEqual(["Amina Okafor and Helen Price"]);
  expect(await pairsOf(runId, "published")).toEqual(["Amina Okafor and Gareth Pugh"]);
  expect(await choose(viewer, { runId, menteeId: ben.id, mentorId: gareth.id, seen: 0 }, later(1))).toMatchObject({ ok: true });
  const seen = (await loadRun(runId))?.version ?? 0;
  expect(await end(viewer, { id: runId, seen }, later(2))).toMatchObject({ ok: true });
  expect(await db().match.count({ where: { runId, state: "draft" } })).toBe(0);
  const facts = await db().auditEvent.findMany({
    where: { actorId: viewer.memberId, subject: "programme" },
    orderBy: { id: "asc" },
  });
  expect(facts.map(({ fact }) => fact)).toEqual([
    "matching-begun",
    "matches-drafted",
    "matches-published",
    "match-chosen",
    "matching-ended",
  ]);
});

test("rules hold in drafts, and so does what a mentor avoids", async () => {
  const viewer = await staff();
  const { gareth, helen, amina } = await aFew();
  await db().mentorProfile.update({ where: { memberId: helen.id }, data: { sector: 3 } });
  await db().avoidedMentee.create({ data: { mentorId: gareth.id, menteeId: amina.id, at: NOW } });
  const id = await insertRule("sector", { kind: "must", mustBeKnown: true });
  const begun = await begin(viewer, SOCIETY_SCHEME, NOW);
  const runId = begun.ok ? begun.value : "";
  await carryOn(runId, NOW);
  // Helen's sector is nobody's, Carla has said none, and Gareth would rather not have Amina.
  expect(await pairsOf(runId)).toEqual(["Ben Hill and Gareth Pugh"]);
  await db().matchingRule.delete({ where: { id } });
});

test("in a programme that says so a relationship begins with publishing, among those who are in it alone", async () => {
  const viewer = await staff();
  const { gareth, ben } = await aFew();
  const values = { finding: "staff", own: { ...NOTHING_OF_ITS_OWN, beginsAtOnce: true } } as const;
  const programmeId = await openProgramme(viewer, NOW, values);
  const joined = { programmeId, status: "joined", askedAt: NOW, movedAt: NOW };
  for (const [memberId, role] of [[gareth.id, "mentor"] as const, [ben.id, "mentee"] as const])
    await db().programmeMember.create({ data: { ...joined, memberId, role } });
  const begun = await begin(viewer, programmeId, NOW);
  const runId = begun.ok ? begun.value : "";
  await carryOn(runId, NOW);
  expect(await pairsOf(runId)).toEqual(["Ben Hill and Gareth Pugh"]);
  await publish(viewer, runId, "all", NOW);
  await sweep(matchSweepStep, NOW);
  const proposal = await db().proposal.findFirstOrThrow({ where: { menteeId: ben.id } });
  expect(proposal).toMatchObject({ status: "accepted", programmeId, isFromStaff: true });
  expect(await db().relationship.count({ where: { id: proposal.id, endedAt: null } })).toBe(1);
  const told = await db().notification.findMany({ where: { proposalId: proposal.id }, select: { kind: true, memberId: true } });
  expect(told.map(({ kind, memberId }) => `${kind} ${memberId}`).sort()).toEqual(
    [gareth.id, ben.id].map((id) => `proposal-matched ${id}`).sort(),
  );
  expect(await db().match.findFirst({ where: { runId }, select: { state: true } })).toEqual({ state: "accepted" });
});

test("who is blocked, hidden or has said no before is matched with nobody of the kind", async () => {
  const { gareth, amina, ben, carla } = await aFew();
  await db().block.create({ data: { blockerId: gareth.id, blockedId: amina.id, at: NOW } });
  await db().mentorMark.create({ data: { memberId: ben.id, mentorId: gareth.id, mark: "hidden", at: NOW } });
  const sent = await proposals.send(viewerOf(carla), gareth.id, WORDS, SETTINGS, NOW);
  expect(sent).toMatchObject({ ok: true });
  const viewer = await staff();
  // While Carla waits for an answer she is not matched, and Gareth's place is kept for her.
  const [line] = await listMatchable(viewer, NOW);
  expect(line).toMatchObject({ waiting: 2, places: 1, run: null });
  await proposals.reject(viewerOf(gareth), sent.ok ? sent.value : "", null, SETTINGS, NOW);
  const begun = await begin(viewer, SOCIETY_SCHEME, later(1));
  const runId = begun.ok ? begun.value : "";
  await carryOn(runId, later(1));
  expect(await pairsOf(runId)).toHaveLength(1);
  expect(await db().match.count({ where: { runId, mentorId: gareth.id } })).toBe(0);
  const standing = await findStandingOf(
    viewer,
    { menteeId: carla.id, mentorId: gareth.id, programmeId: SOCIETY_SCHEME },
    SETTINGS,
    later(1),
  );
  expect(standing).toMatchObject({ refusal: null, earlier: [{ status: "rejected" }], openToMentor: 0 });
  expect(
    await findStandingOf(viewer, { menteeId: amina.id, mentorId: gareth.id, programmeId: SOCIETY_SCHEME }, SETTINGS, NOW),
  ).toMatchObject({
    refusal: "partner-left",
  });
});

test("those who are left over are compared with more mentors, as long as one would have them", async () => {
  // Everybody's first sixty are the same mentors, who are full: the places beyond them are found in a second round.
  const mentors = 64;
  const insert = async (count: number, make: (i: number) => Promise<unknown>) => {
    for (let i = 0; i < count; i += 1) await make(i);
  };
  await insert(mentors, (i) => insertMentor({ topics: i < 60 ? [1] : [2], capacity: 1 }, { name: `Mentor ${i}` }));
  await insert(mentors, (i) => insertMentee({ topics: [1], updatedAt: later(-i) }, { name: `Mentee ${i}` }));
  const viewer = await staff();
  const begun = await begin(viewer, SOCIETY_SCHEME, NOW);
  const runId = begun.ok ? begun.value : "";
  await carryOn(runId, NOW);
  expect(await countViews(viewer, runId, null)).toMatchObject({ draft: mentors, left: 0 });
  const [row] = await db().$queryRaw<{ twice: number }[]>`
    SELECT count(*)::integer - count(DISTINCT ("mentorId", "place"))::integer AS "twice" FROM "matches" WHERE "runId" = ${runId}::uuid`;
  expect(row?.twice).toBe(0);
});

test("a run is searched by the names of both, without accents, in each of its lists and page by page", async () => {
  const viewer = await staff();
  const both = [];
  for (const name of ["Zofia Wójcik", "Wójcik, Zofia", "Zofia Anna Wójcik"])
    both.push(await insertMentor({ topics: [1], capacity: 20 }, { name }));
  const other = await insertMentor({ topics: [2], capacity: 1 }, { name: "Owen Pryce" });
  for (let i = 0; i < PAGE_SIZE + 2; i += 1) await insertMentee({ topics: [1] }, { name: `Mentee ${i}` });
  const lucja = await insertMentee({ topics: [2], updatedAt: later(-3) }, { name: "Łucja Żak" });
  for (const { id: mentorId } of both) await db().avoidedMentee.create({ data: { mentorId, menteeId: lucja.id, at: NOW } });
  await db().mentorMark.create({ data: { memberId: lucja.id, mentorId: other.id, mark: "hidden", at: NOW } });
  // She has the same name, and nothing to do with this run.
  await insertMember({ name: "Zofia Wójcik" });
  const begun = await begin(viewer, SOCIETY_SCHEME, NOW);
  const runId = begun.ok ? begun.value : "";
  await carryOn(runId, NOW);
  const look = async (who?: string, after: string | null = null) => {
    const { people } = await findPeopleOf(viewer, runId, who);
    const [counts, drafts, left] = [
      await countViews(viewer, runId, people),
      await listMatches(viewer, runId, "draft", { after, people }, SETTINGS),
      await listLeftOver(viewer, runId, { after: null, people }),
    ];
    return { counts, drafts: drafts.matches.length, next: drafts.next, left: left.left.map(({ name }) => name) };
  };
  const all = { draft: PAGE_SIZE + 2, left: 1, drafts: PAGE_SIZE + 2, publishing: 0 };
  expect(await look()).toMatchObject({ counts: all, drafts: PAGE_SIZE, left: ["Łucja Żak"] });
  const ofZofia = await look("wojcik zof");
  expect(ofZofia).toMatchObject({ counts: { ...all, left: 0 }, drafts: PAGE_SIZE, left: [] });
  expect(await look("wojcik zof", ofZofia.next)).toMatchObject({ drafts: 2, next: null });
  expect(await look("lucja")).toMatchObject({
    counts: { draft: 0, left: 1, drafts: all.drafts },
    drafts: 0,
    left: ["Łucja Żak"],
  });
  const ofEach = await Promise.all(both.map(({ number }) => look(number)));
  expect(ofEach.map(({ counts }) => counts.draft).reduce((sum, count) => sum + count)).toBe(all.draft);
  // Nobody was matched with him, so he is in none of the lists.
  expect(await look("Owen")).toMatchObject({ counts: { draft: 0, left: 0 }, drafts: 0, left: [] });
  expect((await findPeopleOf(viewer, runId, "Zofia")).people?.toSorted()).toEqual(both.map(({ id }) => id).sort());
  expect((await findPeopleOf(viewerOf(lucja), runId, "Zofia")).people).toEqual([]);
});
