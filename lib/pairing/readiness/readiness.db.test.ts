import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { addDays, startOfDay } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { readAnswerLink } from "@/lib/notify/notices/answer-link";
import * as joining from "@/lib/pairing/joining/commands";
import { findMentors } from "@/lib/pairing/matching/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { openProgramme } from "@/testing/programmes/intake";
import { WORDS } from "@/testing/proposals/examples";
import { askCondition } from "@/testing/readiness";
import * as readiness from "./commands";
import * as conditions from "./conditions/commands";
import type { Description } from "./conditions/condition";
import { listRoleConditions } from "./conditions/queries";
import { conditionSweepStep } from "./conditions/sweep-step";
import { decide } from "./decide";
import { checkReadiness } from "./invariants";
import { loadItemOf } from "./load";
import { findItem, findOwnItem, listItems, listItemsOf, listOwnItems } from "./queries";
import { readinessSweepStep } from "./sweep-step";
import { forgetReferees } from "./upkeep";

const NOW = new Date("2027-03-01T09:00:00Z");
const TODAY = startOfDay("2027-03-01", "Europe/London") ?? NOW;
const later = (days: number) => addDays(NOW, days, "Europe/London");
const SETTINGS = DEFAULT_SETTINGS;
const NO_FILTERS = { words: "", topics: [], sector: null, region: null, language: null, method: null, after: null };

let staff: Viewer;
beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
});

afterEach(async () => {
  for (const { id } of await db().readinessCondition.findMany({ where: { retiredAt: null }, select: { id: true } }))
    await retire(id);
});

const mentor = async () => viewerOf(await insertMentor({ updatedAt: NOW }));
const mentee = async () => ({ ...viewerOf(await insertMentee({ updatedAt: NOW })), activeRole: "mentee" as const });

const ask = (values: Partial<Description> = {}, now = NOW) => askCondition(staff, now, { countsAt: TODAY, ...values });

async function retire(id: string): Promise<void> {
  const { version } = await db().readinessCondition.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await conditions.retire(staff, { id, seen: version }, SETTINGS, NOW);
}

const isListed = async ({ memberId }: Viewer) => (await db().mentorListing.count({ where: { memberId } })) === 1;
const toldOf = async ({ memberId }: Viewer) =>
  (await db().notification.findMany({ where: { memberId }, orderBy: { createdAt: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const auditOf = ({ memberId }: Viewer) =>
  db().auditEvent.findMany({ where: { subjectId: memberId }, orderBy: { id: "asc" }, select: { fact: true, actorId: true } });
const seenOf = async (viewer: Viewer, conditionId: string) => {
  const { id, version } = await db().readinessItem.findUniqueOrThrow({
    where: { conditionId_memberId: { conditionId, memberId: viewer.memberId } },
    select: { id: true, version: true },
  });
  return { id, seen: version };
};
const act = async (viewer: Viewer, conditionId: string, wanted: readiness.StaffAct, now = NOW) =>
  readiness.actOnItems(staff, [await seenOf(viewer, conditionId)], wanted, SETTINGS, now);
const findings = async (now: Date) => {
  const found: string[] = [];
  for await (const { kind } of checkReadiness(now)) found.push(kind);
  return found;
};

describe("with a condition of the society’s own scheme", () => {
  test("a mentor is not found from its day on, and is again once staff approve them", async () => {
    const [one, other, looking] = [await mentor(), await mentor(), await mentee()];
    const id = await ask({ countsAt: addDays(TODAY, 14, "Europe/London") });
    expect([await isListed(one), await toldOf(one)]).toEqual([true, ["readiness-asked"]]);
    await Promise.all([sweep(readinessSweepStep, later(14)), sweep(readinessSweepStep, later(14))]);
    expect([await isListed(one), await toldOf(one)]).toEqual([false, ["readiness-asked", "readiness-missing"]]);
    const found = async () => (await findMentors(looking, SETTINGS, NO_FILTERS)).mentors.map(({ memberId }) => memberId);
    expect(await found()).toEqual([]);
    const sent = () => proposals.send(looking, one.memberId, WORDS, SETTINGS, later(14));
    expect(await sent()).toEqual({ ok: false, reason: "mentor-unavailable" });
    expect(await act(one, id, { type: "approve" }, later(14))).toMatchObject({ ok: true, value: { done: 1, left: 0 } });
    expect(await auditOf(one)).toEqual([{ fact: "readiness-approved", actorId: staff.memberId }]);
    expect(await found()).toEqual([one.memberId]);
    expect(await sent()).toMatchObject({ ok: true });
    // A row that somebody else has changed meanwhile stays as it is.
    const stale = { ...(await seenOf(other, id)), seen: 1 };
    expect(await readiness.actOnItems(staff, [stale], { type: "approve" }, SETTINGS, later(14))).toEqual({
      ok: false,
      reason: "changed-meanwhile",
    });
    expect(await auditOf(other)).toEqual([]);
    expect(await findings(later(14))).toEqual([]);
    await retire(id);
    expect(await isListed(other)).toBe(true);
    expect(await listOwnItems(other)).toEqual([]);
  });

  test("whoever becomes a mentor later is asked at that moment, as the decision says", async () => {
    const id = await ask();
    const late = viewerOf(await insertMentor({ updatedAt: NOW }));
    expect(await isListed(late)).toBe(false);
    const loaded = await loadItemOf(late.memberId, id);
    if (!loaded) throw new Error("They were not asked.");
    const { item, circumstances } = loaded;
    const decided = decide(
      null,
      { type: "ask", actor: { kind: "sweep" }, id: item.id, memberId: item.memberId },
      circumstances,
      item.movedAt,
    );
    expect(decided.ok && { ...decided.item, movedAt: item.movedAt }).toEqual(item);
    await retire(id);
    expect(await isListed(late)).toBe(true);
  });

  test("a mentee who lacks something sends nothing, and what is open goes on", async () => {
    const [asked, looking] = [await mentor(), await mentee()];
    const sent = await proposals.send(looking, asked.memberId, WORDS, SETTINGS, NOW);
    const id = await ask({ role: "mentee", kind: "declaration", name: "Code of conduct" });
    expect(await proposals.send(looking, (await mentor()).memberId, WORDS, SETTINGS, NOW)).toEqual({
      ok: false,
      reason: "not-ready",
    });
    if (!sent.ok) throw new Error(sent.reason);
    expect(await proposals.accept(asked, sent.value, 1, SETTINGS, NOW)).toMatchObject({ ok: true });
    expect(await readiness.accept(looking, id, 1, NOW)).toEqual({ ok: true, value: null });
    expect(await findOwnItem(looking, id)).toMatchObject({ status: "met", isLacking: false });
    expect(await findOwnItem(asked, id)).toBe(null);
    await retire(id);
  });

  test("other words are accepted again from their day on, where staff say so", async () => {
    const one = await mentor();
    const id = await ask({ kind: "declaration", text: "First words." });
    await readiness.accept(one, id, 1, NOW);
    const edit = async (text: string, again: boolean) => {
      const { version } = await db().readinessCondition.findUniqueOrThrow({ where: { id }, select: { version: true } });
      const wording = { name: "Declaration", text, resourceId: null, link: null, validMonths: null };
      const day = { again, countsAt: addDays(TODAY, 10, "Europe/London") };
      expect(await conditions.edit(staff, { id, seen: version }, { ...wording, ...day }, SETTINGS, NOW)).toMatchObject({
        ok: true,
      });
    };
    await edit("A comma, more.", false);
    expect(await findOwnItem(one, id)).toMatchObject({ status: "met" });
    await edit("Quite other words.", true);
    expect(await findOwnItem(one, id)).toMatchObject({ status: "open", isLacking: false });
    expect(await isListed(one)).toBe(true);
    await sweep(readinessSweepStep, later(10));
    expect(await isListed(one)).toBe(false);
    expect(await readiness.accept(one, id, 1, later(10))).toEqual({ ok: false, reason: "text-changed" });
    expect(await readiness.accept(one, id, 3, later(10))).toEqual({ ok: true, value: null });
    expect(await isListed(one)).toBe(true);
    expect(await db().readinessText.count({ where: { conditionId: id } })).toBe(3);
    await retire(id);
  });

  test("a check is announced 30 and 7 days before, once each, and expires by itself", async () => {
    const one = await mentor();
    const id = await ask({ kind: "check", name: "Background check" });
    const expiresAt = later(100);
    expect(await act(one, id, { type: "record-check", expiresAt, note: "Seen by Ann." })).toMatchObject({ ok: true });
    expect(await isListed(one)).toBe(true);
    const { note } = await db().readinessItem.findFirstOrThrow({ where: { conditionId: id, memberId: one.memberId } });
    expect(note).not.toContain("Ann");
    expect(await findItem("all", (await seenOf(one, id)).id)).toMatchObject({ note: "Seen by Ann." });
    for (const days of [69, 71, 71, 92, 94, 99]) await sweep(readinessSweepStep, later(days));
    const expiring = (await toldOf(one)).filter((kind) => kind === "readiness-expiring");
    expect(expiring).toHaveLength(2);
    expect(await isListed(one)).toBe(true);
    await sweep(readinessSweepStep, later(101));
    expect(await isListed(one)).toBe(false);
    expect((await toldOf(one)).at(-1)).toBe("readiness-expired");
    expect((await listItems("all", { state: "lacking", condition: id })).items.map(({ memberId }) => memberId)).toContain(
      one.memberId,
    );
    expect(await act(one, id, { type: "record-check", expiresAt: null, note: "" }, later(101))).toMatchObject({ ok: true });
    expect(await isListed(one)).toBe(true);
    await retire(id);
  });
});

describe("training", () => {
  const link = "https://training.example.org/";

  test("that expires is announced twice, done again in time, and keeps a mentor from being found once it has expired", async () => {
    const one = await mentor();
    const id = await ask({ kind: "training", link, validMonths: 12 });
    expect(await readiness.complete(one, id, SETTINGS, NOW)).toEqual({ ok: true, value: null });
    const until = async () => (await findOwnItem(one, id))?.expiresAt;
    expect(await until()).toEqual(new Date("2028-03-01T23:59:59.999Z"));
    const expiring = async () => (await toldOf(one)).filter((kind) => kind === "readiness-expiring").length;
    for (const day of ["2028-01-20", "2028-02-01", "2028-02-02"]) await sweep(readinessSweepStep, new Date(`${day}T09:00:00Z`));
    expect(await expiring()).toBe(1);
    expect(await readiness.complete(one, id, SETTINGS, new Date("2028-02-10T09:00:00Z"))).toEqual({ ok: true, value: null });
    expect(await until()).toEqual(new Date("2029-02-10T23:59:59.999Z"));
    for (const day of ["2028-03-02", "2029-01-20", "2029-02-05"]) await sweep(readinessSweepStep, new Date(`${day}T09:00:00Z`));
    expect([await expiring(), await isListed(one)]).toEqual([3, true]);
    await sweep(readinessSweepStep, new Date("2029-02-11T00:01:00Z"));
    expect([await isListed(one), (await toldOf(one)).at(-1)]).toEqual([false, "readiness-expired"]);
    expect(await readiness.complete(one, id, SETTINGS, new Date("2029-02-12T09:00:00Z"))).toEqual({ ok: true, value: null });
    expect(await isListed(one)).toBe(true);
    expect(await findings(new Date("2029-02-12T10:00:00Z"))).toEqual([]);
  });

  test("gets an end for everybody who has done it, when staff say so later, and loses it again", async () => {
    const [one, other] = [await mentor(), await mentor()];
    const id = await ask({ kind: "training", link, validMonths: null });
    await readiness.complete(one, id, SETTINGS, NOW);
    const edit = async (validMonths: number | null, now: Date) => {
      const { version } = await db().readinessCondition.findUniqueOrThrow({ where: { id }, select: { version: true } });
      const wording = { name: "Training", text: "Watch it.", resourceId: null, link, validMonths };
      return conditions.edit(staff, { id, seen: version }, { ...wording, countsAt: now, again: false }, SETTINGS, now);
    };
    expect((await edit(6, later(300))).ok).toBe(true);
    const ofOne = () => findOwnItem(one, id);
    expect(await ofOne()).toMatchObject({ status: "met", expiresAt: new Date("2028-01-25T23:59:59.999Z") });
    expect(await findOwnItem(other, id)).toMatchObject({ status: "open", expiresAt: null });
    // The sweep, which goes on where this stopped, changes nothing more.
    await db().readinessCondition.update({
      where: { id },
      data: { spreadDueAt: later(300), spreadAfter: "00000000-0000-0000-0000-000000000000" },
    });
    const version = (await seenOf(one, id)).seen;
    await sweep(conditionSweepStep, later(301));
    expect((await seenOf(one, id)).seen).toBe(version);
    expect((await edit(null, later(302))).ok).toBe(true);
    expect(await ofOne()).toMatchObject({ status: "met", expiresAt: null });
    const declaration = { kind: "declaration", validMonths: 6 } as const;
    await expect(ask(declaration)).rejects.toThrow("only-training");
  });
});

test("what a role needs is said before somebody takes it on, with what they have of it", async () => {
  const programme = await openProgramme(staff, NOW);
  const [one, stranger] = [await mentor(), await mentee()];
  const ofScheme = await ask({ name: "Code of conduct", kind: "declaration" });
  await readiness.accept(one, ofScheme, 1, NOW);
  const own = await ask({ programmeId: programme, name: "Approval in it" });
  const said = async (memberId: string | null, roles: ("mentor" | "mentee")[], programmeId: string) =>
    (await listRoleConditions(memberId, roles, programmeId)).map(({ name, isMet, isAsked }) => [name, isMet, isAsked]);
  expect(await said(one.memberId, ["mentor"], programme)).toEqual([
    ["Code of conduct", true, true],
    ["Approval in it", false, false],
  ]);
  expect(await said(one.memberId, ["mentor"], SOCIETY_SCHEME)).toEqual([["Code of conduct", true, true]]);
  for (const who of [stranger.memberId, null])
    expect(await said(who, ["mentor"], SOCIETY_SCHEME)).toEqual([["Code of conduct", false, false]]);
  expect(await said(one.memberId, ["mentee"], programme)).toEqual([]);
  await joining.join(one, programme, "mentor", NOW);
  expect(await said(one.memberId, ["mentor"], programme)).toEqual([
    ["Code of conduct", true, true],
    ["Approval in it", false, true],
  ]);
  await retire(own);
  expect(await said(one.memberId, ["mentor"], programme)).toHaveLength(1);
});

test("staff see where a member stands with everything, and a coordinator what is of their programmes", async () => {
  const [programme, another] = [await openProgramme(staff, later(-1)), await openProgramme(staff, NOW)];
  const one = await mentor();
  for (const id of [programme, another]) await joining.join(one, id, "mentor", NOW);
  const ofScheme = await ask({ name: "Code of conduct", kind: "declaration" });
  await readiness.accept(one, ofScheme, 1, later(2));
  await ask({ programmeId: programme, name: "Approval in it" });
  await ask({ programmeId: another, name: "Referee elsewhere", kind: "referee", countsAt: later(20) });
  const seen = async (scope: "all" | string[]) =>
    (await listItemsOf(scope, one.memberId)).map(({ condition, status, isLacking }) => [condition, status, isLacking]);
  expect(await seen("all")).toEqual([
    ["Code of conduct", "met", false],
    ["Approval in it", "with-staff", true],
    ["Referee elsewhere", "open", false],
  ]);
  expect((await listItemsOf("all", one.memberId))[0]?.metAt).toEqual(later(2));
  // Their page is one statement, in which instants are text.
  expect((await findEntry(staff, one.memberId))?.items).toEqual(await listItemsOf("all", one.memberId));
  expect(await seen([programme])).toEqual([["Approval in it", "with-staff", true]]);
  expect([await seen([]), await listItemsOf("all", (await mentee()).memberId), await listItemsOf("all", "x")]).toEqual([
    [],
    [],
    [],
  ]);
});

test("a referee is asked by mail, answers once without an account, and is forgotten", async () => {
  const one = await mentor();
  const id = await ask({ kind: "referee", name: "A referee" });
  const [first, second] = [randomUUID(), randomUUID()];
  const person = { name: "Jo Referee", email: "jo@referee.example" };
  const name = (refereeId: string, email = person.email) =>
    readiness.askReferee(one, id, { refereeId, name: person.name, email }, SETTINGS, refereeId === second ? later(1) : NOW);
  expect(await name(first, one.email)).toEqual({ ok: false, reason: "own-address" });
  for (const refereeId of [first, first, second]) expect(await name(refereeId)).toEqual({ ok: true, value: null });
  await deliverMails(later(1));
  const mails = await db().mail.findMany({
    where: { kind: "referee-mail", memberId: one.memberId },
    select: { toAddress: true, status: true, text: true },
  });
  // Kept sealed, and sent to the referee, not to the member.
  expect(mails).toEqual(Array(2).fill({ toAddress: person.email, status: "sent", text: null }));

  const link = (subjectId: string) => ({ memberId: one.memberId, subjectId });
  const yes = { isYes: true, words: "Known them for years." };
  expect(await readiness.answer(link(first), yes, later(2))).toEqual({ ok: false, reason: "not-waiting" });
  const both = await Promise.all([
    readiness.answer(link(second), yes, later(2)),
    readiness.answer(link(second), yes, later(2)),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await readiness.answer(link(second), yes, later(2))).toEqual({ ok: false, reason: "already-answered" });
  expect(await isListed(one)).toBe(true);
  expect(readAnswerLink("nonsense", "referee", env().authSecrets, NOW)).toBe(null);

  const row = (await seenOf(one, id)).id;
  expect((await findItem("all", row))?.referees[0]).toMatchObject({ ...person, answer: "yes", words: "Known them for years." });
  expect(await forgetReferees(later(200))).toBe(2);
  expect((await findItem("all", row))?.referees).toEqual([]);
  expect(await db().mail.count({ where: { kind: "referee-mail", memberId: one.memberId } })).toBe(0);
  await retire(id);
});

test("a programme’s own condition counts in it alone, for those who have joined", async () => {
  const programme = await openProgramme(staff, NOW);
  const [one, looking] = [await mentor(), await mentee()];
  await joining.join(one, programme, "mentor", NOW);
  await joining.join(looking, programme, "mentee", NOW);
  const id = await ask({ programmeId: programme, kind: "training", link: "https://training.example.org/" });
  expect(await isListed(one)).toBe(true);
  const within = async () => (await findMentors(looking, SETTINGS, { ...NO_FILTERS, programme })).mentors.length;
  expect(await within()).toBe(0);
  const send = () => proposals.send(looking, one.memberId, { ...WORDS, programmeId: programme }, SETTINGS, NOW);
  expect(await send()).toEqual({ ok: false, reason: "mentor-unavailable" });
  expect(await readiness.complete(await mentor(), id, SETTINGS, NOW)).toEqual({ ok: false, reason: "not-found" });
  expect(await readiness.complete(one, id, SETTINGS, NOW)).toEqual({ ok: true, value: null });
  expect(await within()).toBe(1);
  expect(await send()).toMatchObject({ ok: true });
  // Who joins later is asked then.
  const late = await mentor();
  await joining.join(late, programme, "mentor", NOW);
  expect(await listOwnItems(late)).toMatchObject([{ conditionId: id, status: "open", isLacking: true }]);
  await retire(id);
});

test("a copy of a programme asks the same, once", async () => {
  const [from, to] = [await openProgramme(staff, NOW), await openProgramme(staff, NOW)];
  await ask({ programmeId: from, kind: "declaration", name: "Copied" });
  const copy = () => conditions.copyConditions(staff, from, to, SETTINGS, NOW);
  expect([await copy(), await copy()]).toEqual([1, 0]);
  expect(await db().readinessCondition.findMany({ where: { programmeId: to }, select: { name: true } })).toEqual([
    { name: "Copied" },
  ]);
});

test("a condition comes to everybody though the first attempt was stopped, and nobody is told twice", async () => {
  const one = await mentor();
  const id = await ask();
  await db().readinessItem.delete({ where: { conditionId_memberId: { conditionId: id, memberId: one.memberId } } });
  await db().readinessCondition.update({
    where: { id },
    data: { spreadDueAt: NOW, spreadAfter: "00000000-0000-0000-0000-000000000000" },
  });
  await Promise.all([sweep(conditionSweepStep, later(0)), sweep(conditionSweepStep, later(0))]);
  expect(await listOwnItems(one)).toHaveLength(1);
  expect(await db().readinessCondition.findUnique({ where: { id }, select: { spreadDueAt: true } })).toEqual({
    spreadDueAt: null,
  });
  await retire(id);
});

test("a wrong cache is found at night", async () => {
  const one = await mentor();
  const id = await ask();
  const { id: item } = await seenOf(one, id);
  await db().readinessItem.update({ where: { id: item }, data: { isLacking: false, dueAt: NOW } });
  expect((await findings(later(1))).toSorted()).toEqual(["readiness-due-wrong", "readiness-wrong"]);
  await retire(id);
});

test("members do none of what staff do", async () => {
  const one = await mentor();
  const id = await ask();
  expect(await readiness.actOnItems(one, [await seenOf(one, id)], { type: "approve" }, SETTINGS, NOW)).toEqual({
    ok: false,
    reason: "not-staff",
  });
  expect(await conditions.retire(one, { id, seen: 2 }, SETTINGS, NOW)).toEqual({ ok: false, reason: "not-staff" });
  await retire(id);
});
