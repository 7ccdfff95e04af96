/**
 * Matching a whole programme: everybody's scores, the assignment, and how long a small statement and a turn of the event loop, which every
 * page needs, take meanwhile.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";
import type { Viewer } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { quantile, type Table } from "./table";

const SIZE = Number(process.env.BENCH_MATCHING ?? 10_000);
/** Places for each mentee: enough, just enough, and far too few. */
const SUPPLY = [1.5, 1, 0.3];
const MB = 1024 * 1024;

export async function measure(databaseUrl: string): Promise<Table[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows: Table["rows"] = [];
  for (const supply of SUPPLY) {
    await fill(client, supply);
    rows.push(await match(client, supply));
  }
  const { closeDatabase } = await import("@/lib/foundation/db/client");
  await closeDatabase();
  await client.end();
  const columns = [
    ...["places for each mentee", "matches", "left over", "gathering s", "scores s", "assignment s", "in all s"],
    ...["statement meanwhile p50, ms", "p95, ms", "event loop p99, ms", "at most, ms", "memory beyond the start, MB"],
  ];
  const notes = [
    "The assignment counts what comes after the first scores: reading them, further rounds for those left over, and saving.",
  ];
  return [{ title: `Matching ${SIZE.toLocaleString("en-GB")} mentees`, columns, rows, notes }];
}

async function match(client: pg.Client, supply: number): Promise<Table["rows"][number]> {
  const { begin } = await import("@/lib/staff/matching/commands");
  const { carryOn } = await import("@/lib/staff/matching/carry-on");
  const viewer = { memberId: STAFF, staff: "staff" } as Viewer;
  const now = new Date();
  const begun = await begin(viewer, SOCIETY_SCHEME, now);
  if (!begun.ok) throw new Error(begun.reason);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const start = performance.now();
  let isOver = false;
  const working = carryOn(begun.value, now).finally(() => {
    isOver = true;
  });
  const meanwhile: number[] = [];
  const phases = new Map<string, number>();
  let most = 0;
  while (!isOver) {
    const asked = performance.now();
    const { rows } = await client.query(`SELECT "status" FROM "matching_runs" WHERE "id" = $1`, [begun.value]);
    meanwhile.push(performance.now() - asked);
    phases.set(rows[0]?.status, performance.now() - start);
    most = Math.max(most, process.memoryUsage().rss - before);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await working;
  const all = performance.now() - start;
  loop.disable();
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM "matches" WHERE "runId" = $1) AS "matches", "mentees" FROM "matching_runs" WHERE "id" = $1`,
    [begun.value],
  );
  await client.query(`UPDATE "matching_runs" SET "status" = 'ended', "endedAt" = now(), "dueAt" = NULL`);
  const [gathered, scored] = [phases.get("gathering") ?? 0, phases.get("scoring") ?? phases.get("gathering") ?? 0];
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return [
    ...[String(supply), rows[0].matches, String(rows[0].mentees - rows[0].matches)],
    ...[seconds(gathered), seconds(scored - gathered), seconds(all - scored), seconds(all)],
    ...[quantile(meanwhile, 0.5).toFixed(1), quantile(meanwhile, 0.95).toFixed(1)],
    ...[(loop.percentile(99) / 1e6).toFixed(1), (loop.max / 1e6).toFixed(1), (most / MB).toFixed(0)],
  ];
}

const STAFF = "00000000-0000-4000-8000-0000000000aa";

/** As many mentors as mentees; of their twenty topics mentors offer four, and mentees ask for one to three. */
async function fill(client: pg.Client, supply: number): Promise<void> {
  await client.query("SET session_replication_role = replica");
  for (const table of [
    "matches",
    "matching_mentees",
    "matching_mentors",
    "mentor_listings",
    "mentor_profiles",
    "mentee_profiles",
    "members",
  ])
    await client.query(`DELETE FROM "${table}"`);
  await client.query("SELECT setseed(0.42)");
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "isMentee", "createdAt")
     SELECT gen_random_uuid(), (1000000 + i)::text, 'Member ' || i, i || '@example.org', i <= $1, i > $1, now() - make_interval(days => i % 400)
     FROM generate_series(1, 2 * $1::integer) i`,
    [SIZE],
  );
  const some = (most: number, of: number) =>
    `ARRAY(SELECT DISTINCT 1 + floor(random() * ${of} + length(m."name") * 0)::integer FROM generate_series(1, ${most}))`;
  await client.query(`
    INSERT INTO "mentor_profiles" ("memberId", "headline", "about", "topics", "sector", "region", "yearsOfExperience", "languages", "methods",
      "capacity", "answerHours", "updatedAt")
    SELECT m."id", 'H', 'A', ${some(4, 20)}, 1 + floor(random() * 8), 1 + floor(random() * 8), 20,
      CASE WHEN random() < 0.2 THEN '{1,2}'::integer[] ELSE '{1}' END, ${some(2, 4)}, 1, CASE WHEN random() < 0.6 THEN floor(random() * 300) END, now()
    FROM "members" m WHERE m."isMentor"`);
  await client.query(`
    INSERT INTO "mentee_profiles" ("memberId", "headline", "about", "topics", "aims", "sector", "region", "languages", "methods", "updatedAt")
    SELECT m."id", 'H', 'A', ${some(3, 20)}, 'Aims', 1 + floor(random() * 8), 1 + floor(random() * 8), '{1}', ${some(1, 4)}, now()
    FROM "members" m WHERE m."isMentee"`);
  // With fewer places than mentees, some mentors are full; with more, some have two.
  await client.query(
    `INSERT INTO "mentor_listings" ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree", "calm")
     SELECT "memberId", id_mask("topics"), id_mask("methods"), id_mask("languages"), "sector", "region", "answerHours",
       CASE WHEN random() < $1::float8 - 1 THEN 2 ELSE 1 END, 15 - floor(random() * 8)
     FROM "mentor_profiles" WHERE random() < $1::float8`,
    [supply],
  );
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
}
