import type pg from "pg";

/**
 * Whether a pooler such as PgBouncer stands between us and the server at `url`: whoever answers names a process at the start of
 * the connection, and a pooler can only name one of its own invention, since it chooses the server's process anew for each
 * transaction. Then nothing may be left in a session.
 */
export async function isPooled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const { processID } = client as pg.Client & { processID: number | null };
  return rows[0]?.pid !== processID;
}
