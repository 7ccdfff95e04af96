/** The search of staff at a million members, through the product. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Viewer } from "@/lib/foundation/viewer";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type Filters, readFilters } from "@/lib/staff/members/input";
import { quantile, type Table } from "./table";

const MEMBERS = 1_000_000;
const ROUNDS = 20;
const NOBODY: Filters = readFilters({});

const searches = (given: string, surname: string): Record<string, Partial<Filters>> => ({
  "no filter": {},
  "a whole name": { words: `${given} ${surname}` },
  "a surname's beginning": { words: surname.slice(0, 4) },
  "two beginnings, turned round": { words: `${surname.slice(0, 3)} ${given.slice(0, 3)}` },
  "one letter": { words: "a" },
  "a number": { words: "1000123" },
  "a number's beginning": { words: "10001" },
  "an address": { words: `${given}.${surname}@gmail.com` },
  "a word that everybody has": { words: "com" },
  "nobody's name": { words: "zzzz" },
  "one letter, suspended": { words: "a", status: "suspended" },
  suspended: { status: "suspended" },
  "waiting for approval": { status: "waiting" },
  "deleted mentors": { status: "deleted", role: "mentor" },
  "both roles, lapsed": { role: "both", standing: "lapsed" },
  "no role": { role: "none" },
  staff: { staff: "any" },
  "suspended administrators": { staff: "admin", status: "suspended" },
  "mentees without a mentor": { gap: "mentee-alone" },
  "mentors who never replied, of one age": { gap: "mentor-silent", age: 1 },
});

export async function measure(databaseUrl: string): Promise<Table[]> {
  await fill(databaseUrl);
  const { closeDatabase, db } = await import("@/lib/foundation/db/client");
  const { listMembers } = await import("@/lib/staff/members/queries");
  const viewer = { memberId: randomUUID(), staff: "staff" } as Viewer;
  const somebody = await db().member.findUniqueOrThrow({ where: { number: "1500000" }, select: { name: true } });
  const [givenName = "", surname = ""] = somebody.name.split(" ");
  const rows: Table["rows"] = [];
  const now = new Date();
  const look = (filters: Filters) => listMembers(viewer, filters, DEFAULT_SETTINGS, now);
  for (const [what, change] of Object.entries(searches(givenName, surname))) {
    const filters = { ...NOBODY, ...change };
    const { members, next, isCut } = await look(filters);
    const first = await times(() => look(filters));
    const second = next ? await times(() => look({ ...filters, after: next })) : ["–", "–"];
    rows.push([what, ...first, ...second, `${members.length}${isCut ? ", cut" : ""}`]);
  }
  await closeDatabase();
  const columns = ["looked for", "p50 ms", "p95 ms", "next page p50 ms", "p95 ms", "found"];
  return [{ title: `The search of staff among ${MEMBERS} members, ${ROUNDS} times each`, columns, rows }];
}

/** 50th and 95th percentile. */
async function times(work: () => Promise<unknown>): Promise<string[]> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return [quantile(taken, 0.5).toFixed(1), quantile(taken, 0.95).toFixed(1)];
}

/** Nine hundred given names and forty thousand surnames; few are suspended, waiting or staff, one in fifty has lapsed. */
async function fill(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  // No listing of mentors is wanted here.
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "isMentee", "standing", "status", "staff", "createdAt")
     SELECT gen_random_uuid(), (1000000 + i)::text, "given" || ' ' || "surname",
       lower("given" || '.' || "surname") || i || '@' || (ARRAY['gmail.com', 'example.org', 'work.example'])[1 + i % 3],
       i % 4 = 0, i % 3 <> 0, CASE WHEN i % 50 = 7 THEN 'lapsed' ELSE 'current' END,
       CASE WHEN i % 2003 = 0 THEN 'suspended' WHEN i % 300 = 1 THEN 'deleted' WHEN i % 25013 = 0 THEN 'waiting' ELSE 'active' END,
       CASE WHEN i % 100003 = 5 THEN 'admin' WHEN i % 40009 = 5 THEN 'staff' ELSE 'none' END, now()
     FROM (
       SELECT i, initcap(substr(translate(md5((i % 900)::text), '0123456789', 'aeioulnrst'), 1, 5)) AS "given",
         initcap(substr(translate(md5((i % 41777)::text || 's'), '0123456789', 'aeioulnrst'), 1, 7)) AS "surname"
       FROM generate_series(1, $1::integer) i
     ) AS people`,
    [MEMBERS],
  );
  await client.query("VACUUM ANALYZE");
  await client.end();
}
