import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { findStanding } from "@/lib/pairing/asking/queries";
import * as programmes from "@/lib/pairing/programmes/commands";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { programmeSweepStep } from "@/lib/pairing/programmes/sweep-step";
import { listAsked, listOnJoining, listShownToStaff } from "@/lib/people/profile-questions/queries";
import { findOverview } from "@/lib/staff/coordinating/queries";
import { insertMember, insertMentee, insertMentor, viewerOf } from "@/testing/people";
import { insertQuestion, shownTo } from "@/testing/profile-questions";
import { intakeFrom, openProgramme } from "@/testing/programmes/intake";
import * as joining from "./commands";
import { MOST_COUNTED } from "./joining";
import { findOffered, listMembers, listOffered } from "./queries";

const NOW = new Date("2027-03-01T09:00:00Z");
const after = (days: number) => addDays(NOW, days, "Europe/London");

let staff: Viewer;
beforeAll(async () => {
  staff = viewerOf(await insertMember({ staff: "staff" }));
});

const mentee = async () => viewerOf(await insertMentee());
const mentor = async () => viewerOf(await insertMentor());
const namesOf = async (viewer: Viewer, at = NOW) => (await listOffered(viewer, at)).map(({ programme }) => programme.name);
const toldOf = async ({ memberId }: Viewer) =>
  (
    await db().notification.findMany({ where: { memberId }, orderBy: { createdAt: "asc" }, select: { kind: true, role: true } })
  ).map(({ kind, role }) => `${kind} ${role}`);
const mailsTo = ({ memberId }: Viewer) => db().mail.count({ where: { memberId } });
const close = async (id: string) => {
  const { version } = await db().programme.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return programmes.move(staff, { id, seen: version }, "close", NOW);
};

test("with the society’s scheme alone nothing is offered, and nobody can join or leave it", async () => {
  const viewer = await mentee();
  expect(await listOffered(viewer, NOW)).toEqual([]);
  expect(await findOffered(viewer, SOCIETY_SCHEME, NOW)).toBe(null);
  for (const command of [joining.join, joining.leave])
    expect(await command(viewer, SOCIETY_SCHEME, "mentee", NOW)).toEqual({ ok: false, reason: "society-scheme" });
});

test("a member joins two programmes and leaves one", async () => {
  const viewer = await mentee();
  const [one, other] = [
    await openProgramme(staff, after(-1), { name: "One" }),
    await openProgramme(staff, NOW, { name: "Other" }),
  ];
  expect(await namesOf(viewer)).toEqual(["One", "Other"]);
  for (const id of [one, other]) expect(await joining.join(viewer, id, "mentee", NOW)).toEqual({ ok: true, value: "joined" });
  expect(await joining.leave(viewer, one, "mentee", NOW)).toEqual({ ok: true, value: null });
  expect((await listOffered(viewer, NOW)).map(({ standings }) => standings.mentee?.status)).toEqual(["left", "joined"]);
  // Looking for mentors, they are asked for in another statement, in which instants are text.
  const offered = await listOffered(viewer, NOW);
  expect((await findStanding(viewer, NOW, true)).programmes).toEqual(offered.slice(1).map(({ programme }) => programme));
  expect((await findStanding(viewer, NOW, false)).programmes).toEqual([]);
  // While it takes nobody, it is there for those in it and for nobody else.
  const [first, second] = [await db().programme.findUniqueOrThrow({ where: { id: one } }), other];
  await programmes.move(staff, { id: one, seen: first.version }, "close-joining", NOW);
  await programmes.move(staff, { id: second, seen: 2 }, "close-joining", NOW);
  expect(await namesOf(viewer)).toEqual(["Other"]);
  expect(await findOffered(viewer, one, NOW)).toBe(null);
  expect(await namesOf(await mentee())).toEqual([]);
  for (const id of [one, other]) await close(id);
});

test("staff see who has applied, take one and decline another, and each is told once", async () => {
  const id = await openProgramme(staff, NOW, { needsApproval: true });
  const [taken, declined] = [await mentee(), await mentor()];
  expect(await joining.join(taken, id, "mentee", NOW)).toEqual({ ok: true, value: "applied" });
  expect(await joining.join(declined, id, "mentor", after(1))).toEqual({ ok: true, value: "applied" });
  const { members } = await listMembers(id, "applied");
  expect(members.map(({ memberId, role }) => [memberId, role])).toEqual([
    [declined.memberId, "mentor"],
    [taken.memberId, "mentee"],
  ]);
  const seen = members.map(({ memberId, role, version }) => ({ memberId, role, seen: version }));
  const [second, first] = [seen.slice(0, 1), seen.slice(1)];
  const approve = () => joining.answer(staff, "approve", id, first, NOW);
  expect(await Promise.all([approve(), approve()])).toContainEqual({ ok: true, value: 1 });
  expect(await approve()).toEqual({ ok: false, reason: "changed-meanwhile" });
  expect(await joining.answer(staff, "decline", id, second, NOW)).toEqual({ ok: true, value: 1 });
  expect(await toldOf(taken)).toEqual(["programme-joined mentee"]);
  expect(await toldOf(declined)).toEqual(["programme-declined mentor"]);
  expect([await mailsTo(taken), await mailsTo(declined)]).toEqual([1, 1]);
  expect((await findOverview(staff, { id })).members).toEqual([
    { role: "mentee", status: "joined", count: 1 },
    { role: "mentor", status: "declined", count: 1 },
  ]);
  expect(await joining.answer(taken, "approve", id, second, NOW)).toEqual({ ok: false, reason: "not-staff" });
  expect(await joining.join(declined, id, "mentor", NOW)).toEqual({ ok: false, reason: "declined" });
  await close(id);
});

test("of a large programme so many members are counted and no more, each role and status by itself", async () => {
  const id = await openProgramme(staff, NOW);
  await db().$executeRaw`
    WITH many AS (
      INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "createdAt")
      SELECT gen_random_uuid(), 'https://large.example', 'L' || n, 'L' || n, 'Member ' || n, 'l' || n || '@example.org', ${NOW}::timestamptz
      FROM generate_series(1, ${MOST_COUNTED + 20}::integer) n
      RETURNING "id", substr("number", 2)::integer AS n
    )
    INSERT INTO "programme_members" ("programmeId", "memberId", "role", "status", "askedAt", "movedAt")
    SELECT ${id}::uuid, "id", 'mentee', CASE WHEN n <= 7 THEN 'applied' ELSE 'joined' END, ${NOW}::timestamptz, ${NOW}::timestamptz FROM many`;
  const applicant = await mentor();
  expect(await joining.join(applicant, id, "mentor", NOW)).toMatchObject({ ok: true });
  expect((await findOverview(staff, { id })).members).toEqual([
    { role: "mentee", status: "applied", count: 7 },
    { role: "mentee", status: "joined", count: MOST_COUNTED + 1 },
    { role: "mentor", status: "joined", count: 1 },
  ]);
  await close(id);
});

test("what staff have not opened does not exist for members", async () => {
  const viewer = await mentee();
  const made = await programmes.create(staff, crypto.randomUUID(), intakeFrom(NOW), NOW);
  if (!made.ok) throw new Error(made.reason);
  expect(await findOffered(viewer, made.value, NOW)).toBe(null);
  expect(await joining.join(viewer, made.value, "mentee", NOW)).toEqual({ ok: false, reason: "not-found" });
  // From its day on it is open, whether or not a sweep has come by.
  expect(await findOffered(viewer, made.value, after(10))).toMatchObject({ programme: { status: "open" } });
  expect(await joining.join(viewer, made.value, "mentee", after(10))).toEqual({ ok: true, value: "joined" });
  expect(await joining.join(await mentee(), made.value, "mentee", after(20))).toEqual({ ok: false, reason: "takes-nobody" });
});

test("those who have joined hear of matching, start and end, once for both roles, and others do not", async () => {
  const id = await openProgramme(staff, NOW, { ...intakeFrom(NOW), joinUntil: null });
  const [both, left] = [viewerOf(await insertMentor({}, { isMentee: true })), await mentee()];
  await db().menteeProfile.create({
    data: {
      memberId: both.memberId,
      ...{ headline: "", about: "", topics: [], aims: "", languages: [], methods: [], updatedAt: NOW },
    },
  });
  for (const role of ["mentor", "mentee"] as const)
    expect(await joining.join(both, id, role, NOW)).toEqual({ ok: true, value: "joined" });
  await joining.join(left, id, "mentee", NOW);
  await joining.leave(left, id, "mentee", NOW);
  for (const days of [30, 40, 50])
    await Promise.all([sweep(programmeSweepStep, after(days)), sweep(programmeSweepStep, after(days))]);
  expect(await toldOf(both)).toEqual(["programme-matching null", "programme-started null", "programme-closed null"]);
  expect(await mailsTo(both)).toBe(3);
  expect(await toldOf(left)).toEqual([]);
});

test("a mentor offers fewer places in a programme, and as many as in all again", async () => {
  const id = await openProgramme(staff, NOW);
  const viewer = await mentor();
  expect(await joining.limit(viewer, id, 2, NOW)).toEqual({ ok: false, reason: "not-in" });
  await joining.join(viewer, id, "mentor", NOW);
  for (const places of [2, 2, null]) {
    expect(await joining.limit(viewer, id, places, NOW)).toEqual({ ok: true, value: null });
    expect((await findOffered(viewer, id, NOW))?.standings.mentor?.capacity).toBe(places);
  }
  await close(id);
});

test("two presses at once join once", async () => {
  const id = await openProgramme(staff, NOW);
  const viewer = await mentee();
  const outcomes = await Promise.all([joining.join(viewer, id, "mentee", NOW), joining.join(viewer, id, "mentee", NOW)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual({ ok: false, reason: "already-in" });
  const facts = await db().auditEvent.count({ where: { subjectId: viewer.memberId, fact: "joined-programme" } });
  expect(facts).toBe(1);
  await close(id);
});

test("those whose application is open hear that joining has closed, and those of the year before that the next one opens", async () => {
  const id = await openProgramme(staff, NOW, { ...intakeFrom(NOW), joinUntil: null, needsApproval: true });
  const [taken, waiting] = [await mentee(), await mentee()];
  for (const one of [taken, waiting]) await joining.join(one, id, "mentee", NOW);
  await joining.answer(staff, "approve", id, [{ memberId: taken.memberId, role: "mentee", seen: 1 }], NOW);
  const before = [await mailsTo(taken), await mailsTo(waiting)];
  const version = async (which: string) =>
    (await db().programme.findUniqueOrThrow({ where: { id: which }, select: { version: true } })).version;
  expect((await programmes.move(staff, { id, seen: await version(id) }, "close-joining", NOW)).ok).toBe(true);
  expect(await toldOf(waiting)).toContain("programme-joining-closed null");
  const copyId = crypto.randomUUID();
  await programmes.copy(staff, { id, seen: await version(id) }, copyId, "Europe/London", NOW);
  expect((await programmes.move(staff, { id: copyId, seen: 1 }, "open", NOW)).ok).toBe(true);
  expect(await toldOf(taken)).toContain("programme-opened null");
  expect([await mailsTo(taken), await mailsTo(waiting)]).toEqual(before.map((count) => count + 1));
  await close(id);
});

test("a programme asks those who join: answers are saved with the joining, for those whom the question names, and a copy asks the same", async () => {
  const id = await openProgramme(staff, NOW, { name: "Asks", needsApproval: true });
  const ask = (values: Parameters<typeof insertQuestion>[0]) => insertQuestion({ programmeId: id, ...values });
  const [open, forStaff] = [
    await ask({ question: "Open", role: "mentor" }),
    await ask({ question: "Staff", role: "mentor", readers: "staff" }),
  ];
  const onProfile = await insertQuestion({ question: "Profile", role: "mentor" });
  const given = [open, forStaff, onProfile].map((questionId) => ({ questionId, isSealed: false, answer: "Here" }));
  const [viewer, partner, stranger] = [await mentor(), await mentee(), await mentee()];
  expect((await listAsked(viewer, "mentor")).map(({ question }) => question)).toEqual(["Profile"]);
  expect((await listAsked(viewer, "mentor", id)).map(({ question }) => question)).toEqual(["Open", "Staff"]);
  expect(await joining.saveAnswers(viewer, id, "mentor", given, NOW)).toEqual({ ok: false, reason: "not-in" });
  expect(await joining.join(viewer, id, "mentor", NOW, given)).toEqual({ ok: true, value: "applied" });
  // A question of another form is none of this one's.
  expect(await db().profileAnswer.count({ where: { questionId: onProfile } })).toBe(0);
  const told = await listOnJoining(staff, id, [viewer.memberId]);
  expect([...told.entries()]).toMatchObject([[`${viewer.memberId} mentor`, [{ words: "Here" }, { words: "Here" }]]]);
  expect((await listOnJoining(partner, id, [viewer.memberId])).size).toBe(0);
  // Whoever looks after another programme acts as staff there, and reads nothing of this one.
  const readIn = async (scope: Scope) => (await listShownToStaff(staff, viewer.memberId, "mentor", scope)).length;
  expect([await readIn("all"), await readIn([id]), await readIn([randomUUID()])]).toEqual([2, 2, 0]);
  const seenBy = async (one: Viewer) => (await shownTo(one, viewer.memberId, "mentor")).map(({ question }) => question);
  await joining.join(partner, id, "mentee", NOW);
  expect([await seenBy(partner), await seenBy(stranger)]).toEqual([[], []]);
  const both = [viewer, partner].map(
    ({ memberId }, i) => ({ memberId, role: i === 0 ? "mentor" : "mentee", seen: 1 }) as const,
  );
  await joining.answer(staff, "approve", id, both, NOW);
  expect([await seenBy(partner), await seenBy(stranger)]).toEqual([["Open"], []]);
  const other = [{ questionId: open, isSealed: false, answer: null }];
  expect((await joining.saveAnswers(viewer, id, "mentor", other, NOW)).ok).toBe(true);
  expect(await seenBy(partner)).toEqual([]);

  const copyId = randomUUID();
  await db().profileQuestion.update({ where: { id: forStaff }, data: { retiredAt: NOW }, select: { id: true } });
  const { version } = await db().programme.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await programmes.copy(staff, { id, seen: version }, copyId, "Europe/London", after(1));
  const copied = await db().profileQuestion.findMany({
    where: { programmeId: copyId },
    select: { question: true, createdAt: true },
  });
  expect(copied).toEqual([{ question: "Open", createdAt: after(1) }]);
  await close(id);
});
