import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import type { Viewer } from "@/lib/foundation/viewer";
import * as checkIns from "@/lib/mentoring/check-ins/commands";
import { checkInSweepStep } from "@/lib/mentoring/check-ins/sweep-step";
import * as proposals from "@/lib/pairing/proposals/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { asksForWorkers, inAnyProcess } from "@/testing/plan";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { dismiss, putOff, takeUp } from "./commands";
import { FIRST_OF_A_KIND, type Kind } from "./kinds";
import { listAside, listOfKind, listToday } from "./queries";
import { selectWhatNeedsAttention } from "./today-sql";

const SETTINGS = DEFAULT_SETTINGS;

async function propose(mentee: TestMember, mentor: TestMember, at = SENT_AT): Promise<string> {
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value;
}

/** Two whose relationship began on day 1. */
async function begin(): Promise<{ id: string; mentee: TestMember; mentor: TestMember }> {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const id = await propose(mentee, mentor);
  await proposals.accept(viewerOf(mentor), id, 1, SETTINGS, onDay(1));
  return { id, mentee, mentor };
}

const meet = (relationshipId: string, organiserId: string, startsAt: Date, status = "held") =>
  db().meeting.create({
    data: {
      ...{ id: randomUUID(), relationshipId, organiserId, status, answer: "accepted", method: 1, sendsDetails: false },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), createdAt: SENT_AT, movedAt: SENT_AT },
    },
    select: { id: true },
  });

test("looking around asks no workers for help", async () => {
  const statement = selectWhatNeedsAttention(SETTINGS, SENT_AT, null, FIRST_OF_A_KIND, "all", { memberId: randomUUID() });
  expect(await asksForWorkers(statement)).toBe(false);
  expect(await asksForWorkers(inAnyProcess(statement))).toBe(true);
});

const staffViewer = async () => viewerOf(await insertMember({ staff: "staff" }));
let staff: Promise<Viewer> | undefined;
const someone = () => {
  staff ??= staffViewer();
  return staff;
};

/** Everything in the staff inbox, the most urgent first. */
async function look(viewer: Viewer, at: Date) {
  return (await listToday(viewer, SETTINGS, at)).flatMap(({ rows }) => rows);
}

async function rowsOf(day: number, kind: Kind) {
  return (await look(await someone(), onDay(day))).filter((row) => row.kind === kind);
}

/** The inbox is emptied between the tests, which share a database. */
beforeEach(async () => {
  const at = onDay(0);
  await db().proposal.updateMany({
    where: { status: "sent" },
    data: { status: "rejected", dueAt: null, movedAt: at },
  });
  await db()
    .$executeRaw`UPDATE "relationships" SET "endedAt" = ${at}, "endedBecause" = 'completed', "dueAt" = NULL WHERE "endedAt" IS NULL`;
  await db().$executeRaw`UPDATE "proposals" SET "movedAt" = ${onDay(-100)} WHERE "status" = 'expired'`;
  await db().mail.deleteMany({ where: { status: "failed" } });
  await db().finding.deleteMany();
  await db().member.deleteMany({ where: { status: "waiting" } });
});

describe("what is in the staff inbox", () => {
  test("nothing, when nothing needs anybody", async () => {
    expect(await listToday(await someone(), SETTINGS, onDay(40))).toEqual([]);
  });

  test("the first ten of each kind with its count, up to fifty, and fifty of one kind by itself", async () => {
    const expiring = await propose(await insertMentee(), await insertMentor());
    const wait = (from: number, to: number) =>
      db().$executeRaw`
        INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "status", "createdAt")
        SELECT gen_random_uuid(), 'waiting', n, n, n, n, 'waiting', ${onDay(0)}::timestamptz + n * interval '1 minute'
        FROM generate_series(${from}::integer, ${to}::integer) n`;
    const groups = async () => listToday(await someone(), SETTINGS, onDay(19));
    const alone = async (kind: Kind) => listOfKind(await someone(), kind, SETTINGS, onDay(19));
    await wait(2, 51);
    expect((await groups())[1]).toMatchObject({ kind: "account-waiting", rows: { length: 10 }, count: 50 });
    await wait(52, 60);
    const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => [String(from + i)]);
    const [first, second, ...others] = await groups();
    expect([first?.kind, first?.rows.map(({ subjectId }) => subjectId), first?.count]).toEqual([
      "proposal-expiring",
      [expiring],
      1,
    ]);
    expect(second?.rows.map((row) => row.names)).toEqual(names(2, 11));
    expect([second?.kind, second?.count, others]).toEqual(["account-waiting", 51, []]);
    const waiting = await alone("account-waiting");
    expect(waiting?.rows.map((row) => row.names)).toEqual(names(2, 51));
    expect(waiting).toMatchObject({ kind: "account-waiting", count: 51 });
    expect(await alone("relationship-quiet")).toBeNull();
  });

  test("a proposal near its last day; with more days it is gone, and comes again as another occasion", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await propose(mentee, mentor);
    expect(await rowsOf(17, "proposal-expiring")).toEqual([]);
    const [row] = await rowsOf(19, "proposal-expiring");
    expect(row).toMatchObject({
      subjectId: id,
      names: [mentee.name, mentor.name],
      since: SENT_AT,
      until: onDay(21),
      isOwn: false,
    });
    expect(await rowsOf(21, "proposal-expiring")).toEqual([]);
    await proposals.extend(await someone(), { id, seen: 1 }, 7, SETTINGS, onDay(19));
    expect(await rowsOf(19, "proposal-expiring")).toEqual([]);
    const [again] = await rowsOf(26, "proposal-expiring");
    expect([again?.subjectId, again?.key === row?.key]).toEqual([id, false]);
  });

  test("two without a first conversation, until they talk or agree to", async () => {
    const { id, mentee, mentor } = await begin();
    expect(await rowsOf(14, "no-first-conversation")).toEqual([]);
    expect(await rowsOf(16, "no-first-conversation")).toMatchObject([{ subjectId: id, names: [mentee.name, mentor.name] }]);
    const planned = await meet(id, mentor.id, onDay(20), "planned");
    expect(await rowsOf(16, "no-first-conversation")).toEqual([]);
    await db().meeting.update({ where: planned, data: { answer: "declined" }, select: { id: true } });
    expect(await rowsOf(16, "no-first-conversation")).toHaveLength(1);
    await db().meeting.update({ where: planned, data: { answer: "accepted" }, select: { id: true } });
    expect(await rowsOf(16, "no-first-conversation")).toEqual([]);
    await db().meeting.update({ where: planned, data: { answer: "waiting" }, select: { id: true } });
    expect(await rowsOf(16, "no-first-conversation")).toHaveLength(1);
    await db().meeting.update({ where: planned, data: { answer: "accepted" }, select: { id: true } });
    await db().meeting.update({
      where: planned,
      data: { status: "cancelled", cancelledBecause: "organiser" },
      select: { id: true },
    });
    expect(await rowsOf(16, "no-first-conversation")).toHaveLength(1);
    await relationships.holdFirstConversation(viewerOf(mentee), id, onDay(15), SETTINGS, onDay(16));
    expect(await rowsOf(17, "no-first-conversation")).toEqual([]);
  });

  test("one who waits in vain, first, with nothing else about the two; gone when the partner answers or they pause", async () => {
    const { id, mentee, mentor } = await begin();
    for (let day = 0; day <= 5; day++) await sweep(checkInSweepStep, onDay(day));
    await checkIns.answer({ memberId: mentor.id }, { id, round: 1, answer: "no-reply" }, SETTINGS, onDay(6));
    for (let day = 6; day <= 13; day++) await sweep(checkInSweepStep, onDay(day));
    expect(await rowsOf(16, "partner-silent")).toMatchObject([
      { subjectId: id, names: [mentor.name, mentee.name], since: onDay(6) },
    ]);
    expect(await rowsOf(16, "no-first-conversation")).toEqual([]);
    await checkIns.answer({ memberId: mentee.id }, { id, round: 1, answer: "date" }, SETTINGS, onDay(16));
    expect(await rowsOf(16, "partner-silent")).toEqual([]);
    expect(await rowsOf(16, "no-first-conversation")).toHaveLength(1);
    await checkIns.askPause({ memberId: mentee.id }, id, onDay(60), SETTINGS, onDay(16));
    await checkIns.agreePause({ memberId: mentor.id }, id, onDay(60), SETTINGS, onDay(16));
    expect(await rowsOf(17, "no-first-conversation")).toEqual([]);
  });

  test("two who have gone quiet: counted from their last meeting, and gone when the relationship ends", async () => {
    const { id, mentor } = await begin();
    expect(await rowsOf(62, "relationship-quiet")).toMatchObject([{ subjectId: id, what: "never" }]);
    expect(await rowsOf(62, "no-first-conversation")).toEqual([]);
    const { id: meetingId } = await meet(id, mentor.id, onDay(10));
    expect(await rowsOf(62, "relationship-quiet")).toEqual([]);
    const [quiet] = await rowsOf(71, "relationship-quiet");
    expect(quiet).toMatchObject({ subjectId: id, since: onDay(10), what: null });
    await db().meeting.delete({ where: { id: meetingId }, select: { id: true } });
    expect((await rowsOf(71, "relationship-quiet"))[0]?.key).not.toBe(quiet?.key);
    await relationships.end(viewerOf(mentor), id, null, SETTINGS, onDay(70));
    expect(await rowsOf(71, "relationship-quiet")).toEqual([]);
    expect(await db().relationshipRhythm.count({ where: { relationshipId: id } })).toBe(0);
  });

  test("mentors who are swamped, or have let the last two expire", async () => {
    const mentor = await insertMentor({ capacity: 5 });
    for (let i = 0; i < 5; i++) await propose(await insertMentee(), mentor, onDay(i));
    expect(await rowsOf(5, "mentor-swamped")).toMatchObject([{ subjectId: mentor.id, count: 5, names: [mentor.name] }]);
    const silent = await insertMentor({ capacity: 5 });
    const expire = async (day: number) => {
      const id = await propose(await insertMentee(), silent, onDay(day - 21));
      const data = { status: "expired", dueAt: null, movedAt: onDay(day) };
      await db().proposal.update({ where: { id }, data, select: { id: true } });
      return id;
    };
    await expire(25);
    expect(await rowsOf(26, "mentor-silent")).toEqual([]);
    const second = await expire(27);
    const [row] = await rowsOf(28, "mentor-silent");
    expect(row).toMatchObject({ subjectId: silent.id, since: onDay(27) });
    expect(row?.key).toContain(second);
    const third = await propose(await insertMentee(), silent, onDay(28));
    await proposals.reject(viewerOf(silent), third, null, SETTINGS, onDay(29));
    expect(await rowsOf(29, "mentor-silent")).toEqual([]);
    // One sweep, one moment, one item.
    for (const day of [30, 30]) await expire(day);
    expect(await rowsOf(31, "mentor-silent")).toMatchObject([{ subjectId: silent.id, since: onDay(30) }]);
  });

  test("accounts that wait, mails that failed, findings: a few one by one, many together", async () => {
    const waiting = await insertMember({ status: "waiting", createdAt: onDay(1) });
    expect(await rowsOf(2, "account-waiting")).toMatchObject([
      { subjectId: waiting.id, names: [waiting.name], since: onDay(1) },
    ]);
    const member = await insertMember();
    const fail = (n: number) =>
      db().mail.create({
        data: { key: `failing:${n}`, memberId: member.id, kind: "proposal-sent", status: "failed", createdAt: onDay(n) },
        select: { key: true },
      });
    for (const n of [1, 2, 3]) await fail(n);
    expect((await rowsOf(5, "mail-failed")).map(({ names }) => names)).toEqual([[member.name], [member.name], [member.name]]);
    await fail(4);
    expect(await rowsOf(5, "mail-failed")).toEqual([]);
    expect(await rowsOf(5, "mails-failed")).toMatchObject([{ count: 4, since: onDay(1) }]);
    const find = (n: number, kind: string) =>
      db().finding.create({
        data: { key: `${kind}:${n}`, kind, subjectId: randomUUID(), detail: "", foundAt: onDay(n) },
        select: { key: true },
      });
    for (const n of [1, 2, 3, 4, 5]) await find(n, "listing-wrong");
    await find(1, "sweep-failed");
    expect((await rowsOf(6, "finding")).map(({ what, count }) => [what, count])).toEqual([
      ["listing-wrong", 5],
      ["sweep-failed", 1],
    ]);
    await db().member.update({ where: { id: waiting.id }, data: { status: "active" }, select: { id: true } });
  });

  test("a clock that stands still", async () => {
    const run = await db().sweepRun.create({ data: { startedAt: onDay(3), finishedAt: onDay(3) }, select: { id: true } });
    const soon = new Date(onDay(3).getTime() + 30 * 60_000);
    expect(await look(await someone(), soon)).toEqual([]);
    expect(await rowsOf(4, "sweep-late")).toMatchObject([{ since: onDay(3) }]);
    await db().sweepRun.delete({ where: run, select: { id: true } });
  });

  test("the most urgent first, then the oldest, and no more than fit", async () => {
    const early = await begin();
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const id = await propose(mentee, mentor);
    const rows = await look(await someone(), onDay(19));
    expect(rows.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ["proposal-expiring", id],
      ["no-first-conversation", early.id],
    ]);
  });
});

describe("put aside", () => {
  test("for three days, twice is once, and then again", async () => {
    const { id } = await begin();
    const viewer = await someone();
    const key = (await rowsOf(16, "no-first-conversation"))[0]?.key ?? "";
    await Promise.all([putOff(viewer, key, SETTINGS, onDay(16)), putOff(viewer, key, SETTINGS, onDay(16))]);
    expect(await rowsOf(16, "no-first-conversation")).toEqual([]);
    expect(await rowsOf(18, "no-first-conversation")).toEqual([]);
    expect(await rowsOf(19, "no-first-conversation")).toMatchObject([{ subjectId: id }]);
    expect(await listAside(viewer, onDay(20))).toEqual([]);
    await putOff(viewer, key, SETTINGS, onDay(20));
    expect(await rowsOf(21, "no-first-conversation")).toEqual([]);
    const facts = await db().auditEvent.findMany({ where: { subjectId: id, actor: "staff" }, orderBy: { id: "asc" } });
    expect(facts.map(({ fact, subject, actorId }) => [fact, subject, actorId])).toEqual([
      ["put-off", "relationship", viewer.memberId],
      ["put-off", "relationship", viewer.memberId],
    ]);
  });

  test("for good, with a reason that no trail repeats, and taken up again", async () => {
    const { id, mentee, mentor } = await begin();
    const viewer = await someone();
    const key = (await rowsOf(16, "no-first-conversation"))[0]?.key ?? "";
    await dismiss(viewer, key, "They work in one office.", onDay(16));
    expect(await rowsOf(50, "no-first-conversation")).toEqual([]);
    const aside = (await listAside(viewer, onDay(50))).filter((row) => row.key === key);
    expect(aside).toMatchObject([
      { reason: "They work in one office.", names: [mentee.name, mentor.name], byName: viewer.name },
    ]);
    // What is dismissed is not merely put off by a late press.
    await putOff(viewer, key, SETTINGS, onDay(50));
    expect(await rowsOf(58, "no-first-conversation")).toEqual([]);
    // Being quiet is another occasion.
    expect(await rowsOf(62, "relationship-quiet")).toMatchObject([{ subjectId: id }]);
    await takeUp(viewer, key, onDay(50));
    await takeUp(viewer, key, onDay(50));
    expect(await rowsOf(50, "no-first-conversation")).toHaveLength(1);
    const facts = await db().auditEvent.findMany({ where: { subjectId: id, actor: "staff" }, orderBy: { id: "asc" } });
    expect(facts.map(({ fact }) => fact)).toEqual(["dismissed", "taken-up"]);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain("office");
  });

  test("by staff alone, and only what can be in it", async () => {
    const { id, mentor } = await begin();
    const key = (await rowsOf(16, "no-first-conversation"))[0]?.key ?? "";
    const member = viewerOf(mentor);
    for (const refused of [
      await putOff(member, key, SETTINGS, onDay(16)),
      await dismiss(member, key, "No.", onDay(16)),
      await takeUp(member, key, onDay(16)),
    ]) {
      expect(refused).toEqual({ ok: false, reason: "not-staff" });
    }
    expect(await putOff(await someone(), `anything:${id}:1`, SETTINGS, onDay(16))).toEqual({ ok: false, reason: "not-found" });
    expect(await rowsOf(16, "no-first-conversation")).toHaveLength(1);
  });

  test("one of the two sees it as their own", async () => {
    const { mentor } = await begin();
    const own = await look({ ...viewerOf(mentor), staff: "admin" }, onDay(16));
    expect(own.map(({ isOwn }) => isOwn)).toEqual([true]);
  });
});
