import pg from "pg";
import { isPooled } from "./pooler";

/** Prisma's own number for it, so that `prisma migrate deploy` elsewhere and we wait for each other. */
const LOCK = 72707369;
/** As long as a migration of a large table may take another machine. */
const PATIENCE = "5min";

/**
 * The lock that keeps two machines from migrating at once, behind a pooler: there the engine's, which belongs to a session, would
 * be left behind on a connection that is lent to others, and no later migration would get it. This one belongs to a transaction,
 * which a pooler keeps together. Null where no pooler is, for the engine to take its own.
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

/** What the engine says to take its own lock, as a statement that takes none. */
export function withoutLock(sql: string): string {
  return sql.replace(`pg_advisory_lock(${LOCK})`, "1");
}
