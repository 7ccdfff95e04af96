/**
 * `npm run rehearse:restore`: dumps the database in DATABASE_URL, restores a copy and checks it: the rows of each table, and
 * that WORDS_KEYS can decrypt. Then it drops the copy. The product's database is only read. The role needs the right to create
 * databases, or RESTORE_URL names an empty database, which is kept afterwards.
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { diagnose } from "./doctor/diagnose";
import { examine } from "./doctor/examine";

const run = promisify(execFile);
const DEBIAN = "/usr/lib/postgresql";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.LOG_LEVEL ||= "silent";
const source = process.env.DATABASE_URL;
if (!source) stop("Set DATABASE_URL to the database to rehearse with, not to a connection pooler.");
const name = `connect_rehearsal_${randomBytes(6).toString("hex")}`;
const given = process.env.RESTORE_URL;
const restored = given || withName(source, name);
const folder = mkdtempSync(join(tmpdir(), "connect-rehearsal-"));
const problems: string[] = [];
try {
  if (!given) await command(source, `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  const before = await countRows(source);
  await copy(source, restored);
  compare(before, await countRows(restored), await countRows(source));
  await open(restored);
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  rmSync(folder, { recursive: true, force: true });
  if (!given) await command(source, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
for (const problem of problems) console.error(`Problem: ${problem}`);
console.log(problems.length === 0 ? "The backup can be restored and is complete." : "The rehearsal failed.");
process.exit(problems.length === 0 ? 0 : 1);

async function copy(from: string, to: string): Promise<void> {
  const tools = await findTools(from);
  const file = join(folder, "connect.dump");
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  await run(join(tools, "pg_dump"), ["--format=custom", "--no-owner", `--file=${file}`, `--dbname=${from}`]);
  console.log(`Dumped ${(statSync(file).size / 1e6).toFixed(1)} MB in ${seconds()}.`);
  const strictly = ["--no-owner", "--exit-on-error", "--single-transaction"];
  await run(join(tools, "pg_restore"), [...strictly, `--dbname=${to}`, file]);
  console.log(`Restored after ${seconds()}.`);
}

/** The client tools have to be of the server's version or a later one: pg_dump refuses newer servers. */
async function findTools(url: string): Promise<string> {
  const [row] = await ask<{ major: number }>(url, "SELECT current_setting('server_version_num')::integer / 10000 AS major");
  const wanted = row?.major ?? 0;
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin")) : [];
  const found = await Promise.all(
    [...(process.env.PATH ?? "").split(":"), ...debian].map(async (place) => {
      const said = await run(join(place, "pg_dump"), ["--version"]).catch(() => null);
      return { place, major: Number(/ (\d+)/.exec(said?.stdout ?? "")?.[1] ?? 0) };
    }),
  );
  const tools = found.find(({ major }) => major >= wanted);
  if (tools) return tools.place;
  const best = Math.max(...found.map(({ major }) => major));
  const here = best === 0 ? "none is installed here" : `the newest installed here is ${best}`;
  throw new Error(
    `the server is PostgreSQL ${wanted}, and pg_dump has to be ${wanted} or later: ${here}. Install postgresql-client-${wanted} (Debian's own, or from apt.postgresql.org).`,
  );
}

function compare(before: Map<string, number>, restoredRows: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    const now = after.get(table) ?? rows;
    const found = restoredRows.get(table);
    // The product may have been serving meanwhile.
    if (found === undefined || found < Math.min(rows, now) || found > Math.max(rows, now)) {
      problems.push(`${table} has ${rows} rows, but ${found ?? "is missing"} in the copy.`);
    }
  }
  const all = [...restoredRows.values()].reduce((sum, rows) => sum + rows, 0);
  console.log(`Compared ${before.size} tables with ${all} rows.`);
}

/** Runs the doctor on the copy. Its advice on this machine, sign-in and mail is not about the copy, so it is only printed. */
async function open(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const facts = await examine(process.env, { build: "current", isOnline: false });
  const { migrations, society } = facts;
  if (!migrations || migrations.applied.length < migrations.here.length) problems.push("the copy is missing migrations.");
  if (!society || "failure" in society) problems.push(`the copy's tables cannot be read: ${society?.failure ?? "see below"}.`);
  else if ("failure" in society.answer.seals) problems.push(society.answer.seals.failure);
  else {
    const seals = society.answer.seals.answer;
    for (const { column, key } of seals.filter(({ opens }) => !opens)) {
      problems.push(`WORDS_KEYS cannot decrypt ${column}, encrypted with the key "${key}".`);
    }
    const opened = seals.filter(({ opens }) => opens).reduce((sum, { texts }) => sum + texts, 0);
    console.log(`WORDS_KEYS can decrypt ${opened} encrypted texts, checked with one of each column and key.`);
  }
  for (const { level, what } of diagnose(facts)) console.log(`The doctor about the copy: ${level}: ${what}`);
}

async function countRows(url: string): Promise<Map<string, number>> {
  const tables = await ask<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
  );
  const counts = new Map<string, number>();
  for (const { name: table } of tables) {
    const [row] = await ask<{ rows: string }>(url, `SELECT count(*) AS rows FROM "${table}"`);
    counts.set(table, Number(row?.rows));
  }
  return counts;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function command(url: string, sql: string): Promise<void> {
  await ask(url, sql);
}

function withName(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
