import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Found, WaitingKinds } from "./waiting";

/** More of one kind than anybody works through in one sitting: the rest comes up as these are dealt with. */
export const MOST_OF_A_KIND = 20;

/** Everything that waits for the viewer or that they wait for, in either role, in one query: by kind, what is due first. */
export async function listWaiting(kinds: WaitingKinds, viewer: Viewer, now: Date): Promise<Found[]> {
  const names = Object.keys(kinds);
  const parts = Object.entries(kinds).map(
    ([kind, { rows }]) => Prisma.sql`
      (SELECT ${kind}::text AS "kind", w."subjectId"::uuid, w."role"::text, w."partnerId"::uuid, w."at"::timestamptz, w."data"::jsonb
      FROM (${rows(viewer, now)}) w ORDER BY w."at", w."subjectId", w."role" LIMIT ${MOST_OF_A_KIND})`,
  );
  const rows = await db().$queryRaw<(Omit<Found, "data"> & { data: Found["data"] | null })[]>`
    SELECT w."kind", w."subjectId", w."role", m."name" AS "partnerName", w."at", w."data"
    FROM (${Prisma.join(parts, " UNION ALL ")}) w LEFT JOIN "members" m ON m."id" = w."partnerId"
    ORDER BY array_position(${names}::text[], w."kind"), w."at", w."subjectId", w."role"`;
  return rows.map((row) => ({ ...row, data: row.data ?? {} }));
}
