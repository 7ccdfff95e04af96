import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { runDying, DEATHS as TIMES } from "@/testing/child";
import { insertMails, insertPair, later, NOW } from "@/testing/mail/mails";
import { type Provider, startProvider } from "@/testing/mail/provider";
import type { Checkpoint } from "./deliver";
import { resendTransport } from "./resend";

let provider: Provider;

beforeAll(async () => {
  provider = await startProvider();
});

afterAll(async () => {
  await provider.close();
});

/** Where the process dies, on which passing, and how many mails an inbox has by then at the least and the most. */
const DEATHS: [Checkpoint, count: number, atLeast: number, atMost: number][] = [
  ["taken", 2, 5, 5],
  ["rendered", 2, 5, 7],
  ["answered", 8, 8, 12],
  // The second batch to get so far is the one of five or, beside it, the one of two.
  ["all-answered", 2, 7, 12],
  ["recorded", 2, 7, 12],
];

test.each(DEATHS)(
  "a process killed at “%s” loses no mail and doubles none",
  { timeout: 120_000 * TIMES },
  async (at, count, atLeast, atMost) => {
    for (let time = 0; time < TIMES; time++) await dieOnce(at, count, atLeast, atMost);
  },
);

async function dieOnce(at: Checkpoint, count: number, atLeast: number, atMost: number): Promise<void> {
  provider.inbox.clear();
  const keys = await insertMails(
    await insertPair(),
    Array.from({ length: 12 }, () => "proposal-sent"),
  );

  const env = { KILL_AT: at, KILL_AT_COUNT: String(count), PROVIDER_URL: provider.url, NOW: NOW.toISOString() };
  expect(await runDying("testing/mail/killed-delivery.ts", [], env)).toBe(true);
  expect(provider.inbox.size).toBeGreaterThanOrEqual(atLeast);
  expect(provider.inbox.size).toBeLessThanOrEqual(atMost);
  const transport = resendTransport({ apiKey: "re_test", baseUrl: provider.url });
  await deliverMails(NOW, { transport, budgetSeconds: 600 });
  await deliverMails(later(10), { transport, budgetSeconds: 600 });

  expect([...provider.inbox.keys()].sort()).toEqual(keys.sort());
  expect(provider.contradicted).toEqual([]);
  expect(await db().mail.count({ where: { key: { in: keys }, status: "sent" } })).toBe(keys.length);
}
