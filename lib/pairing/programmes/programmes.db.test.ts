import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import { insertMember, viewerOf } from "@/testing/people";
import { intakeFrom, openProgramme, SCHEME } from "@/testing/programmes/intake";
import * as programmes from "./commands";
import { checkProgrammes } from "./invariants";
import { SOCIETY_SCHEME } from "./programme";
import { findProgramme, listProgrammes } from "./queries";
import { programmeSweepStep } from "./sweep-step";

const NOW = new Date("2027-03-01T09:00:00Z");
const after = (days: number) => addDays(NOW, days, "Europe/London");

async function staff(): Promise<Viewer> {
  return viewerOf(await insertMember({ staff: "staff" }));
}

const factsOf = async (id: string) =>
  (
    await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { actor: true, fact: true } })
  ).map(({ actor, fact }) => `${actor}: ${fact}`);

test("a society has its own scheme from the first day, and it is always open", async () => {
  expect(await findProgramme(SOCIETY_SCHEME, NOW)).toMatchObject({ status: "open", time: "always", takesMembers: true });
  for (const data of [{ status: "closed", takesMembers: false }, { takesMembers: false }])
    await expect(db().programme.update({ where: { id: SOCIETY_SCHEME }, data, select: { id: true } })).rejects.toThrow();
  expect(await programmes.move(await staff(), { id: SOCIETY_SCHEME, seen: 1 }, "close", NOW)).toMatchObject({
    reason: "society-scheme",
  });
});

test("staff make one, and the same form sent twice makes one", async () => {
  const [viewer, id] = [await staff(), randomUUID()];
  for (const name of ["Returners", "Returners"])
    expect(await programmes.create(viewer, id, { ...SCHEME, name }, NOW)).toEqual({ ok: true, value: id });
  expect(await findProgramme(id, NOW)).toMatchObject({ ...SCHEME, status: "draft", version: 1 });
  expect(await factsOf(id)).toEqual(["staff: programme-made"]);
});

test("nobody else makes or changes any", async () => {
  const member = viewerOf(await insertMember({ isMentor: true }));
  const id = await openProgramme(await staff(), NOW);
  const refused = { ok: false, reason: "not-staff" };
  expect(await programmes.create(member, randomUUID(), SCHEME, NOW)).toEqual(refused);
  expect(await programmes.edit(member, { id, seen: 2 }, { ...SCHEME, name: "Mine" }, NOW)).toEqual(refused);
  expect(await programmes.move(member, { id, seen: 2 }, "close", NOW)).toEqual(refused);
  expect(await programmes.copy(member, { id, seen: 2 }, randomUUID(), "Europe/London", NOW)).toEqual(refused);
});

test("of two changes to the same version one is made, and the other is told", async () => {
  const viewer = await staff();
  const id = await openProgramme(viewer, NOW);
  const rename = (name: string) => programmes.edit(viewer, { id, seen: 2 }, { ...SCHEME, name }, NOW);
  const outcomes = await Promise.all([rename("One"), rename("Two")]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "changed-meanwhile" });
});

test("what one decides itself is kept, and goes into its copy", async () => {
  const viewer = await staff();
  const own = { ...SCHEME.own, remindAfterDays: [2], expireAfterDays: 9, topics: [1] };
  const [id, copyId] = [await openProgramme(viewer, NOW, { ...intakeFrom(NOW), own }), randomUUID()];
  const press = () => programmes.copy(viewer, { id, seen: 2 }, copyId, "Europe/London", NOW);
  // Pressed twice it is one copy.
  for (const copied of [await press(), await press()]) expect(copied).toEqual({ ok: true, value: copyId });
  expect(await factsOf(copyId)).toEqual(["staff: programme-copied"]);
  const copy = await findProgramme(copyId, NOW);
  expect(copy).toMatchObject({ name: "Newly qualified 2028", status: "draft", own, copiedFromId: id });
  expect(copy?.endsAt?.getUTCFullYear()).toBe(2028);
});

test("the sweep takes an intake through its dates, each once, however many sweeps there are", async () => {
  const viewer = await staff();
  const id = randomUUID();
  await programmes.create(viewer, id, intakeFrom(NOW), NOW);
  for (const days of [9, 10, 20, 30, 40, 50, 60])
    await Promise.all([sweep(programmeSweepStep, after(days)), sweep(programmeSweepStep, after(days))]);
  expect(await factsOf(id)).toEqual([
    "staff: programme-made",
    "clock: programme-opened",
    "clock: joining-closed",
    "clock: matching-started",
    "clock: programme-started",
    "clock: programme-closed",
  ]);
  expect(await db().programme.findUnique({ where: { id }, select: { status: true, dueAt: true } })).toEqual({
    ...{ status: "closed", dueAt: null },
  });
});

test("a late sweep goes to where the dates are in one step, and a page was there before it", async () => {
  const id = await openProgramme(await staff(), NOW, intakeFrom(NOW));
  expect(await findProgramme(id, after(45))).toMatchObject({ status: "running", takesMembers: false });
  await sweep(programmeSweepStep, after(45));
  expect(await factsOf(id)).toEqual(["staff: programme-made", "staff: programme-opened", "clock: programme-started"]);
});

test("a button is pressed after what was due, whether or not a sweep has come by", async () => {
  const viewer = await staff();
  const id = await openProgramme(viewer, NOW, intakeFrom(NOW));
  expect(await programmes.move(viewer, { id, seen: 2 }, "start-matching", after(45))).toEqual({ ok: false, reason: "not-now" });
  expect(await programmes.move(viewer, { id, seen: 2 }, "close", after(45))).toEqual({ ok: true, value: id });
  expect((await factsOf(id)).slice(2)).toEqual(["clock: programme-started", "staff: programme-closed"]);
});

test("the archived ones come last in the list", async () => {
  const viewer = await staff();
  const [kept, archived] = [randomUUID(), randomUUID()];
  await programmes.create(viewer, kept, SCHEME, NOW);
  await programmes.create(viewer, archived, SCHEME, after(1));
  await programmes.move(viewer, { id: archived, seen: 1 }, "archive", after(1));
  const ids = (await listProgrammes(after(2))).map(({ id }) => id);
  expect(ids.at(-1)).toBe(archived);
  expect(ids).toContain(kept);
});

test("the nightly check finds a programme whose next date was saved wrong", async () => {
  const id = await openProgramme(await staff(), NOW, intakeFrom(NOW));
  const found = async () => {
    const kinds = [];
    for await (const { kind, subjectId } of checkProgrammes()) if (subjectId === id) kinds.push(kind);
    return kinds;
  };
  expect(await found()).toEqual([]);
  await db().programme.update({ where: { id }, data: { dueAt: after(99) }, select: { id: true } });
  expect(await found()).toEqual(["programme-due-wrong"]);
});
