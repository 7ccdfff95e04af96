import { readdir } from "node:fs/promises";
import pg from "pg";
import { readRealClock } from "@/lib/foundation/clock";
import { isPooled } from "@/lib/foundation/db/pooler";
import type { DatabaseFacts, Facts } from "./diagnosis";

const CONNECT_MILLISECONDS = 5000;

type Migrations = NonNullable<Facts["migrations"]>;

interface Row {
  version: number;
  encoding: string;
  isSuperuser: boolean;
  mayChangeAudit: boolean | null;
  hasMigrations: boolean;
}

/** Facts about a database and the connection to it. None of our tables need exist yet. */
export async function examineDatabase(url: string): Promise<{ facts: DatabaseFacts; migrations: Migrations }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS });
  // If an idle connection breaks, the next query reports it.
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Row>(`
      SELECT current_setting('server_version_num')::integer AS "version", current_setting('server_encoding') AS "encoding",
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuperuser",
        CASE WHEN to_regclass('audit_events') IS NOT NULL
          THEN has_table_privilege('audit_events', 'UPDATE, DELETE, TRUNCATE') END AS "mayChangeAudit",
        to_regclass('_prisma_migrations') IS NOT NULL AS "hasMigrations"`);
    const [row] = rows;
    if (!row) throw new Error("it said nothing");
    const { hasMigrations, ...said } = row;
    const pooling: DatabaseFacts["pooling"] = (await isPooled(client)) ? await findPooling(client) : "none";
    const facts = { ...said, ...describeWay(client, url), pooling, aheadMilliseconds: await compareClocks(client) };
    return { facts, migrations: await readMigrations(client, hasMigrations) };
  } finally {
    await client.end();
  }
}

/** With transaction pooling, a transaction stays on one server process. */
async function findPooling(client: pg.Client): Promise<"transaction" | "statement"> {
  try {
    await client.query("BEGIN");
    await client.query("SELECT 1");
    await client.query("COMMIT");
    return "transaction";
  } catch {
    // With statement pooling, PgBouncer refuses transactions of several statements.
    return "statement";
  }
}

/** This machine means a loopback address or a socket, whose host is empty or begins with a slash. */
function describeWay(client: pg.Client, url: string) {
  const { searchParams } = new URL(url);
  const isElsewhere = !(client.host.startsWith("/") || ["", "localhost", "127.0.0.1", "::1"].includes(client.host));
  const { stream } = (client as pg.Client & { connection: { stream: { encrypted?: boolean } } }).connection;
  const isEncrypted = stream.encrypted === true;
  return { isElsewhere, isEncrypted, isVerified: isEncrypted && searchParams.get("sslmode") !== "no-verify" };
}

/** Assume that the database read its clock half-way through the query. */
async function compareClocks(client: pg.Client): Promise<number> {
  const before = readRealClock();
  const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS "at"');
  const after = readRealClock();
  return (rows[0]?.at.getTime() ?? after) - (before + after) / 2;
}

async function readMigrations(client: pg.Client, hasMigrations: boolean): Promise<Migrations> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true });
  const here = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (!hasMigrations) return { here, applied: [], failed: [] };
  const { rows } = await client.query<{ name: string; isFinished: boolean }>(
    `SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "isFinished" FROM "_prisma_migrations"
     WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`,
  );
  const named = (isFinished: boolean) => rows.filter((row) => row.isFinished === isFinished).map(({ name }) => name);
  return { here, applied: named(true), failed: named(false) };
}
