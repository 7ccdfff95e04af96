import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { findDashboard } from "@/lib/mentoring/dashboard/queries";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { endWhile, insertPartners } from "@/testing/partners";
import { insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { insertPairInProgramme } from "@/testing/programmes/pair";
import { onDay } from "@/testing/proposals/examples";
import { addGoal, editGoal, moveGoal, noteGoal } from "./commands";
import type { GoalCommand, Progress } from "./goal";
import { findGoal, listGoals } from "./queries";

const WORDS = { what: "Speak first once a month.", why: "To be heard.", measure: "Three times.", target: "2026-09-01" };
const SETTINGS = DEFAULT_SETTINGS;
const DAY_2 = onDay(2);

async function begin() {
  const pair = await insertPartners();
  const which = { relationshipId: pair.id, goalId: randomUUID() };
  expect((await addGoal(viewerOf(pair.mentee), which, WORDS, SETTINGS, DAY_2)).ok).toBe(true);
  const find = async () => {
    const goal = await findGoal(viewerOf(pair.mentor), pair.id, which.goalId);
    if (!goal) throw new Error("The goal is not there.");
    return goal;
  };
  const { textId } = await find();
  return {
    ...pair,
    which,
    textId,
    find,
    edit: (member: TestMember, words: Partial<typeof WORDS>, base = textId, take: string[] = [], now = DAY_2) =>
      editGoal(viewerOf(member), which, { words: { ...WORDS, ...words }, base, take }, SETTINGS, now),
    note: (member: TestMember, note: string, progress: Progress = "not-started", stepId: string = randomUUID(), now = DAY_2) =>
      noteGoal(viewerOf(member), which, { stepId, note, progress, was: "not-started" }, SETTINGS, now),
    move: (member: TestMember, command: GoalCommand, version: number, now = DAY_2) =>
      moveGoal(viewerOf(member), which, command, version, SETTINGS, now),
  };
}

const toldOf = async ({ id }: TestMember, kind: string) => {
  const where = { memberId: id, kind };
  return [await db().notification.count({ where }), await db().mail.count({ where })];
};

describe("a goal", () => {
  test("is there for both, sealed, and for nobody else", async () => {
    const { id, which, mentee, mentor, move, edit } = await begin();
    for (const member of [mentee, mentor]) {
      expect(await listGoals(viewerOf(member), id)).toMatchObject([{ words: WORDS, status: "open", targetOn: "2026-09-01" }]);
    }
    const outsider = await insertMentor();
    expect(await listGoals(viewerOf(outsider), id)).toEqual([]);
    expect(await findGoal(viewerOf(outsider), id, which.goalId)).toBeNull();
    expect(await move(outsider, "achieve", 1)).toEqual({ ok: false, reason: "not-found" });
    expect(await edit(outsider, { why: "Mine." })).toEqual({ ok: false, reason: "not-found" });
    const steps = await db().goalStep.findMany({ where: { goalId: which.goalId }, select: { words: true } });
    expect(JSON.stringify(steps)).not.toMatch(/Speak|heard/);
  });

  test("sent twice is one, and another one when something else was typed", async () => {
    const { id, which, mentee } = await begin();
    expect(await addGoal(viewerOf(mentee), which, WORDS, SETTINGS, DAY_2)).toEqual({ ok: true, value: which.goalId });
    const other = await addGoal(viewerOf(mentee), which, { ...WORDS, what: "Another." }, SETTINGS, DAY_2);
    expect(other.ok && other.value).not.toBe(which.goalId);
    expect(await listGoals(viewerOf(mentee), id)).toHaveLength(2);
  });

  test("is edited by both: different boxes go together, the same box clashes, and saving again is done", async () => {
    const { mentee, mentor, edit, find } = await begin();
    expect(await edit(mentor, { measure: "Four times.", target: "2026-10-01" })).toEqual({
      ok: true,
      value: { isMerged: false },
    });
    expect(await edit(mentee, { why: "To be trusted." })).toEqual({ ok: true, value: { isMerged: true } });
    expect((await find()).words).toEqual({ ...WORDS, measure: "Four times.", target: "2026-10-01", why: "To be trusted." });
    expect((await find()).targetOn).toBe("2026-10-01");
    const clash = await edit(mentor, { why: "To lead." });
    expect(clash).toMatchObject({ reason: "clash", theirs: { why: "To be trusted." }, by: "Mei Tanaka" });
    if (!("base" in clash)) throw new Error("There should be a clash.");
    expect((await edit(mentor, { ...clash.texts, why: "To be trusted, and to lead." }, clash.base)).ok).toBe(true);
    expect((await find()).words).toMatchObject({ why: "To be trusted, and to lead.", measure: "Four times." });
  });

  test("with twenty edits at once has one, and nineteen hear of it", async () => {
    const { mentee, mentor, edit } = await begin();
    const all = Array.from({ length: 20 }, (_, i) => edit(i % 2 ? mentor : mentee, { why: `Reason ${i}` }));
    const results = await Promise.all(all);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => "theirs" in result)).toHaveLength(19);
  });
});

describe("progress", () => {
  test("is noted by both with who and when, and none of it is lost", async () => {
    const { mentee, mentor, note, find } = await begin();
    await Promise.all(Array.from({ length: 10 }, (_, i) => note(i % 2 ? mentor : mentee, `Note ${i}`)));
    const notes = (await find()).steps.flatMap((step) => step.note ?? []);
    expect(notes.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `Note ${i}`));
    await note(mentor, "", "under-way", randomUUID(), onDay(3));
    const goal = await find();
    expect(goal).toMatchObject({ progress: "under-way", version: 1 });
    expect(goal.steps[0]).toMatchObject({ fact: "noted", progress: "under-way", note: null, authorName: "Gareth Pugh" });
    // The form of this one began before, with the progress as it was.
    await note(mentee, "It goes well.");
    expect((await find()).progress).toBe("under-way");
    expect(await note(mentee, "")).toEqual({ ok: false, reason: "empty" });
  });

  test("sent twice at once is noted once", async () => {
    const { mentee, note, find } = await begin();
    const stepId = randomUUID();
    const results = await Promise.all(Array.from({ length: 5 }, () => note(mentee, "Once.", "not-started", stepId)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect((await find()).steps.filter((step) => step.note === "Once.")).toHaveLength(1);
  });
});

describe("the end of a goal", () => {
  test("is achieved, and opened again; in between nothing is noted or edited", async () => {
    const { mentee, mentor, move, note, edit, find } = await begin();
    expect((await move(mentee, "achieve", 1)).ok).toBe(true);
    expect(await find()).toMatchObject({ status: "achieved", closedAt: DAY_2, version: 2 });
    expect(await note(mentor, "Late.")).toEqual({ ok: false, reason: "closed" });
    expect(await edit(mentor, { why: "Late." })).toEqual({ ok: false, reason: "closed" });
    expect(await move(mentor, "drop", 2)).toEqual({ ok: false, reason: "closed" });
    expect((await move(mentor, "reopen", 2)).ok).toBe(true);
    expect(await find()).toMatchObject({ status: "open", closedAt: null });
    expect((await find()).steps.map(({ fact }) => fact).toSorted()).toEqual(["achieved", "added", "reopened"]);
    expect([await toldOf(mentor, "goal-achieved"), await toldOf(mentee, "goal-achieved")]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test("is said on what the member saw", async () => {
    const { mentee, mentor, move, edit } = await begin();
    await edit(mentor, { what: "Something quite different." });
    expect(await move(mentee, "achieve", 1)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await move(mentee, "achieve", 2)).ok).toBe(true);
    expect((await move(mentor, "achieve", 2)).ok).toBe(true);
  });

  test("achieved and dropped at once is one of them", async () => {
    const { mentee, mentor, move, find } = await begin();
    const all = Array.from({ length: 10 }, (_, i) => move(i % 2 ? mentor : mentee, i % 2 ? "achieve" : "drop", 1));
    await Promise.all(all);
    const goal = await find();
    expect(goal.version).toBe(2);
    expect(goal.steps.filter(({ fact }) => fact !== "added").map(({ fact }) => fact)).toEqual([goal.status]);
  });
});

describe("after the end of the relationship", () => {
  test("nothing is written by any route", async () => {
    const { which, mentee, mentor, edit, note, move, find } = await begin();
    await relationships.closeAll(mentor.id, onDay(3));
    const ended = { ok: false, reason: "ended" };
    const now = onDay(4);
    const other = { ...which, goalId: randomUUID() };
    expect(await addGoal(viewerOf(mentee), other, WORDS, SETTINGS, now)).toEqual(ended);
    expect(await edit(mentee, { why: "Later." }, undefined, [], now)).toEqual(ended);
    expect(await note(mentee, "Later.", "under-way", undefined, now)).toEqual(ended);
    expect(await move(mentee, "achieve", 1, now)).toEqual(ended);
    expect(await find()).toMatchObject({ words: WORDS, status: "open", version: 1 });
  });

  test("nor when the end comes while it is being saved", async () => {
    const { id, mentee, note, move, edit, find } = await begin();
    const work = () => Promise.all([note(mentee, "Late."), move(mentee, "achieve", 1), edit(mentee, { why: "Late." })]);
    expect(await endWhile(id, onDay(3), work)).toEqual(Array(3).fill({ ok: false, reason: "ended" }));
    expect(await find()).toMatchObject({ words: WORDS, version: 1, steps: [{ fact: "added" }] });
  });
});

test("the dashboard counts them", async () => {
  const { id, mentee, mentor, move, which } = await begin();
  const add = (target: string) =>
    addGoal(viewerOf(mentor), { ...which, goalId: randomUUID() }, { ...WORDS, target }, SETTINGS, DAY_2);
  for (const target of ["2026-06-03", "2026-06-10", "2026-05-01", ""]) await add(target);
  await move(mentee, "achieve", 1);
  const dashboard = await findDashboard(viewerOf(mentor), id, new Date("2026-06-04T12:00:00Z"));
  expect(dashboard?.standing).toMatchObject({ openGoals: 4, overdueGoals: 2, achievedGoals: 1 });
});

test("where their programme does without goals, none is begun, and where they stand does not ask for one", async () => {
  const { id, mentee } = await insertPairInProgramme({ withoutTools: ["goals"] });
  const which = { relationshipId: id, goalId: randomUUID() };
  expect(await addGoal(viewerOf(mentee), which, WORDS, SETTINGS, DAY_2)).toEqual({ ok: false, reason: "not-offered" });
  expect((await findDashboard(viewerOf(mentee), id, DAY_2))?.standing.hasGoals).toBe(false);
  const elsewhere = await begin();
  expect((await findDashboard(viewerOf(elsewhere.mentee), elsewhere.id, DAY_2))?.standing.hasGoals).toBe(true);
});
