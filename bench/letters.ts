/**
 * A letter to 100,000 members, and one to both partners of half as many relationships, each named in it: how long the sweep takes to
 * freeze the list and to tell everybody on it, in the product and by mail, and how much memory.
 */
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/foundation/viewer";
import { withClient } from "./client";
import type { Table } from "./table";

const LETTERS = Number(process.env.BENCH_LETTERS ?? 100_000);
const MB = 1024 * 1024;
const LISTS = { members: "Dear {{name}}, there is news.", relationships: "Dear {{name}}, how is it going with {{partner}}?" };

export async function measure(databaseUrl: string): Promise<Table[]> {
  await fill(databaseUrl);
  const rows: Table["rows"] = [];
  for (const list of ["members", "relationships"] as const) rows.push(await sendTo(list, databaseUrl));
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  await closeDatabase();
  const columns = [
    "list of",
    "letters",
    "frozen, s",
    "a second",
    "told, s",
    "a second",
    "sweeps",
    "memory beyond the start, MB at most",
  ];
  const notes = [
    "Sweeps: each ends once 2,000 mails wait, so that no other mail waits behind a letter; the mails are taken away between two of them, " +
      "which is not in the seconds. Delivery is measured by itself.",
  ];
  return [{ title: "A letter to many", columns, rows, notes }];
}

async function sendTo(list: keyof typeof LISTS, url: string): Promise<Table["rows"][number]> {
  const { begin, send } = await import("@/lib/staff/letters/commands");
  const { letterSweepStep, readerSweepStep, recipientSweepStep } = await import("@/lib/staff/letters/sweep-step");
  const { sweep } = await import("@/lib/foundation/deadlines/sweep");
  const { DEFAULT_SETTINGS } = await import("@/lib/society/settings/settings");
  const [now, viewer] = [new Date(), { memberId: randomUUID(), staff: "staff" } as Viewer];
  const draft = { id: randomUUID(), list, memberId: null, filters: "", subject: "For {{name}}", words: LISTS[list] };
  const begun = await begin(viewer, draft, now);
  if (!begun.ok) throw new Error(begun.reason);
  const sent = await send(viewer, { id: begun.value, seen: 1, at: null }, DEFAULT_SETTINGS, now);
  if (!sent.ok) throw new Error(sent.reason);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const [frozen] = await timed(() => sweep(letterSweepStep, now));
  let [told, sweeps, letters, most] = [0, 0, 0, 0];
  for (let more = -1; more !== 0; letters += more) {
    const [seconds, counts] = await timed(() =>
      list === "members" ? sweep(recipientSweepStep, now) : sweep(readerSweepStep, now),
    );
    more = counts.lettersTold ?? counts.pairLettersTold ?? 0;
    told += seconds;
    sweeps += more > 0 ? 1 : 0;
    most = Math.max(most, process.memoryUsage().rss - before);
    await withClient(url, (client) =>
      client.query(`UPDATE "mails" SET "nextAttemptAt" = 'infinity' WHERE "nextAttemptAt" < 'infinity'`),
    );
  }
  if (letters !== LETTERS) throw new Error(`${letters} of ${LETTERS} letters`);
  const rate = (seconds: number) => Math.round(letters / seconds).toLocaleString("en-GB");
  return [list, letters, frozen.toFixed(1), rate(frozen), told.toFixed(1), rate(told), sweeps, (most / MB).toFixed(0)];
}

async function timed<Value>(work: () => Promise<Value>): Promise<[seconds: number, value: Value]> {
  const start = performance.now();
  const value = await work();
  return [(performance.now() - start) / 1000, value];
}

/** Members in pairs: the first of them with the second, and so on. */
async function fill(url: string): Promise<void> {
  const member = (i: string) => `md5('member' || (${i}))::uuid`;
  await withClient(url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "isMentee", "createdAt")
       SELECT ${member("i")}, (1000000 + i)::text, 'Member ' || md5(i::text), i || '@example.org', i % 2 = 0, i % 2 = 1, now()
       FROM generate_series(1, $1::integer) i`,
      [LETTERS],
    );
    await client.query(
      `INSERT INTO "relationships" ("id", "menteeId", "mentorId", "startedAt", "agreedUntil", "dueAt", "mentorPlace", "menteePlace")
       SELECT md5('pair' || i)::uuid, ${member("2 * i - 1")}, ${member("2 * i")}, now(), now() + interval '1 year', now() + interval '11 months', 1, 1
       FROM generate_series(1, $1::integer / 2) i`,
      [LETTERS],
    );
    await client.query("VACUUM ANALYZE");
  });
}
