import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import * as joining from "@/lib/pairing/joining/commands";
import * as readiness from "@/lib/pairing/readiness/commands";
import { listItems } from "@/lib/pairing/readiness/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { asStaffOf } from "@/lib/staff/coordinating/queries";
import { insertMember, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { askCondition } from "@/testing/readiness";
import { dismiss, putOff, takeUp } from "./commands";
import { actOnMany } from "./many/commands";
import { findChosen } from "./many/queries";
import { listAside, listOfKind, namesOf } from "./queries";

const SETTINGS = DEFAULT_SETTINGS;
const NOW = new Date("2027-03-01T09:00:00Z");
const later = (days: number) => addDays(NOW, days, "Europe/London");
const KIND = "readiness-with-staff";

let staff: Viewer;
beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
});

const rowsOf = async (at: Date, viewer = staff, programme: string | null = null) =>
  (await listOfKind(viewer, KIND, SETTINGS, at, programme))?.rows ?? [];
const coordinatorOf = async (...coordinates: string[]): Promise<Viewer> => ({
  ...viewerOf(await insertMember({})),
  rights: { coordinates, reads: [] },
});

async function joined(programme: string, at = NOW): Promise<Viewer> {
  const one = viewerOf(await insertMentor({ updatedAt: NOW }));
  await joining.join(one, programme, "mentor", at);
  return one;
}

async function approve(conditionId: string, { memberId }: Viewer): Promise<void> {
  const where = { conditionId_memberId: { conditionId, memberId } };
  const { id, version: seen } = await db().readinessItem.findUniqueOrThrow({ where, select: { id: true, version: true } });
  const acted = await readiness.actOnItems(staff, [{ id, seen }], { type: "approve" }, SETTINGS, later(5));
  expect(acted).toMatchObject({ ok: true });
}

test("nothing where no condition is asked, nor where all of it is the members’ to do", async () => {
  expect(await rowsOf(NOW)).toEqual([]);
  const programme = await openProgramme(staff, NOW);
  await joined(programme);
  await askCondition(staff, NOW, { programmeId: programme, kind: "declaration" });
  expect(await rowsOf(NOW)).toEqual([]);
});

test("a condition with how many wait, which leads to exactly those; who is alone is named", async () => {
  const programme = await openProgramme(staff, NOW);
  const first = await joined(programme);
  const id = await askCondition(staff, NOW, { programmeId: programme, name: "Safeguarding", kind: "approval" });
  const [alone] = await rowsOf(NOW);
  expect(alone).toMatchObject({ subjectId: id, count: 1, names: [first.name], what: "Safeguarding (Returners)", isOwn: false });
  expect((await rowsOf(NOW, { ...first, staff: "staff" }))[0]?.isOwn).toBe(true);
  const [second, gone] = [await joined(programme, later(1)), await joined(programme, later(2))];
  await joining.leave(gone, programme, "mentor", later(2));
  const [both] = await rowsOf(later(2));
  expect(both).toMatchObject({ subjectId: id, count: 2, since: NOW, isOwn: false });
  expect((await rowsOf(NOW, { ...first, staff: "staff" }))[0]?.isOwn).toBe(false);
  const led = (await listItems("all", { state: "staff", condition: id })).items;
  expect(led.map(({ memberId }) => memberId).sort()).toEqual([first.memberId, second.memberId].sort());
  for (const one of [first, second]) await approve(id, one);
  expect(await rowsOf(later(5))).toEqual([]);
});

test("put aside, it stays away while staff decide on some of them, and comes back with somebody else", async () => {
  const programme = await openProgramme(staff, NOW);
  const people = [await joined(programme)];
  const id = await askCondition(staff, NOW, { programmeId: programme, name: "Interview" });
  people.push(await joined(programme, later(1)));
  const keyAt = async (at: Date) => (await rowsOf(at)).find(({ subjectId }) => subjectId === id)?.key;
  const key = (await keyAt(later(2))) ?? "";
  await putOff(staff, key, SETTINGS, later(2));
  expect([await keyAt(later(3)), await keyAt(later(6))]).toEqual([undefined, key]);
  await dismiss(staff, key, "We meet them on Friday.", later(6));
  expect(await listAside(staff, later(6))).toMatchObject([{ key, names: ["Interview"], reason: "We meet them on Friday." }]);
  await approve(id, people[1] as Viewer);
  expect(await keyAt(later(40))).toBeUndefined();
  await joined(programme, later(41));
  expect(await keyAt(later(41))).toContain(`${KIND}:${id}:`);
  const facts = await db().auditEvent.findMany({ where: { subjectId: id, fact: { in: ["put-off", "dismissed"] } } });
  expect(facts.map(({ subject }) => subject)).toEqual(["condition", "condition"]);
  await takeUp(staff, key, later(42));
  expect(await listAside(staff, later(42))).toEqual([]);
});

test("coordinators see and put aside what is of their programmes, and nothing of others or of the society’s scheme", async () => {
  const [programme, another] = [await openProgramme(staff, NOW), await openProgramme(staff, NOW)];
  for (const one of [programme, another]) await joined(one);
  const [own, others] = [
    await askCondition(staff, NOW, { programmeId: programme }),
    await askCondition(staff, NOW, { programmeId: another }),
  ];
  const viewer = await coordinatorOf(programme);
  const subjects = async (who: Viewer, only: string | null = null) =>
    (await rowsOf(NOW, who, only)).map(({ subjectId }) => subjectId);
  expect([await subjects(viewer), await subjects(staff, another)]).toEqual([[own], [others]]);
  expect([await namesOf(viewer, own), await namesOf(viewer, others)]).toEqual([["Approval"], null]);
  const may = async (...ids: string[]) => (await asStaffOf(viewer, { area: "today", of: "inbox", ids })) !== null;
  expect([await may(own), await may(others), await may(own, others)]).toEqual([true, false, false]);
  const keyOf = async (id: string) => (await rowsOf(NOW)).find(({ subjectId }) => subjectId === id)?.key ?? "";
  expect((await findChosen([programme], [await keyOf(own), await keyOf(others)])).map(({ names }) => names)).toEqual([
    ["Approval"],
  ]);
  const items = [{ key: await keyOf(own), seen: "0.0" }];
  const acted = await actOnMany(
    { ...viewer, staff: "staff" },
    { formId: crypto.randomUUID(), items },
    { act: "put-off" },
    SETTINGS,
    NOW,
  );
  expect(acted.ok).toBe(true);
  expect(await subjects(viewer)).toEqual([]);
  const ofScheme = await askCondition(staff, NOW, { name: "For everybody" });
  expect([(await subjects(staff)).includes(ofScheme), (await subjects(viewer)).includes(ofScheme)]).toEqual([true, false]);
});
