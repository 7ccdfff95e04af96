import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MyPlace } from "./queue";

/** More places than this nobody has use for on one page. */
const MOST_SHOWN = 20;

/** Whether all places of the viewer, a mentor, are taken. */
export async function areAllPlacesTaken({ memberId }: Viewer): Promise<boolean> {
  const [row] = await db().$queryRaw<{ areTaken: boolean }[]>`
    SELECT f."capacity" <= (
      SELECT count(*) FROM "relationships" r WHERE r."mentorId" = f."memberId" AND r."endedAt" IS NULL) AS "areTaken"
    FROM "mentor_profiles" f WHERE f."memberId" = ${memberId}::uuid`;
  return row?.areTaken ?? false;
}

/** The place that the viewer keeps with a proposal; null when they keep none. */
export async function findMyPlace({ memberId }: Viewer, proposalId: string, now: Date): Promise<MyPlace | null> {
  const [place] = await findPlaces(Prisma.sql`q."proposalId" = ${proposalId}::uuid AND q."menteeId" = ${memberId}::uuid`, now);
  return place ?? null;
}

/** The places that the viewer keeps, the oldest first. */
export function listMyPlaces({ memberId }: Viewer, now: Date): Promise<MyPlace[]> {
  return findPlaces(Prisma.sql`q."menteeId" = ${memberId}::uuid`, now);
}

function findPlaces(condition: Prisma.Sql, now: Date): Promise<MyPlace[]> {
  const isBack = Prisma.sql`coalesce(f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz, false)`;
  return db().$queryRaw<MyPlace[]>`
    SELECT q."proposalId", q."joinedAt", q."goesFirst", q."mentorId", m."name" AS "mentorName",
      CASE WHEN m."status" <> 'active' OR m."standing" <> 'current' OR NOT m."isMentor" THEN 'unreachable'
        WHEN ${isBack} THEN 'full' ELSE 'away' END AS "mentorIs",
      CASE WHEN NOT ${isBack} THEN f."availableAgainAt" END AS "backAt",
      (SELECT count(*)::integer + 1 FROM "queue_places" o
        WHERE o."mentorId" = q."mentorId" AND o."askedPlace" IS NULL AND (o."goesFirst" > q."goesFirst"
          OR o."goesFirst" = q."goesFirst" AND (o."joinedAt", o."proposalId") < (q."joinedAt", q."proposalId"))) AS "position"
    FROM "queue_places" q JOIN "members" m ON m."id" = q."mentorId" JOIN "proposals" p ON p."id" = q."proposalId"
    LEFT JOIN "mentor_profiles" f ON f."memberId" = q."mentorId"
    WHERE ${condition} AND q."askedPlace" IS NULL AND p."status" = 'withdrawn'
    ORDER BY q."joinedAt", q."proposalId" LIMIT ${MOST_SHOWN}`;
}
