/**
 * Mentor search at 100,000 mentors: the statement by itself against findMentors(), which is the same statement through
 * prisma, with the mentee's profile before it. Run: npx tsx bench/mentor-search.ts [rounds]. It makes a database of its own
 * beside DATABASE_URL's and drops it at the end.
 */
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Viewer } from "@/lib/auth/viewer";
import { applyMigrations } from "@/lib/db/migrations";
import type { MentorFilters } from "@/lib/matching/input";
import type { Wanted } from "@/lib/matching/score";
import { DEFAULT_SETTINGS } from "@/lib/settings/settings";

const MENTORS = 100_000;
const ROUNDS = Number(process.argv[2] ?? 40);
const NO_FILTERS: MentorFilters = {
  words: "",
  topics: [],
  sector: null,
  region: null,
  language: null,
  method: null,
  after: null,
};

const MENTEES: Record<string, Wanted> = {
  "two topics, all wishes": { topics: [1, 6], methods: [2, 3], languages: [1], sector: 2, region: 3 },
  "one topic, no place": { topics: [4], methods: [2], languages: [1], sector: null, region: null },
  "five topics": { topics: [1, 2, 3, 4, 5], methods: [1], languages: [1], sector: 1, region: 1 },
};
const SEARCHES: Record<string, Partial<MentorFilters>> = {
  "no filter": {},
  "a topic": { topics: [3] },
  "a sector": { sector: 4 },
  "a region": { region: 5 },
  "a method": { method: 3 },
  "a rare language": { language: 3 },
  "sector, region, method": { sector: 1, region: 2, method: 1 },
  "a name": { words: "first11 last4711" },
  "a word of one in fifty": { words: "insolvency" },
  "a word of one in ten": { words: "finance" },
  "two words": { words: "finance research" },
};

const given = process.env.DATABASE_URL;
if (!given) throw new Error("Set DATABASE_URL to a database on the server to measure on.");
const name = `bench_${randomBytes(4).toString("hex")}`;
const admin = new pg.Client({ connectionString: given });
await admin.connect();
await admin.query(`CREATE DATABASE ${name}`);
const url = new URL(given);
url.pathname = `/${name}`;
try {
  await applyMigrations(url.href);
  Object.assign(process.env, {
    DATABASE_URL: url.href,
    AUTH_SECRET: "a secret of no use to anybody, for measuring",
    WORDS_KEYS: `bench:${Buffer.alloc(32).toString("base64")}`,
  });
  await measure(url.href);
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}

async function measure(address: string): Promise<void> {
  const { db, Prisma } = await import("@/lib/db/client");
  const { findMentors } = await import("@/lib/matching/queries");
  const { rankedCards } = await import("@/lib/matching/ranking");
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await fill(client);
  const all: Times = { alone: [], through: [] };
  console.log(`${MENTORS} mentors, ${ROUNDS} rounds each; milliseconds alone → through findMentors(), p50 and p95`);
  for (const [who, wanted] of Object.entries(MENTEES)) {
    const viewer = await insertViewer(client, wanted);
    for (const [what, change] of Object.entries(SEARCHES)) {
      const filters = { ...NO_FILTERS, ...change };
      const only = Prisma.sql`true`;
      const statement = rankedCards({ wanted, filters, after: null, menteeId: viewer.memberId, only, limit: 21 });
      const times: Times = { alone: [], through: [] };
      for (let round = -2; round < ROUNDS; round++) {
        const alone = await time(() => client.query(statement.text, statement.values));
        const through = await time(() => findMentors(viewer, DEFAULT_SETTINGS, filters));
        // The first two warm up.
        if (round < 0) continue;
        times.alone.push(alone);
        times.through.push(through);
      }
      say(`${who}; ${what}`, times);
      all.alone.push(...times.alone);
      all.through.push(...times.through);
    }
  }
  say("all of them", all);
  await client.end();
  await db().$disconnect();
}

interface Times {
  alone: number[];
  through: number[];
}

function say(what: string, { alone, through }: Times): void {
  const [a50, a95, t50, t95] = [quantile(alone, 0.5), quantile(alone, 0.95), quantile(through, 0.5), quantile(through, 0.95)];
  const numbers = `p50 ${a50.toFixed(1)} → ${t50.toFixed(1)}   p95 ${a95.toFixed(1)} → ${t95.toFixed(1)}`;
  console.log(`${what.padEnd(46)} ${numbers}   ratio of p95 ${(t95 / a95).toFixed(2)}, allowed ${(1.3 + 2 / a95).toFixed(2)}`);
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Believable shares: a mentor offers three topics, half of the methods; one in a hundred speaks the third language. */
async function fill(client: pg.Client): Promise<void> {
  await client.query("SELECT setseed(0.42)");
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "createdAt")
     SELECT gen_random_uuid(), (200000 + i)::text, 'First' || i % 300 || ' Last' || i % 7919, 'p' || i || '@example.org', true, now() FROM generate_series(1, $1::integer) i`,
    [MENTORS],
  );
  // The triggers keep listings one by one; here they are made at once.
  await client.query("SET session_replication_role = replica");
  await client.query(`
    INSERT INTO "mentor_profiles" ("memberId", "headline", "about", "topics", "sector", "region", "yearsOfExperience", "languages",
      "methods", "capacity", "answerHours", "searchText", "updatedAt")
    SELECT "id", 'Headline of ' || "name", repeat('Some words about what I did and how I can help. ', 8),
      ARRAY(SELECT t FROM generate_series(1, 7) t WHERE random() < 0.4 OR t = 1 + m."number"::integer % 7),
      1 + floor(random() * 5), 1 + floor(random() * 5), floor(random() * 40),
      CASE WHEN random() < 0.01 THEN '{1,3}'::integer[] WHEN random() < 0.2 THEN '{1,2}' ELSE '{1}' END,
      ARRAY(SELECT t FROM generate_series(1, 4) t WHERE random() < 0.5 OR t = 1 + m."number"::integer % 4),
      1 + floor(random() * 3), CASE WHEN random() < 0.6 THEN floor(random() * 300) END,
      lower("name") || ' some words about what i did and how i can help '
        || (ARRAY['finance','retail','health','insurance','claims','teaching','design','energy','law','transport'])[1 + floor(random() * 10)]
        || CASE WHEN random() < 0.02 THEN ' insolvency ' ELSE ' ' END
        || (ARRAY['leadership','strategy','research','writing','people'])[1 + floor(random() * 5)] || repeat(' ' || md5("number"), 5),
      now()
    FROM "members" m`);
  await client.query(`
    INSERT INTO "mentor_listings" ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree")
    SELECT "memberId", id_mask("topics"), id_mask("methods"), id_mask("languages"), "sector", "region", "answerHours", "capacity"
    FROM "mentor_profiles"`);
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
}

async function insertViewer(client: pg.Client, { topics, methods, languages, sector, region }: Wanted): Promise<Viewer> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentee", "createdAt") VALUES ($1, $2, 'Amina', 'a@example.org', true, now())`,
    [id, id],
  );
  await client.query(`INSERT INTO "mentee_profiles" VALUES ($1, '', '', $2, '', $3, $4, NULL, $5, $6, now())`, [
    id,
    topics,
    sector,
    region,
    languages,
    methods,
  ]);
  const who = { memberId: id, name: "Amina", email: "a@example.org", number: id, isMentor: false, isMentee: true };
  return { ...who, activeRole: "mentee", staff: "none", timeZone: "Europe/London", picture: null, isAvailable: true };
}
