import { Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Found, WaitingSource } from "./waiting";

/** More from one source than anybody works through in one sitting: the rest comes up as these are dealt with. */
const MOST_OF_A_SOURCE = 40;

/** What `waitingValue` finds. */
export type WaitingRow = Omit<Found, "at" | "data"> & { at: string | null; data: Found["data"] | null };

/**
 * Everything that waits for the viewer or that they wait for, in either role: by kind, what is due first. A list for a column of another
 * statement, which `readWaiting` reads.
 */
export function waitingValue(sources: readonly WaitingSource[], viewer: Viewer, now: Date): Prisma.Sql {
  const names = sources.flatMap(({ kinds }) => Object.keys(kinds));
  const parts = sources.map(
    ({ rows }) => Prisma.sql`(SELECT * FROM (${rows(viewer, now)}) one ORDER BY "at", "subjectId" LIMIT ${MOST_OF_A_SOURCE})`,
  );
  return inOneValue(Prisma.sql`
    SELECT w."kind", w."subjectId", w."role", m."name" AS "partnerName", w."at", w."data"
    FROM (${Prisma.join(parts, " UNION ALL ")}) w("kind", "subjectId", "role", "partnerId", "at", "data")
    LEFT JOIN "members" m ON m."id" = w."partnerId"
    ORDER BY array_position(${names}::text[], w."kind"), w."at", w."subjectId", w."role"`);
}

export function readWaiting(rows: readonly WaitingRow[]): Found[] {
  return rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at), data: row.data ?? {} }));
}
