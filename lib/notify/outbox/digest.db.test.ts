import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db, type Prisma } from "@/lib/foundation/db/client";
import { sweep } from "@/lib/foundation/deadlines/sweep";
import { env } from "@/lib/foundation/env";
import type { DeliveryOptions } from "@/lib/notify/delivery/deliver";
import { resendTransport } from "@/lib/notify/delivery/resend";
import { resendFailed } from "@/lib/notify/mailbox/commands";
import { listFailed, listOvertaken } from "@/lib/notify/mailbox/queries";
import { saveChoices, stopMails } from "@/lib/notify/notices/commands";
import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMails, insertPair, later, NOW, type Pair } from "@/testing/mail/mails";
import { type Provider, startProvider } from "@/testing/mail/provider";
import { insertMember, viewerOf } from "@/testing/people";
import { digestSweepStep } from "./digests";

const HOUR = 3_600_000;
/** NOW is 18:00 in London; the digest of the day after is due at 08:00. */
const BEFORE = new Date("2026-11-22T07:59:59Z");
const MORNING = new Date("2026-11-22T08:00:00Z");
const DAY = 24 * HOUR;

let pair: Pair;
let provider: Provider;
let through: Partial<DeliveryOptions>;

beforeEach(async () => {
  pair = await insertPair("accepted");
  provider = await startProvider();
  through = { transport: resendTransport({ apiKey: "re_test", baseUrl: provider.url, timeoutSeconds: 2 }), budgetSeconds: 600 };
});

afterEach(async () => {
  await provider.close();
  await db().mail.deleteMany();
});

/** The mentor has chosen the digest, and so many things have come about. */
async function hold(count: number, at: Date = NOW): Promise<string[]> {
  await saveChoices(viewerOf(pair.mentor), { relationships: "digest", account: "digest" }, at);
  const keys = await insertMails(
    pair,
    Array.from({ length: count }, (_, i) => (i === 0 ? "relationship-closed" : "available-again")),
  );
  await db().mail.updateMany({ where: { key: { in: keys } }, data: { status: "held", nextAttemptAt: null, createdAt: at } });
  return keys;
}

const gather = (now: Date) => sweep(digestSweepStep("Europe/London"), now);
const findOne = (key: string | undefined) => db().mail.findUniqueOrThrow({ where: { key: key ?? "" } });
const digestKey = (day: string) => `digest:${pair.mentor.id}:${day}`;

describe("the digest", () => {
  test("is one mail in the morning, with all that was held, and how to stop it", async () => {
    const keys = await hold(2);
    expect(await gather(BEFORE)).toEqual({});
    expect(await gather(MORNING)).toEqual({ digests: 1 });
    expect(await gather(MORNING)).toEqual({});
    expect(await deliverMails(MORNING, through)).toEqual({ sent: 1, failed: 0, retried: 0, overtaken: 0 });
    const key = digestKey("2026-11-22");
    expect([...provider.inbox]).toEqual([[key, "Your daily digest from Connect: 2 things are new"]]);
    const token = signUnsubscription({ memberId: pair.mentor.id, what: "digest" }, env().authSecrets);
    const headers = {
      "List-Unsubscribe": `<${env().APP_URL}/api/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    };
    expect(provider.headers.get(key)).toEqual(headers);
    const mail = await findOne(key);
    expect(mail.headers).toEqual(headers);
    expect(mail.text).toContain("Amina Okafor is no longer on Connect, so your relationship has ended.");
    expect(mail.text).toContain("You are available to mentees again");
    for (const held of keys) expect(await findOne(held)).toMatchObject({ status: "digested", digestKey: key });
  });

  test("is made once, however many sweeps come at once, and each of many members gets theirs", async () => {
    const pairs = [pair];
    await hold(3);
    for (let i = 0; i < 8; i += 1) {
      pair = await insertPair("accepted");
      pairs.push(pair);
      await hold(2);
    }
    const sweepStep = digestSweepStep("Europe/London");
    const due = await sweepStep.findDue(MORNING, null, 100);
    let sweeps: Promise<Record<string, number>[]> = Promise.resolve([]);
    await db().$transaction(
      async (other) => {
        // Somebody else has these mails in hand, so that all the sweeps have begun before one can be done.
        await other.$executeRaw`SELECT FROM "mails" WHERE "status" = 'held' FOR UPDATE`;
        sweeps = Promise.all(Array.from({ length: 8 }, () => sweepStep.step(due, MORNING)));
        await expect.poll(() => countWaiting(other), { timeout: 10_000 }).toBe(8);
      },
      { timeout: 15_000 },
    );
    const runs = await sweeps;
    expect(runs.reduce((sum, { digests = 0 }) => sum + digests, 0)).toBe(9);
    expect(await db().mail.count({ where: { kind: "digest" } })).toBe(9);
    expect(await db().mail.count({ where: { status: "held" } })).toBe(0);
    await Promise.all(Array.from({ length: 4 }, () => deliverMails(MORNING, through)));
    expect(provider.inbox.size).toBe(9);
  });

  test("that comes days late is one, and what is held after it waits for the next", async () => {
    await hold(2);
    const late = new Date(MORNING.getTime() + 3 * DAY + HOUR);
    const [fresh] = await hold(1, new Date(late.getTime() - 1000));
    expect(await gather(late)).toEqual({ digests: 1 });
    expect(await findOne(fresh)).toMatchObject({ status: "held" });
    expect(await gather(late)).toEqual({});
    expect(await gather(new Date(late.getTime() + DAY))).toEqual({ digests: 1 });
    expect(await findOne(fresh)).toMatchObject({ status: "digested", digestKey: digestKey("2026-11-26") });
  });

  test("loses nothing that was saved too late to be seen", async () => {
    await hold(1);
    await gather(MORNING);
    const [missed] = await hold(1, new Date(MORNING.getTime() - 1));
    expect(await gather(MORNING)).toEqual({ digests: 0 });
    expect(await gather(new Date(MORNING.getTime() + DAY))).toEqual({ digests: 1 });
    expect(await findOne(missed)).toMatchObject({ status: "digested" });
  });

  test("is due at eight where the society is, whatever clocks have done in the night", async () => {
    await hold(1, new Date("2027-03-27T20:00:00Z"));
    expect(await gather(new Date("2027-03-28T06:59:59Z"))).toEqual({});
    expect(await gather(new Date("2027-03-28T07:00:00Z"))).toEqual({ digests: 1 });
  });
});

describe("a mail that events have overtaken", () => {
  test("is not sent when its reader has switched its kind off since, at the first attempt or a later one", async () => {
    const [first] = await insertMails(pair, ["relationship-closed"]);
    provider.mood = () => ({ status: 503, name: "internal_server_error" });
    await deliverMails(NOW, through);
    const [second] = await insertMails(pair, ["relationship-closed"]);
    await stopMails({ memberId: pair.mentor.id, what: "relationships" }, NOW);
    provider.mood = () => "well";
    expect(await deliverMails(later(5), through)).toEqual({ sent: 0, failed: 0, retried: 0, overtaken: 2 });
    expect(provider.inbox.size).toBe(0);
    const overtaken = await listOvertaken(10);
    expect(overtaken.map(({ key }) => key).sort()).toEqual([first, second].sort());
    expect(overtaken[0]?.lastError).toBe("Its reader has switched mails of this kind off.");
    expect(await listFailed(10)).toEqual([]);
  });

  test("is left out of the digest, which goes with what is left, or not at all", async () => {
    await hold(2);
    await gather(MORNING);
    await stopMails({ memberId: pair.mentor.id, what: "relationships" }, MORNING);
    await deliverMails(MORNING, through);
    expect([...provider.inbox.values()]).toEqual(["Your daily digest from Connect: one thing is new"]);
    await hold(2, MORNING);
    const next = new Date(MORNING.getTime() + DAY);
    await gather(next);
    await stopMails({ memberId: pair.mentor.id, what: "digest" }, next);
    expect(await deliverMails(next, through)).toEqual({ sent: 0, failed: 0, retried: 0, overtaken: 1 });
    expect(await findOne(digestKey("2026-11-23"))).toMatchObject({ status: "overtaken" });
  });

  test("held when its reader chose to have them at once again, still goes with the next digest", async () => {
    await hold(1);
    await saveChoices(viewerOf(pair.mentor), { relationships: "at-once", account: "at-once" }, NOW);
    await gather(MORNING);
    expect(await deliverMails(MORNING, through)).toMatchObject({ sent: 1 });
  });

  test("is the reminder that was late when the mentor answered", async () => {
    pair = await insertPair();
    const [reminder] = await insertMails(pair, ["proposal-reminder"]);
    provider.mood = () => ({ status: 503, name: "internal_server_error" });
    expect(await deliverMails(NOW, through)).toMatchObject({ retried: 1 });
    provider.mood = () => "well";
    const rejected = await proposals.reject(viewerOf(pair.mentor), pair.proposalId, null, DEFAULT_SETTINGS, NOW);
    expect(rejected.ok).toBe(true);
    expect(await deliverMails(later(5), through)).toMatchObject({ overtaken: 1, sent: 1 });
    expect([...provider.inbox.values()]).toEqual(["Gareth Pugh cannot take up your proposal"]);
    expect(await findOne(reminder)).toMatchObject({
      status: "overtaken",
      nextAttemptAt: null,
      lastError: "It asks for an answer, and the proposal is rejected by now.",
    });
  });

  test("is one to a member who was suspended, but for what was done to the account", async () => {
    await db().member.update({ where: { id: pair.mentor.id }, data: { status: "suspended" }, select: { id: true } });
    const keys = await insertMails(pair, ["proposal-closed", "relationship-closed", "account-deleted"]);
    expect(await deliverMails(NOW, through)).toEqual({ sent: 1, failed: 0, retried: 0, overtaken: 2 });
    expect([...provider.inbox.keys()]).toEqual([keys[2]]);
  });
});

test("mails that always go carry no header to stop them by", async () => {
  const [key] = await insertMails(await insertPair(), ["proposal-sent"]);
  await deliverMails(NOW, through);
  expect([provider.headers.get(key ?? ""), (await findOne(key)).headers]).toEqual([{}, {}]);
});

describe("staff have failed mails sent again", () => {
  test("one of them or all, in the same words, to the address of today, each audited", async () => {
    const staff = viewerOf(await insertMember({ staff: "staff" }));
    const keys = await insertMails(pair, ["relationship-closed", "proposal-withdrawn", "proposal-closed"]);
    provider.mood = () => ({ status: 422, name: "validation_error" });
    expect(await deliverMails(NOW, through)).toMatchObject({ failed: 3 });
    const { subject } = await findOne(keys[0]);
    provider.mood = () => "well";
    await db().member.update({ where: { id: pair.mentor.id }, data: { email: "new@example.org" }, select: { id: true } });
    expect(await resendFailed([keys[0] ?? "", "no such key"], staff, later(1))).toEqual({ ok: true, value: 1 });
    expect(await deliverMails(later(1), through)).toMatchObject({ sent: 1 });
    expect(await findOne(keys[0])).toMatchObject({ status: "sent", attempts: 1, toAddress: "new@example.org", subject });
    const both = await Promise.all([resendFailed("all", staff, later(2)), resendFailed("all", staff, later(2))]);
    expect(both.reduce((sum, result) => sum + (result.ok ? result.value : 0), 0)).toBe(2);
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 2, failed: 0 });
    expect(await resendFailed("all", staff, later(3))).toEqual({ ok: true, value: 0 });
    const audited = await db().auditEvent.findMany({ where: { fact: "mail-sent-again", subjectId: pair.mentor.id } });
    expect(audited).toHaveLength(3);
    expect(audited[0]).toMatchObject({ actor: "staff", actorId: staff.memberId, data: { key: keys[0] } });
  });

  test("is for staff alone", async () => {
    expect(await resendFailed("all", viewerOf(pair.mentor), NOW)).toEqual({ ok: false, reason: "not-staff" });
  });
});

/** How many sessions of this database wait for a lock. Inside a transaction the first answer would be kept for the rest of it. */
async function countWaiting(within: Prisma.TransactionClient): Promise<number> {
  await within.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const rows = await within.$queryRaw<unknown[]>`
    SELECT 1 AS "one" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length;
}
