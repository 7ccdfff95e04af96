/**
 * Delivery of 100,000 mails, as a sweep over proposals has left them in the outbox, to a stand-in for Resend's API, as quickly as it
 * goes; and a sample each to one that takes a hundred mails a second, and to one that fails, answers late or never now and then.
 */
import { deliverMails } from "@/lib/entrypoints/deliver";
import { resendTransport } from "@/lib/notify/delivery/resend";
import { withClient } from "./client";
import { startProvider } from "./delivery/in-process";
import { fillOutbox } from "./delivery/outbox";
import type { Mood } from "./delivery/provider";
import { NOW } from "./sweep/backlog";
import type { Table } from "./table";

const MAILS = Number(process.env.BENCH_MAILS ?? 100_000);
/** Enough to see the limit kept and each trouble twenty times, and over within a minute or two. */
const SAMPLE = Math.min(2000, MAILS / 4);
/** From one delivery to the next that finds what was put off: beyond the first wait of retry.ts. */
const MINUTES_BETWEEN = 10;

export async function measure(databaseUrl: string): Promise<Table[]> {
  await fillOutbox(databaseUrl, MAILS + 2 * SAMPLE);
  const table: Table = {
    title: "Delivery to a stand-in for Resend",
    columns: [
      "provider",
      "mails",
      "seconds",
      "mails/s",
      "requests",
      "turned away",
      "repeated",
      "doubled",
      "lost",
      "most attempts",
      "process, MB",
    ],
    rows: [
      await deliverTo("limited", SAMPLE, databaseUrl),
      await deliverTo("troubled", SAMPLE, databaseUrl),
      await deliverTo("well", MAILS, databaseUrl),
    ],
    notes: [
      "Limited: a hundred a second, beyond that 429. Troubled: of a hundred requests two fail, one is answered after two seconds, one " +
        "never, for which its batch of fifty waits.",
      "Repeated: sent again under the same key, which the provider answers without a second mail. Doubled: arrived twice or otherwise than " +
        "before. Seconds: of deliveries, without the ten minutes that the product's clock is put on between two of them.",
    ],
  };
  return [table];
}

/** Delivers so many until none is waiting. The rest of the outbox is kept out of the way meanwhile. */
async function deliverTo(mood: Mood, mails: number, url: string): Promise<(string | number)[]> {
  const keys = await choose(mails, url);
  const provider = await startProvider(mood);
  const transport = resendTransport({ apiKey: "re_bench", baseUrl: provider.url, timeoutSeconds: 4 });
  const before = performance.now();
  let resident = 0;
  for (let now = NOW; (await countWaiting(url)) > 0; now = new Date(now.getTime() + MINUTES_BETWEEN * 60_000)) {
    await deliverMails(now, { transport, budgetSeconds: 3600 });
    resident = Math.max(resident, process.memoryUsage().rss / 1e6);
  }
  const seconds = (performance.now() - before) / 1000;
  const { requests, limited, arrived, repeated, contradicted } = await provider.report();
  provider.stop();
  const { sent, attempts } = await outcomeOf(keys, url);
  // Each key arrives once, or is counted by the provider as contradicted; what is not there has been lost.
  const doubled = contradicted + Math.max(0, arrived - mails);
  const lost = mails - Math.min(sent, arrived);
  return [
    mood,
    mails,
    seconds.toFixed(1),
    (mails / seconds).toFixed(1),
    requests,
    limited,
    repeated,
    doubled,
    lost,
    attempts,
    Math.round(resident),
  ];
}

/** The first of what is waiting stays due; nothing else is until it is chosen in its turn. */
function choose(mails: number, url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query(`UPDATE "mails" SET "nextAttemptAt" = 'infinity' WHERE "status" = 'waiting'`);
    const { rows } = await client.query<{ key: string }>(
      `UPDATE "mails" SET "nextAttemptAt" = "createdAt"
       WHERE "key" IN (SELECT "key" FROM "mails" WHERE "status" = 'waiting' ORDER BY "key" LIMIT $1) RETURNING "key"`,
      [mails],
    );
    return rows.map(({ key }) => key);
  });
}

function countWaiting(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT count(*)::integer AS n FROM "mails" WHERE "nextAttemptAt" < 'infinity'`);
    return rows[0].n;
  });
}

function outcomeOf(keys: string[], url: string): Promise<{ sent: number; attempts: number }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE "status" = 'sent')::integer AS "sent", max("attempts") AS "attempts" FROM "mails" WHERE "key" = ANY($1)`,
      [keys],
    );
    return rows[0];
  });
}
