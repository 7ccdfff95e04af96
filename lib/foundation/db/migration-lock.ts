import pg from "pg";
import { isPooled } from "./pooler";

/** Prisma's own lock number, so that we and a `prisma migrate deploy` elsewhere wait for each other. */
const LOCK = 72707369;
/** As long as another machine may need to migrate a large table. */
const PATIENCE = "5min";

/**
 * Behind a pooler, the lock that keeps two machines from migrating at once. The engine's own lock belongs to a session: it
 * would stay behind on a connection that others use next, and block every later migration. This one belongs to a transaction,
 * which a pooler keeps on one connection. Null without a pooler, where the engine takes its own.
 */
export async function lockBehindPooler(url: string): Promise<{ release: () => Promise<void> } | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (await isPooled(client)) {
      await client.query(`BEGIN; SET LOCAL lock_timeout = '${PATIENCE}'; SELECT pg_advisory_xact_lock(${LOCK})`);
      return { release: () => client.end() };
    }
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
}

/** Replaces the statement with which the engine takes its own lock by one that takes none. */
export function withoutLock(sql: string): string {
  return sql.replace(`pg_advisory_lock(${LOCK})`, "1");
}
