/**
 * A register of 200,000 rows, from the bytes of the file to the last line of the audit trail, through the product's own
 * functions: first into an empty register, then once more with every hundredth row changed, gone and new, among 20,000 members
 * with accounts. Run: DATABASE_URL=… npx tsx bench/register-import.ts [rows]. It makes a database of its own beside
 * DATABASE_URL's and drops it at the end.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { applyMigrations } from "@/lib/db/migrations";

const ROWS = Number(process.argv[2] ?? 200_000);
const MEMBERS = 20_000;
const NOW = new Date("2026-11-20T13:20:00Z");

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
    SIGN_IN: "local",
    AUTH_SECRET: "a secret of no use to anybody, for measuring",
    WORDS_KEYS: `bench:${Buffer.alloc(32).toString("base64")}`,
  });
  await measure(url.href);
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}

async function measure(connectionString: string): Promise<void> {
  const { chooseColumns, chooseWords, checkRows, importChecked, receiveFile } = await import("@/lib/register/commands");
  const { getImport } = await import("@/lib/register/queries");
  const { db } = await import("@/lib/db/client");
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`
    INSERT INTO "members" ("id", "number", "name", "email", "createdAt", "isMentee")
    SELECT gen_random_uuid(), (100000 + n * 7)::text, 'Name ' || n, n || '@example.org', now(), true FROM generate_series(1, ${MEMBERS}) n`);
  await client.end();
  const actor = { memberId: "00000000-0000-4000-8000-000000000000", staff: "staff" } as const;
  const columns = { number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3 };
  for (const [title, bytes] of [
    ["into an empty register", registerOf(() => "current", 0)],
    ["once more, three in a hundred different", registerOf((n) => (n % 100 === 0 ? "lapsed" : "current"), ROWS / 100)],
  ] as const) {
    console.log(`${title}: ${(bytes.length / 1024 / 1024).toFixed(1)} MB`);
    const received = await timed("taken and looked through", () => receiveFile(actor, { name: "register.csv", bytes }, NOW));
    if (!received.ok) throw new Error(received.reason);
    const id = received.value;
    await chooseColumns(actor, id, columns, NOW);
    await chooseWords(actor, id, { current: ["current"], lapsed: ["lapsed"] }, NOW);
    await timed("every row read, kept and compared", () => checkRows(id, NOW));
    const imported = await timed("imported", () => importChecked(actor, id, { mayLapseMany: true }, NOW));
    console.log(imported, (await getImport(id))?.counts);
  }
  console.log(`largest memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await db().$disconnect();
}

function registerOf(standing: (n: number) => string, shift: number): Uint8Array {
  const line = (n: number) =>
    `${100_000 + n},Given${n} van der Surname${n % 5000},given${n}.surname@members.example.org,${standing(n)}`;
  const rows = Array.from({ length: ROWS }, (_, i) => line(i + shift));
  return new TextEncoder().encode(`number,name,email,standing\n${rows.join("\n")}\n`);
}

async function timed<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const before = performance.now();
  const value = await work();
  console.log(`  ${what}: ${((performance.now() - before) / 1000).toFixed(1)} s`);
  return value;
}
