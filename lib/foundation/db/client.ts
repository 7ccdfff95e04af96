import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { env } from "@/lib/foundation/env";
import { isPatient } from "@/lib/foundation/patience";
import { Prisma, PrismaClient } from "./generated/client";

export type { PrismaClient };
export { Prisma };

interface Limits {
  /** For a connection: to be made, or to be free. */
  waitSeconds: number;
  /** For one statement. The database gives it up itself, so that nothing piles up behind a lock. */
  statementSeconds: number;
  /** For any sign of life. Beyond a statement's limit: then the machine is gone, or the network. */
  silenceSeconds: number;
  /** Connections of one process. */
  most: number;
}

/** Somebody waits for the answer. Well beyond the slowest page at a million members, well within what proxies wait. */
const REQUEST: Limits = { waitSeconds: 10, statementSeconds: 15, silenceSeconds: 20, most: 10 };
/** Nobody waits: the sweep, the night, a register. The longest step of an import has five minutes. */
const LONG_WORK: Limits = { waitSeconds: 30, statementSeconds: 600, silenceSeconds: 605, most: 4 };

const kept = globalThis as { connectDatabase?: PrismaClient; connectPatientDatabase?: PrismaClient };

/** The one way to the database, or for patient work another one. Opened at the first use, kept for the life of the process. */
export function db(): PrismaClient {
  if (isPatient()) {
    kept.connectPatientDatabase ??= openDatabase(env().DATABASE_URL, LONG_WORK);
    return kept.connectPatientDatabase;
  }
  kept.connectDatabase ??= openDatabase(env().DATABASE_URL);
  return kept.connectDatabase;
}

/** A client of its own, for tests and scripts that name their database. */
export function openDatabase(url: string, limits: Limits = REQUEST): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    connectionTimeoutMillis: limits.waitSeconds * 1000,
    max: limits.most,
    keepAlive: true,
    onConnect: (client) => limitStatements(client, limits),
  });
  return new PrismaClient({ adapter });
}

/**
 * By a statement, for poolers refuse to begin a session with settings that they do not know; and not behind one, where it would be left
 * in a session that is lent to others: the sweep's ten minutes to pages, and a page's seconds to the sweep. A pooler is known as in
 * pooler.ts, within the statement itself. The socket is watched as well, and there alone: when
 * nothing comes any more, it is broken off, and with it the query and the connection; a client-side limit of pg's would put a
 * connection that hangs back among the good ones.
 */
async function limitStatements(client: ClientBase, { statementSeconds, silenceSeconds }: Limits): Promise<void> {
  const { connection, processID } = client as ClientBase & { connection: { stream: Socket }; processID: number | null };
  const { stream } = connection;
  const silent = new Error(`The database did not respond for ${silenceSeconds} seconds.`);
  stream.setTimeout(silenceSeconds * 1000, () => stream.destroy(silent));
  const limit = [String(statementSeconds * 1000), processID];
  await client.query("SELECT set_config('statement_timeout', $1, false) WHERE pg_backend_pid() = $2", limit);
}
