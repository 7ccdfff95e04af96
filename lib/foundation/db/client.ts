import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, Pool } from "pg";
import { env } from "@/lib/foundation/env";
import { mayRunLongStatements } from "@/lib/foundation/long-statements";
import { Prisma, PrismaClient } from "./generated/client";
import { preparedThrough, type Query, queryThrough } from "./query";

export { Prisma };

/**
 * A client of a database. Its `$queryRaw` is our own (see query.ts); in a transaction it is Prisma's, which answers alike. `$queryPrepared`
 * is for looking things up by their ids, where the plan does not depend on the values.
 */
export type Database = Omit<PrismaClient, "$queryRaw"> & { $queryRaw: Query; $queryPrepared: Query };

interface Limits {
  /** How long to wait for a new connection, or for a free one in the pool. */
  waitSeconds: number;
  /** For one statement. The database cancels it itself, so that statements do not pile up behind a lock. */
  statementSeconds: number;
  /**
   * How long a connection that was asked something may stay silent. It is longer than the statement timeout, so if it passes, the
   * machine or the network is gone.
   */
  silenceSeconds: number;
  /** How long a connection that nobody uses stays open. */
  keepSeconds: number;
  /** Connections of one process. */
  most: number;
}

/**
 * What a process of the database has learnt about our tables goes with its connection, and a new one plans its first statements
 * far more slowly: where a society is quiet, everybody would meet such a one. Firewalls forget connections after six minutes and more.
 */
const KEEP_SECONDS = 5 * 60;

/**
 * For requests, where somebody is waiting: far longer than the slowest page at a million members, far shorter than proxies
 * wait.
 */
const REQUEST: Limits = { waitSeconds: 10, statementSeconds: 15, silenceSeconds: 20, keepSeconds: KEEP_SECONDS, most: 10 };
/**
 * For the sweep, the nightly job and register imports, where nobody is waiting. The longest step of an import may take five
 * minutes.
 */
const LONG_WORK: Limits = { waitSeconds: 30, statementSeconds: 600, silenceSeconds: 605, keepSeconds: 10, most: 4 };

const kept = globalThis as { connectDatabase?: Database; connectPatientDatabase?: Database };

/** The database client of this process, or the second one for long statements. Opened at first use and kept open. */
export function db(): Database {
  if (mayRunLongStatements()) {
    kept.connectPatientDatabase ??= openDatabase(env().DATABASE_URL, LONG_WORK);
    return kept.connectPatientDatabase;
  }
  kept.connectDatabase ??= openDatabase(env().DATABASE_URL);
  return kept.connectDatabase;
}

/** Ends the connections of this process. The next question opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { connectDatabase, connectPatientDatabase } = kept;
  delete kept.connectDatabase;
  delete kept.connectPatientDatabase;
  await Promise.all([connectDatabase?.$disconnect(), connectPatientDatabase?.$disconnect()]);
}

/** A separate client, for tests and scripts that name their own database. */
export function openDatabase(url: string, limits: Limits = REQUEST): Database {
  // Until a connection has said so, and for good once one has said that it is not.
  let isServerItself: boolean | null = null;
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: limits.waitSeconds * 1000,
    idleTimeoutMillis: limits.keepSeconds * 1000,
    max: limits.most,
    keepAlive: true,
    onConnect: async (client) => {
      const isItself = await limitStatements(client, limits);
      isServerItself = isItself && isServerItself !== false;
    },
  });
  // While nobody asks anything, silence is no sign.
  pool.on("acquire", (client) => streamOf(client).setTimeout(limits.silenceSeconds * 1000));
  pool.on("release", (_error, client) => streamOf(client).setTimeout(0));
  // A connection that breaks while nobody uses it is left, and the next question has another.
  pool.on("error", () => {});
  const adapter = new PrismaPg(pool);
  // Of their own, transactions would wait for a connection for two seconds, and have five for all that they do.
  const transactionOptions = { maxWait: limits.waitSeconds * 1000, timeout: limits.statementSeconds * 1000 };
  const client = new PrismaClient({ adapter, transactionOptions });
  // Prisma's own methods work on Prisma's own client: a transaction would hand out our query otherwise, which is outside of it.
  const own = {
    $queryRaw: queryThrough(pool),
    $queryPrepared: preparedThrough(pool, () => isServerItself === true),
    $transaction: client.$transaction.bind(client),
    $disconnect: () => client.$disconnect().then(() => pool.end()),
  };
  return Object.create(client, Object.getOwnPropertyDescriptors(own));
}

/**
 * The timeout is set by a statement, because poolers refuse startup settings that they do not know. Behind a pooler it is not
 * set at all: it would stay in a session that others use next, and give the sweep's ten minutes to pages, or a page's seconds
 * to the sweep. The statement itself detects the pooler, as in pooler.ts. There is also a timeout on the socket, which destroys
 * the connection together with its query. pg's own client-side timeout would return a hanging connection to the pool.
 * Returns whether it is the server itself, without a pooler in between.
 */
async function limitStatements(client: ClientBase, { statementSeconds, silenceSeconds }: Limits): Promise<boolean> {
  const stream = streamOf(client);
  const silent = new Error(`The database did not respond for ${silenceSeconds} seconds.`);
  stream.setTimeout(silenceSeconds * 1000);
  stream.on("timeout", () => stream.destroy(silent));
  const { processID } = client as ClientBase & { processID: number | null };
  const limit = [String(statementSeconds * 1000), processID];
  const { rows } = await client.query<{ limit: string | null }>(
    `SELECT CASE WHEN pg_backend_pid() = $2 THEN set_config('statement_timeout', $1, false) END AS "limit", ${KEEP_MEMORY}`,
    limit,
  );
  return rows[0]?.limit != null;
}

/**
 * Planning one of our large statements takes the database's process four megabytes, which the C library of most systems gives back to the
 * machine after each, to ask for them page by page for the next: half of what such a page cost the database. Once it has freed a piece as
 * large as this, it keeps twice that much. With random(), the planner does not work it out beforehand, which would take several copies.
 */
const KEEP_MEMORY = "octet_length(repeat(md5(random()::text), 131072))";

function streamOf(client: ClientBase): Socket {
  return (client as ClientBase & { connection: { stream: Socket } }).connection.stream;
}
