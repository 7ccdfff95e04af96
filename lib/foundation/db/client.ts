import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { env } from "@/lib/foundation/env";
import { mayRunLongStatements } from "@/lib/foundation/long-statements";
import { Prisma, PrismaClient } from "./generated/client";

export type { PrismaClient };
export { Prisma };

interface Limits {
  /** How long to wait for a new connection, or for a free one in the pool. */
  waitSeconds: number;
  /** For one statement. The database cancels it itself, so that statements do not pile up behind a lock. */
  statementSeconds: number;
  /**
   * How long a connection may stay silent. It is longer than the statement timeout, so if it passes, the machine or the network
   * is gone.
   */
  silenceSeconds: number;
  /** Connections of one process. */
  most: number;
}

/**
 * For requests, where somebody is waiting: far longer than the slowest page at a million members, far shorter than proxies
 * wait.
 */
const REQUEST: Limits = { waitSeconds: 10, statementSeconds: 15, silenceSeconds: 20, most: 10 };
/**
 * For the sweep, the nightly job and register imports, where nobody is waiting. The longest step of an import may take five
 * minutes.
 */
const LONG_WORK: Limits = { waitSeconds: 30, statementSeconds: 600, silenceSeconds: 605, most: 4 };

const kept = globalThis as { connectDatabase?: PrismaClient; connectPatientDatabase?: PrismaClient };

/** The database client of this process, or the second one for long statements. Opened at first use and kept open. */
export function db(): PrismaClient {
  if (mayRunLongStatements()) {
    kept.connectPatientDatabase ??= openDatabase(env().DATABASE_URL, LONG_WORK);
    return kept.connectPatientDatabase;
  }
  kept.connectDatabase ??= openDatabase(env().DATABASE_URL);
  return kept.connectDatabase;
}

/** A separate client, for tests and scripts that name their own database. */
export function openDatabase(url: string, limits: Limits = REQUEST): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    connectionTimeoutMillis: limits.waitSeconds * 1000,
    max: limits.most,
    keepAlive: true,
    onConnect: (client) => limitStatements(client, limits),
  });
  // Of their own, transactions would wait for a connection for two seconds, and have five for all that they do.
  const transactionOptions = { maxWait: limits.waitSeconds * 1000, timeout: limits.statementSeconds * 1000 };
  return new PrismaClient({ adapter, transactionOptions });
}

/**
 * The timeout is set by a statement, because poolers refuse startup settings that they do not know. Behind a pooler it is not
 * set at all: it would stay in a session that others use next, and give the sweep's ten minutes to pages, or a page's seconds
 * to the sweep. The statement itself detects the pooler, as in pooler.ts. There is also a timeout on the socket, which destroys
 * the connection together with its query. pg's own client-side timeout would return a hanging connection to the pool.
 */
async function limitStatements(client: ClientBase, { statementSeconds, silenceSeconds }: Limits): Promise<void> {
  const { connection, processID } = client as ClientBase & { connection: { stream: Socket }; processID: number | null };
  const { stream } = connection;
  const silent = new Error(`The database did not respond for ${silenceSeconds} seconds.`);
  stream.setTimeout(silenceSeconds * 1000, () => stream.destroy(silent));
  const limit = [String(statementSeconds * 1000), processID];
  await client.query("SELECT set_config('statement_timeout', $1, false) WHERE pg_backend_pid() = $2", limit);
}
