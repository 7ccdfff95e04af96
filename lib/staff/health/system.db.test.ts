import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { countedSteps } from "@/lib/entrypoints/sweep-steps";
import { db } from "@/lib/foundation/db/client";
import { recordRun } from "@/lib/foundation/deadlines/runs";
import { MOST_COUNTED } from "@/lib/foundation/deadlines/sweep-step";
import { env } from "@/lib/foundation/env";
import { surveyReminderSweepStep } from "@/lib/mentoring/surveys/sweep-step";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { insertMails, insertPair } from "@/testing/mail/mails";
import { readSetup, readSystem } from "./queries";
import { canWrite, TAKE_ROOM } from "./room/queries";
import { findFaults, pendingMigrations } from "./system";

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const ask = (secret?: string) =>
  GET(new Request("http://localhost/api/health", secret ? { headers: { authorization: `Bearer ${secret}` } } : {}));

async function sweptAt(at: Date) {
  await db().sweepRun.create({ data: { startedAt: at, finishedAt: at, counts: { expired: 2 } }, select: { id: true } });
}

describe("how the product is doing", () => {
  it("is all told from one question", async () => {
    await sweptAt(ago(0.1));
    const { mentor, proposalId } = await insertPair();
    await db().proposal.update({ where: { id: proposalId }, data: { dueAt: ago(2) }, select: { id: true } });
    await db().mentorProfile.update({
      where: { memberId: mentor.id },
      data: { isAvailable: false, availableAgainAt: ago(3) },
      select: { memberId: true },
    });
    const finding = { kind: "listing-wrong", subjectId: randomUUID(), detail: "d" };
    await db().finding.create({ data: { key: "open", ...finding, foundAt: ago(5) }, select: { key: true } });
    await db().finding.create({ data: { key: "x", ...finding, foundAt: ago(5), clearedAt: ago(4) }, select: { key: true } });
    const system = await readSystem(countedSteps);
    if (!system) throw new Error("away");
    const { facts } = system;
    expect(facts.lastSweep?.counts).toEqual({ expired: 2 });
    expect(facts.backlog.find(({ of }) => of === "proposals")).toMatchObject({ overdue: 1, since: expect.any(Date) });
    expect(facts.backlog.find(({ of }) => of === "availability")).toMatchObject({ overdue: 1 });
    expect(facts.findings.map(({ key }) => key)).toEqual(["open"]);
    expect(facts.database.bytes).toBeGreaterThan(1_000_000);
    expect(facts.database.version).toMatch(/^\d+/);
    const setup = await readSetup(system.now);
    expect(facts.database.applied).toEqual(expect.arrayContaining(setup.migrations ?? ["none"]));
    expect(pendingMigrations(facts, setup)).toEqual([]);
    expect(findFaults(facts, setup, system.now)).toEqual([]);
  });

  it("counts what is overdue of every step of the sweep", async () => {
    const { mentee, mentor, proposalId } = await insertPair("accepted");
    const [dueAt, other] = [ago(2), await insertPair()];
    await db().proposal.update({ where: { id: other.proposalId }, data: { dueAt }, select: { id: true } });
    const term = { startedAt: ago(99), agreedUntil: ago(1), mentorPlace: 1, menteePlace: 1, dueAt };
    const two = { menteeId: mentee.id, mentorId: mentor.id };
    await db().relationship.create({ data: { id: proposalId, ...two, ...term }, select: { id: true } });
    const meeting = {
      organiserId: mentor.id,
      status: "planned",
      answer: "accepted",
      method: 1,
      sendsDetails: false,
      remindAt: dueAt,
      dueAt,
    };
    const at = { startsAt: ago(-9), endsAt: ago(-10), createdAt: ago(50), movedAt: ago(50) };
    await db().meeting.create({
      data: { id: randomUUID(), relationshipId: proposalId, ...meeting, ...at },
      select: { id: true },
    });
    const question = { status: "waiting", slot: 1, firstNumber: 1, askedAt: ago(400), dueAt };
    await db().question.create({ data: { id: randomUUID(), conversationId: randomUUID(), ...two, ...question } });
    const place = { proposalId: other.proposalId, menteeId: other.mentee.id, mentorId: other.mentor.id };
    await db().queuePlace.create({ data: { ...place, joinedAt: ago(9) } });
    await db().proposalChoice.create({ data: { ...place, position: 1, mentorId: mentor.id, isDue: true } });
    await db().mentorAlertFind.create({ data: { memberId: mentee.id, mentorId: other.mentor.id, dueAt, since: ago(5) } });
    const letter = { authorId: mentee.id, subject: "News", words: "News", changedAt: ago(30), dueAt };
    for (const status of ["scheduled", "sending"]) {
      const letterId = randomUUID();
      const startedAt = status === "sending" ? dueAt : null;
      await db().memberLetter.create({ data: { id: letterId, ...letter, status, startedAt }, select: { id: true } });
      if (startedAt) await db().memberLetterRecipient.create({ data: { letterId, memberId: mentee.id } });
      const reader = { letterId, memberId: mentee.id, variant: "", relationshipId: proposalId, role: "mentee" };
      if (startedAt) await db().pairLetterRecipient.create({ data: reader });
    }
    const held = { memberId: mentee.id, kind: "letter", status: "held", createdAt: ago(30) };
    await db().mail.create({ data: { key: "held", ...held }, select: { key: true } });
    await db().surveyRound.update({ where: { relationshipId: proposalId }, data: { dueAt }, select: { version: true } });
    const days = { startsAt: ago(9), endsAt: ago(-9), changedAt: ago(9), dueAt };
    const survey = { id: randomUUID(), authorId: mentee.id, title: "A survey", status: "open" };
    await db().survey.create({ data: { ...survey, ...days }, select: { id: true } });
    for (let i = 0; i < 5; i++) {
      const asking = { memberId: mentee.id, survey: "pulse", askedAt: ago(200), openUntil: ago(-9), remindAt: dueAt };
      const { id: askingId } = await db().surveyAsking.create({
        data: { ...asking, occasion: String(i) },
        select: { id: true },
      });
      const given = { askingId, survey: "pulse", chosen: { 1: 4 }, wantsContact: false, answeredAt: ago(30) };
      await db().surveyAnswer.create({ data: given, select: { askingId: true } });
    }
    const intake = { name: "An intake", forWhom: "Anybody", status: "draft", time: "intake", finding: "members", own: {} };
    const dates = { opensAt: dueAt, createdAt: ago(9), movedAt: ago(9), dueAt };
    await db().programme.create({ data: { id: randomUUID(), ...intake, ...dates }, select: { id: true } });
    const runId = randomUUID();
    const run = { programmeId: randomUUID(), startedById: mentee.id, startedAt: ago(30), status: "gathering", dueAt };
    await db().matchingRun.create({ data: { id: runId, ...run }, select: { id: true } });
    const match = { runId, menteeId: mentee.id, mentorId: mentor.id, state: "publishing", origin: "hand", place: 1 };
    await db().match.create({ data: { id: randomUUID(), ...match, changedAt: ago(30) }, select: { id: true } });
    const asked = { programmeId: SOCIETY_SCHEME, role: "mentor", countsAt: dueAt };
    const words = { kind: "approval", name: "Approval", text: "Staff look at you." };
    const condition = { id: randomUUID(), ...asked, ...words, spreadDueAt: dueAt, createdAt: ago(30), changedAt: ago(30) };
    await db().readinessCondition.create({ data: condition, select: { id: true } });
    const item = { id: randomUUID(), conditionId: condition.id, memberId: mentor.id, ...asked, textNumber: 1 };
    const open = { status: "open", isLacking: false, movedAt: ago(30), dueAt };
    await db().readinessItem.create({ data: { ...item, ...open }, select: { id: true } });
    const told = {
      createdAt: ago(30),
      secret: "sealed",
      address: "https://members.example.org/",
      events: ["member.registered"],
    };
    const endpoint = { id: randomUUID(), ...told };
    await db().webhookEndpoint.create({ data: endpoint, select: { id: true } });
    const delivery = { id: randomUUID(), endpointId: endpoint.id, key: "a", event: "member.registered", memberId: mentor.id };
    const due = { happenedAt: ago(30), nextAttemptAt: dueAt };
    await db().webhookDelivery.create({ data: { ...delivery, ...due }, select: { id: true } });
    const system = await readSystem(countedSteps);
    const counted = countedSteps("Europe/London").flatMap(({ name, overdue }) => (overdue ? [name] : []));
    expect(system?.facts.backlog.map(({ of }) => of)).toEqual(counted);
    expect(system?.facts.backlog.filter(({ overdue }) => overdue === 0)).toEqual([]);
  });

  it("counts so much of what is overdue and no more, since when the oldest of all has been due", async () => {
    const { mentee } = await insertPair();
    const [oldest, due] = [ago(50), ago(2)];
    await db().$executeRaw`
      INSERT INTO "survey_askings" ("id", "memberId", "survey", "occasion", "askedAt", "openUntil", "remindAt")
      SELECT gen_random_uuid(), ${mentee.id}::uuid, 'pulse', n::text, ${oldest}::timestamptz, ${ago(-9)}::timestamptz,
        CASE WHEN n = ${MOST_COUNTED + 50}::integer THEN ${oldest}::timestamptz ELSE ${due}::timestamptz END
      FROM generate_series(1, ${MOST_COUNTED + 50}::integer) n`;
    const system = await readSystem(countedSteps);
    const reminders = system?.facts.backlog.find(({ of }) => of === surveyReminderSweepStep.name);
    expect(reminders).toMatchObject({ overdue: MOST_COUNTED + 1, since: oldest });
    await db().surveyAsking.deleteMany({ where: { memberId: mentee.id } });
  });

  it("says of digests since when the oldest mail of all is held, also where there are more members than are counted", async () => {
    const oldest = ago(90);
    await db().$executeRaw`
      WITH many AS (
        INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "createdAt")
        SELECT lpad(to_hex(n), 32, '0')::uuid, 'https://held.example', 'H' || n, 'H' || n, 'Member ' || n, 'h' || n || '@example.org', ${oldest}::timestamptz
        FROM generate_series(1, ${MOST_COUNTED + 9}::integer) n RETURNING "id", substr("number", 2)::integer AS n
      )
      INSERT INTO "mails" ("key", "memberId", "kind", "status", "createdAt")
      SELECT 'held:' || n, "id", 'letter', 'held', CASE WHEN n = ${MOST_COUNTED + 9}::integer THEN ${oldest}::timestamptz ELSE ${ago(50)}::timestamptz END
      FROM many`;
    const digests = (await readSystem(countedSteps))?.facts.backlog.find(({ of }) => of === "digest");
    expect(digests).toMatchObject({ overdue: MOST_COUNTED + 1, since: oldest });
    await db().$executeRaw`DELETE FROM "mails" WHERE "key" LIKE 'held:%'`;
  });

  it("names the keys and shows none of them", async () => {
    const setup = await readSetup(new Date());
    expect(setup.wordsKeys).toEqual(["tests"]);
    const told = JSON.stringify(setup);
    for (const secret of [env().AUTH_SECRET, env().CRON_SECRET, Buffer.alloc(32, 7).toString("base64")])
      expect(told).not.toContain(secret);
  });

  it("is untold mail, once it waits too long", async () => {
    const [key = ""] = await insertMails(await insertPair(), ["proposal-sent"]);
    const change = (data: object) => db().mail.update({ where: { key }, data, select: { key: true } });
    const faulty = async () => (await (await ask(env().CRON_SECRET)).json()).faults;
    await change({ attempts: 0, nextAttemptAt: ago(0.5), createdAt: ago(9) });
    expect(await faulty()).toEqual([]);
    await change({ nextAttemptAt: ago(1.5) });
    expect(await faulty()).toEqual(["mail-stuck"]);
    await change({ attempts: 3, nextAttemptAt: ago(-1), createdAt: ago(3) });
    expect(await faulty()).toEqual([]);
    await change({ createdAt: ago(5) });
    expect(await faulty()).toEqual(["mail-stuck"]);
    await change({ status: "failed", nextAttemptAt: null });
    expect(await faulty()).toEqual([]);
  });
});

describe("what a monitor is told", () => {
  it("is all to whoever knows the secret, and to others only whether all is well", async () => {
    const told = await ask(env().CRON_SECRET);
    expect(told.status).toBe(200);
    expect(await told.json()).toMatchObject({
      ok: true,
      faults: [],
      setup: { scheduler: "external" },
      findings: 1,
      pending: [],
    });
    for (const secret of [undefined, "wrong", `${env().CRON_SECRET} `.repeat(2)]) {
      const answer = await ask(secret);
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    }
  });

  it("is no, with 503, when the sweep is late", async () => {
    await db().sweepRun.updateMany({ data: { startedAt: ago(2), finishedAt: ago(1.1) } });
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false }]);
    await sweptAt(ago(0));
    expect((await ask()).status).toBe(200);
  });

  it("is no, with 503, after a sweep that failed, until one ends well", async () => {
    const broken = async () => {
      throw new Error("the sweep was meant to fail");
    };
    await expect(recordRun(ago(0), broken, async () => ago(0))).rejects.toThrow("meant to fail");
    const answer = await ask(env().CRON_SECRET);
    expect([answer.status, (await answer.json()).faults]).toEqual([503, ["sweep-failed"]]);
    // One that has begun since says nothing yet.
    await db().sweepRun.create({ data: { startedAt: ago(-0.001) }, select: { id: true } });
    expect((await ask()).status).toBe(503);
    await recordRun(
      ago(-0.002),
      async () => ({ expired: 1, failed: 2 }),
      async () => ago(0),
    );
    expect((await ask()).status).toBe(503);
    await recordRun(
      ago(-0.003),
      async () => ({ expired: 1 }),
      async () => ago(0),
    );
    expect((await ask()).status).toBe(200);
  });

  it("is no when the database answers and cannot write", async () => {
    const room = () => canWrite(async () => false, Number.POSITIVE_INFINITY);
    const system = await readSystem(countedSteps, { room });
    expect(findFaults(system?.facts ?? null, await readSetup(ago(0)), ago(0))).toEqual(["database-cannot-write"]);
    const full = async () => {
      throw new Error("No space left on device");
    };
    expect(await canWrite(full, Number.POSITIVE_INFINITY)).toBe(false);
    // What is asked for does lie on a disk, where a limit to what may lie there stops it.
    const other = new Client({ connectionString: env().DATABASE_URL });
    await other.connect();
    const take = () => other.query(`BEGIN; ${TAKE_ROOM.join("; ")}; COMMIT`);
    await take();
    await other.query("SET temp_file_limit = '200kB'");
    await expect(take()).rejects.toThrow(/temporary file size/);
    await other.end();
  });

  it("asks for room once in half a minute, and again at once where there was none", async () => {
    let asked = 0;
    const take = async () => ++asked > 1;
    const now = Date.now() + 1_000_000;
    expect([await canWrite(take, now), await canWrite(take, now), await canWrite(take, now + 29_999), asked]).toEqual([
      false,
      true,
      true,
      2,
    ]);
    await canWrite(take, now + 30_000);
    expect(asked).toBe(3);
  });

  it("comes in time though the database hangs", async () => {
    const other = new Client({ connectionString: env().DATABASE_URL });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE "mails" IN ACCESS EXCLUSIVE MODE');
    const asked = performance.now();
    const answer = await ask(env().CRON_SECRET);
    expect(performance.now() - asked).toBeLessThan(9000);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ok: false, faults: ["database-away"], setup: { signIn: "federated" } });
    await other.query("ROLLBACK");
    await other.end();
    expect((await ask()).status).toBe(200);
  });
});
