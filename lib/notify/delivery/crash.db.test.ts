import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { runDying, DEATHS as TIMES } from "@/testing/child";
import { CERTIFICATE } from "@/testing/mail/certificate";
import { insertMails, insertPair, later, NOW } from "@/testing/mail/mails";
import { type Provider, startProvider } from "@/testing/mail/provider";
import { type MailServer, startMailServer } from "@/testing/mail/smtp-server";
import type { Checkpoint } from "./deliver";
import { resendTransport } from "./resend";
import { messageIdOf, smtpTransport } from "./smtp";

let provider: Provider;
let mailServer: MailServer;

beforeAll(async () => {
  provider = await startProvider();
  mailServer = await startMailServer();
});

afterAll(async () => {
  await provider.close();
  await mailServer.close();
});

/**
 * Where the process dies, on which passing, and how many mails an inbox has by then at the most. Two batches are in hand, and on a busy
 * machine one may get there with mails that are to be tried again, so that no number is the least.
 */
const DEATHS: [Checkpoint, count: number, atMost: number][] = [
  ["taken", 2, 5],
  ["rendered", 2, 7],
  ["answered", 8, 12],
  ["all-answered", 2, 12],
  ["recorded", 2, 12],
];

test.each(DEATHS)(
  "a process killed at “%s” loses no mail and doubles none",
  { timeout: 120_000 * TIMES },
  async (at, count, atMost) => {
    for (let time = 0; time < TIMES; time++) await dieOnce(at, count, atMost);
  },
);

async function dieOnce(at: Checkpoint, count: number, atMost: number): Promise<void> {
  provider.inbox.clear();
  const keys = await insertMails(
    await insertPair(),
    Array.from({ length: 12 }, () => "proposal-sent"),
  );

  const env = { KILL_AT: at, KILL_AT_COUNT: String(count), PROVIDER_URL: provider.url, NOW: NOW.toISOString() };
  expect(await runDying("testing/mail/killed-delivery.ts", [], env)).toBe(true);
  expect(provider.inbox.size).toBeLessThanOrEqual(atMost);
  const transport = resendTransport({ apiKey: "re_test", baseUrl: provider.url });
  await deliverMails(NOW, { transport, budgetSeconds: 600 });
  await deliverMails(later(10), { transport, budgetSeconds: 600 });

  expect([...provider.inbox.keys()].sort()).toEqual(keys.sort());
  expect(provider.contradicted).toEqual([]);
  expect(await db().mail.count({ where: { key: { in: keys }, status: "sent" } })).toBe(keys.length);
}

test.each(DEATHS)(
  "a process killed at “%s” loses no mail through SMTP, and repeats only those that mailboxes know by their Message-ID",
  { timeout: 120_000 * TIMES },
  async (at, count, atMost) => {
    for (let time = 0; time < TIMES; time++) await dieOnceThroughSmtp(at, count, atMost);
  },
);

async function dieOnceThroughSmtp(at: Checkpoint, count: number, atMost: number): Promise<void> {
  mailServer.received.length = 0;
  const keys = await insertMails(
    await insertPair(),
    Array.from({ length: 12 }, () => "proposal-sent"),
  );
  const env = {
    KILL_AT: at,
    KILL_AT_COUNT: String(count),
    SMTP_SERVER: JSON.stringify(mailServer.server),
    NOW: NOW.toISOString(),
  };
  expect(await runDying("testing/mail/killed-delivery.ts", [], env)).toBe(true);
  expect(mailServer.shown().length).toBeLessThanOrEqual(atMost);
  const transport = smtpTransport({ server: mailServer.server, ca: CERTIFICATE });
  await deliverMails(NOW, { transport, budgetSeconds: 600 });
  await deliverMails(later(10), { transport, budgetSeconds: 600 });

  expect(mailServer.shown().sort()).toEqual(keys.map((key) => messageIdOf(key, "connect@example.org")).sort());
  // At most the mails that were on the way when the process died arrive twice.
  expect(mailServer.received.length).toBeLessThanOrEqual(12 + IN_HAND);
  expect(await db().mail.count({ where: { key: { in: keys }, status: "sent" } })).toBe(keys.length);
}

/** Two batches of five. */
const IN_HAND = 10;
