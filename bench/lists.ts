/** A list of a million members as a file, as staff take it away: how long it takes, and how much memory. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import type { Table } from "./table";

const SIZES = [10_000, 1_000_000];
const MB = 1024 * 1024;

export async function measure(databaseUrl: string): Promise<Table[]> {
  const rows: Table["rows"] = [];
  let filled = 0;
  for (const size of SIZES) {
    await fill(databaseUrl, filled, size);
    filled = size;
    rows.push(await take(size));
  }
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  await closeDatabase();
  const columns = ["members", "seconds", "lines a second", "file MB", "first byte ms", "memory beyond the start, MB at most"];
  return [{ title: "A list of members as a file", columns, rows }];
}

async function take(size: number): Promise<Table["rows"][number]> {
  const { downloadList } = await import("@/lib/staff/lists/commands");
  const viewer = { memberId: randomUUID(), staff: "staff" } as Viewer;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const file = await downloadList(viewer, "members", {}, DEFAULT_SETTINGS, new Date());
  if (!file) throw new Error("There is no file.");
  let [bytes, lines, first, most] = [0, -1, 0, 0];
  for await (const piece of file.pieces) {
    first ||= performance.now() - start;
    bytes += Buffer.byteLength(piece);
    lines += piece.split("\r\n").length - 1;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  if (lines !== size) throw new Error(`${lines} of ${size} lines`);
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(lines / seconds).toLocaleString("en-GB");
  return [String(size), seconds.toFixed(1), rate, (bytes / MB).toFixed(1), first.toFixed(0), (most / MB).toFixed(0)];
}

async function fill(address: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "isMentee", "createdAt")
     SELECT gen_random_uuid(), (1000000 + i)::text, 'Member ' || md5(i::text), i || '@example.org', i % 4 = 0, true, now()
     FROM generate_series($1::integer + 1, $2::integer) i`,
    [from, to],
  );
  await client.query("VACUUM ANALYZE");
  await client.end();
}
