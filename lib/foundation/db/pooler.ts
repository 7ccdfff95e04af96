import type pg from "pg";

/**
 * Whether a pooler such as PgBouncer is between us and the server at `url`. A server names its process when the connection
 * starts. A pooler has to invent that number, because it picks a server process for each transaction. Behind a pooler, nothing
 * may rely on session state.
 */
export async function isPooled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const { processID } = client as pg.Client & { processID: number | null };
  return rows[0]?.pid !== processID;
}
