import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import type { Outcome, Transport } from "@/lib/notify/outbox/mail";
import { MAX_ATTEMPTS, RETRY_AFTER_SECONDS } from "@/lib/notify/outbox/retry";
import { isAlone, NOTICE_KINDS } from "@/testing/mail/kinds";
import { insertMails, insertPair, later, NOW, type Pair } from "@/testing/mail/mails";
import { type Mood, type Provider, startProvider } from "@/testing/mail/provider";
import type { DeliveryOptions } from "./deliver";
import { resendTransport } from "./resend";

let pair: Pair;
let provider: Provider;
let through: Partial<DeliveryOptions>;

beforeAll(async () => {
  pair = await insertPair();
});

beforeEach(async () => {
  provider = await startProvider();
  through = { transport: resendTransport({ apiKey: "re_test", baseUrl: provider.url, timeoutSeconds: 2 }), budgetSeconds: 600 };
});

afterEach(async () => {
  await provider.close();
  await db().mail.deleteMany();
});

const times = (count: number, kind: string) => Array.from({ length: count }, () => kind);
const find = (keys: string[]) => db().mail.findMany({ where: { key: { in: keys } }, orderBy: { key: "asc" } });
const findOne = (key: string | undefined) => db().mail.findUniqueOrThrow({ where: { key: key ?? "" } });

describe("a delivery", () => {
  test("sends a mail of every kind to the right person and keeps it readable", async () => {
    // That of messages goes only while something is unread, and that to a referee while they are asked: they have tests of their own.
    const kinds = NOTICE_KINDS.filter((kind) => kind !== "messages-waiting" && kind !== "referee-mail");
    const keys = await insertMails(pair, kinds);
    expect(await deliverMails(NOW, { budgetSeconds: 600 })).toEqual({
      sent: kinds.length,
      failed: 0,
      retried: 0,
      overtaken: 0,
    });
    for (const mail of await find(keys)) {
      expect(mail).toMatchObject({ status: "sent", attempts: 1, nextAttemptAt: null, lastError: null });
      const words = await getMailboxMail(mail.key);
      const address = mail.role === "mentor" ? pair.mentor.email : pair.mentee.email;
      // The last mail to somebody erased forgets the address.
      expect(mail.toAddress).toBe(mail.kind === "account-erased" ? null : address);
      if (!isAlone(mail.kind as (typeof NOTICE_KINDS)[number]))
        expect(words?.html).toContain(mail.role === "mentor" ? "Amina Okafor" : "Gareth Pugh");
      // A letter of staff greets by itself.
      const toBoth = mail.kind === "letter" ? "Our society has sent the same" : "your answer goes to Our society";
      expect(words?.text).toContain(mail.kind.startsWith("letter") ? toBoth : "Hello");
      expect(mail.sentAt?.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
    }
  });

  test("hands Resend the society as sender and the key of the occasion", async () => {
    const keys = await insertMails(pair, ["proposal-sent"]);
    await deliverMails(NOW, through);
    expect([...provider.inbox]).toEqual([[keys[0], "Amina Okafor asks you to be their mentor"]]);
    expect(await findOne(keys[0])).toMatchObject({ status: "sent", providerId: `id of ${keys[0]}` });
  });

  test("leaves what is not due yet", async () => {
    const keys = await insertMails(pair, ["proposal-sent"]);
    expect(await deliverMails(later(-1), through)).toEqual({ sent: 0, failed: 0, retried: 0, overtaken: 0 });
    expect(await findOne(keys[0])).toMatchObject({ status: "waiting", attempts: 0 });
  });

  test("tells an address of the other only once the proposal is accepted", async () => {
    const [early] = await insertMails(pair, ["proposal-accepted"]);
    const accepted = await insertPair("accepted");
    const [rightly, withdrawn] = await insertMails(accepted, ["proposal-accepted", "proposal-withdrawn"]);
    await deliverMails(NOW, { budgetSeconds: 600 });
    expect((await findOne(early)).html).not.toContain(pair.mentor.email);
    expect((await findOne(rightly)).html).toContain(accepted.mentor.email);
    expect((await findOne(withdrawn)).html).not.toContain(accepted.mentee.email);
  });

  test("suggests whom to ask next after a rejection, and never the one who rejected", async () => {
    const other = await insertPair();
    const [key] = await insertMails(pair, ["proposal-rejected"]);
    await deliverMails(NOW, { budgetSeconds: 600 });
    const html = (await getMailboxMail(key ?? ""))?.html;
    expect(html).toContain(`/mentors/${other.mentor.id}`);
    expect(html).not.toContain(`/mentors/${pair.mentor.id}`);
  });

  test("records what cannot be written as failed and what has no reader as overtaken, and sends the rest", async () => {
    const gone = await insertPair();
    await db().member.update({ where: { id: gone.mentor.id }, data: { status: "deleted" }, select: { id: true } });
    const [strange, fine] = await insertMails(pair, ["no-such-kind", "proposal-sent"]);
    const [unread] = await insertMails(gone, ["proposal-sent"]);
    expect(await deliverMails(NOW, through)).toEqual({ sent: 1, failed: 1, retried: 0, overtaken: 1 });
    expect(await findOne(strange)).toMatchObject({ status: "failed", lastError: expect.stringContaining("no-such-kind") });
    expect(await findOne(unread)).toMatchObject({ status: "overtaken", lastError: "The reader's account is deleted." });
    expect([...provider.inbox.keys()]).toEqual([fine]);
  });

  test("begins nothing once its time is up", async () => {
    const keys = await insertMails(pair, times(3, "proposal-sent"));
    expect(await deliverMails(NOW, { ...through, budgetSeconds: 0 })).toEqual({ sent: 0, failed: 0, retried: 0, overtaken: 0 });
    const slow: Transport = {
      send: () => new Promise((done) => setTimeout(done, 1000, { kind: "accepted", providerId: null })),
    };
    const many = await insertMails(pair, times(37, "proposal-sent"));
    const counts = await deliverMails(NOW, { transport: slow, budgetSeconds: 1 });
    expect(counts.sent + counts.retried).toBe(40);
    expect(counts.retried).toBeGreaterThan(0);
    for (const mail of await find([...keys, ...many])) expect(mail.attempts).toBe(mail.status === "sent" ? 1 : 0);
  });
});

test("a mail that is never answered holds up no other", async () => {
  const keys = await insertMails(pair, times(40, "proposal-sent"));
  let answer: (outcome: Outcome) => void = () => {};
  const never = new Promise<Outcome>((resolve) => {
    answer = resolve;
  });
  const transport: Transport = {
    send: async ({ key }) => (key === keys[3] ? never : { kind: "accepted", providerId: null }),
  };
  const delivering = deliverMails(NOW, { transport, limit: 5, budgetSeconds: 600 });
  const countSent = () => db().mail.count({ where: { key: { in: keys }, status: "sent" } });
  await vi.waitFor(async () => expect(await countSent()).toBe(39), { timeout: 60_000, interval: 100 });
  answer({ kind: "accepted", providerId: null });
  expect(await delivering).toEqual({ sent: 40, failed: 0, retried: 0, overtaken: 0 });
});

describe("twenty deliveries at once", () => {
  test("send each of 500 mails once", async () => {
    const keys = await insertMails(pair, times(500, "proposal-withdrawn"));
    // Writing mails is slow and not what is raced for: most are written already.
    await db().mail.updateMany({
      where: { key: { in: keys.slice(0, 460) } },
      data: { toAddress: "reader@example.org", subject: "A mail", html: "<p>A mail</p>", text: "A mail" },
    });
    const sent: string[] = [];
    const transport: Transport = {
      send: async ({ key }) => {
        sent.push(key);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        return { kind: "accepted", providerId: null };
      },
    };
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => deliverMails(NOW, { transport, limit: 10, budgetSeconds: 600 })),
    );
    expect(sent.sort()).toEqual(keys.sort());
    expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(500);
    expect(runs.filter((run) => run.sent > 0).length).toBeGreaterThan(1);
  });
});

describe("a provider", () => {
  test.each([
    [400, "invalid_attachment"],
    [404, "not_found"],
    [422, "validation_error"],
    [451, "security_error"],
  ])("that refuses a mail for good (%i %s) fails it at once, and sends the others", async (status, name) => {
    const [key, fine] = await insertMails(pair, times(2, "proposal-sent"));
    provider.mood = (asked) => (asked === key ? { status, name } : "well");
    expect(await deliverMails(NOW, through)).toEqual({ sent: 1, failed: 1, retried: 0, overtaken: 0 });
    expect(await findOne(key)).toMatchObject({
      status: "failed",
      attempts: 1,
      lastError: expect.stringContaining(String(status)),
    });
    expect([...provider.inbox.keys()]).toEqual([fine]);
    expect(await deliverMails(later(60), through)).toEqual({ sent: 0, failed: 0, retried: 0, overtaken: 0 });
  });

  test.each<[string, Mood]>([
    ["does not know our key", { status: 401, name: "missing_api_key" }],
    ["has withdrawn our key", { status: 403, name: "invalid_api_key" }],
    ["stands behind a gateway that is down", { status: 502, name: "", isHtml: true }],
    ["breaks off", "cut"],
  ])("that %s delays mail, and loses none", async (_what, mood) => {
    const keys = await insertMails(pair, times(3, "proposal-sent"));
    provider.mood = () => mood;
    expect(await deliverMails(NOW, through)).toEqual({ sent: 0, failed: 0, retried: 3, overtaken: 0 });
    for (const mail of await find(keys))
      expect(mail).toMatchObject({ status: "waiting", attempts: 1, lastError: expect.any(String) });
    provider.mood = () => "well";
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 3 });
    expect([...provider.inbox.keys()].sort()).toEqual(keys.sort());
  });

  test("that is not there at all delays mail, and loses none", async () => {
    const keys = await insertMails(pair, times(3, "proposal-sent"));
    const nowhere = resendTransport({ apiKey: "re_test", baseUrl: "http://127.0.0.1:9", timeoutSeconds: 2 });
    expect(await deliverMails(NOW, { ...through, transport: nowhere })).toMatchObject({ retried: 3 });
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 3 });
    expect([...provider.inbox.keys()].sort()).toEqual(keys.sort());
  });

  test.each<[string, Mood]>([
    ["after we have given up", "unheard"],
    ["in words that nobody can read", "garbled"],
  ])("that takes a mail and answers %s gets it again under the same key, and sends it once", async (_when, mood) => {
    const [key] = await insertMails(pair, ["proposal-sent"]);
    provider.mood = (_key, number) => (number === 1 ? mood : "well");
    const quick = { ...through, transport: resendTransport({ apiKey: "re_test", baseUrl: provider.url, timeoutSeconds: 0.3 }) };
    expect(await deliverMails(NOW, quick)).toEqual({ sent: 0, failed: 0, retried: 1, overtaken: 0 });
    expect(provider.inbox.size).toBe(1);
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 1 });
    expect(provider.keys).toEqual([key, key]);
    expect(provider.contradicted).toEqual([]);
    expect(provider.inbox.size).toBe(1);
    expect(await findOne(key)).toMatchObject({ status: "sent", attempts: 2, providerId: `id of ${key}` });
  });

  test("that hangs delays mail, ends the delivery, and loses none", async () => {
    const keys = await insertMails(pair, times(20, "proposal-sent"));
    provider.mood = () => "silent";
    const quick = { ...through, transport: resendTransport({ apiKey: "re_test", baseUrl: provider.url, timeoutSeconds: 0.2 }) };
    expect(await deliverMails(NOW, { ...quick, limit: 10 })).toEqual({ sent: 0, failed: 0, retried: 10, overtaken: 0 });
    provider.mood = () => "well";
    expect(await deliverMails(NOW, through)).toMatchObject({ sent: 10 });
    expect(await deliverMails(later(2), through)).toMatchObject({ sent: 10 });
    expect(provider.inbox.size).toBe(keys.length);
  });

  test("that is down is tried on the schedule, then given up, with the reason", async () => {
    const [key] = await insertMails(pair, ["proposal-sent"]);
    provider.mood = () => ({ status: 503, name: "internal_server_error" });
    let at = NOW;
    for (const seconds of RETRY_AFTER_SECONDS) {
      expect(await deliverMails(at, through)).toEqual({ sent: 0, failed: 0, retried: 1, overtaken: 0 });
      expect(await deliverMails(new Date(at.getTime() + (seconds - 1) * 1000), through)).toEqual({
        sent: 0,
        failed: 0,
        retried: 0,
        overtaken: 0,
      });
      at = new Date(at.getTime() + (seconds + 120) * 1000);
    }
    expect(await deliverMails(at, through)).toEqual({ sent: 0, failed: 1, retried: 0, overtaken: 0 });
    expect(await findOne(key)).toMatchObject({
      status: "failed",
      attempts: MAX_ATTEMPTS,
      lastError: expect.stringContaining("503"),
    });
  });

  test("that limits us is waited for, without counting attempts", async () => {
    const keys = await insertMails(pair, times(30, "proposal-sent"));
    let isOpen = false;
    provider.mood = () => {
      if (isOpen) return "well";
      setTimeout(() => {
        isOpen = true;
      }, 200);
      return { status: 429, name: "rate_limit_exceeded", retryAfterSeconds: 1 };
    };
    await deliverMails(NOW, through);
    const mails = await find(keys);
    expect(mails.map(({ status }) => status)).toEqual(times(30, "sent"));
    expect(mails.every(({ attempts }) => attempts === 1)).toBe(true);
    expect(provider.inbox.size).toBe(30);
  });

  test("that limits us for long is left alone until then", async () => {
    const [key] = await insertMails(pair, ["proposal-sent"]);
    provider.mood = () => ({ status: 429, name: "daily_quota_exceeded", retryAfterSeconds: 7200 });
    expect(await deliverMails(NOW, through)).toEqual({ sent: 0, failed: 0, retried: 1, overtaken: 0 });
    expect(provider.requests).toBe(1);
    const mail = await findOne(key);
    expect(mail.attempts).toBe(0);
    expect(mail.nextAttemptAt?.getTime()).toBeGreaterThanOrEqual(later(120).getTime());
  });

  test("gets the same mail again at a repeat, whatever has changed meanwhile", async () => {
    const renamed = await insertPair();
    const [key] = await insertMails(renamed, ["proposal-sent"]);
    provider.mood = (_key, number) => (number === 1 ? { status: 500, name: "internal_server_error" } : "well");
    await deliverMails(NOW, through);
    await db().member.update({ where: { id: renamed.mentee.id }, data: { name: "Somebody Else" }, select: { id: true } });
    await deliverMails(later(2), through);
    expect(provider.inbox.get(key ?? "")).toBe("Amina Okafor asks you to be their mentor");
  });
});
