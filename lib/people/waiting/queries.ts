import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Found, WaitingSource } from "./waiting";

/** More from one source than anybody works through in one sitting: the rest comes up as these are dealt with. */
const MOST_OF_A_SOURCE = 40;

/** Everything that waits for the viewer or that they wait for, in either role, in one query: by kind, what is due first. */
export async function listWaiting(sources: readonly WaitingSource[], viewer: Viewer, now: Date): Promise<Found[]> {
  const names = sources.flatMap(({ kinds }) => Object.keys(kinds));
  const parts = sources.map(
    ({ rows }) => Prisma.sql`(SELECT * FROM (${rows(viewer, now)}) one ORDER BY "at", "subjectId" LIMIT ${MOST_OF_A_SOURCE})`,
  );
  const rows = await db().$queryRaw<(Omit<Found, "data"> & { data: Found["data"] | null })[]>`
    SELECT w."kind", w."subjectId", w."role", m."name" AS "partnerName", w."at", w."data"
    FROM (${Prisma.join(parts, " UNION ALL ")}) w("kind", "subjectId", "role", "partnerId", "at", "data")
    LEFT JOIN "members" m ON m."id" = w."partnerId"
    ORDER BY array_position(${names}::text[], w."kind"), w."at", w."subjectId", w."role"`;
  return rows.map((row) => ({ ...row, data: row.data ?? {} }));
}
