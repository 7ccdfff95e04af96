import type { PGlite } from "@electric-sql/pglite";

const QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);
const TERMINATE = "X".charCodeAt(0);
/** The messages of the extended protocol that leave a pipeline open: parse, bind, describe, execute, close, flush. */
const OPENING = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * The database as the socket server should see it. All connections share one session, and the server changes between them
 * after every message but inside transactions: then the statement that one has parsed is replaced by another's before it
 * is run, and people get each other's answers. So a pipeline counts as a transaction until its Sync.
 */
export function guardPipelines(database: PGlite, onFailure: (error: unknown) => void): PGlite {
  let isOpen = false;
  const changes: Partial<PGlite> = {
    isInTransaction: () => isOpen || database.isInTransaction(),
    execProtocolRawStream: async (message, options) => {
      const type = message[0] ?? 0;
      if (OPENING.has(type)) isOpen = true;
      if (type === QUERY || type === SYNC || type === TERMINATE) isOpen = false;
      try {
        await database.execProtocolRawStream(message, options);
      } catch (error) {
        // Not an SQL error, which is an answer: the engine itself. The server would wait for ever.
        onFailure(error);
        throw error;
      }
    },
    // The server's ROLLBACK for a connection that went away in the middle.
    exec: (sql, options) => {
      isOpen = false;
      return database.exec(sql, options);
    },
  };
  return new Proxy(database, {
    get(target, name) {
      if (name in changes) return changes[name as keyof PGlite];
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
