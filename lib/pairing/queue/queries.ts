import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MyPlace } from "./queue";

/** Whether all places of the viewer, a mentor, are taken. */
export async function areAllPlacesTaken({ memberId }: Viewer): Promise<boolean> {
  const [row] = await db().$queryRaw<{ areTaken: boolean }[]>`
    SELECT f."capacity" <= (
      SELECT count(*) FROM "relationships" r WHERE r."mentorId" = f."memberId" AND r."endedAt" IS NULL) AS "areTaken"
    FROM "mentor_profiles" f WHERE f."memberId" = ${memberId}::uuid`;
  return row?.areTaken ?? false;
}

/** The viewer's place in a queue, by its proposal; null when they have none. */
export async function findMyPlace({ memberId }: Viewer, proposalId: string, now: Date): Promise<MyPlace | null> {
  const isBack = Prisma.sql`coalesce(f."isAvailable" OR f."availableAgainAt" <= ${now}::timestamptz, false)`;
  const [place] = await db().$queryRaw<MyPlace[]>`
    SELECT q."proposalId", q."joinedAt", q."goesFirst", q."mentorId", m."name" AS "mentorName",
      CASE WHEN m."status" <> 'active' OR m."standing" <> 'current' OR NOT m."isMentor" THEN 'unreachable'
        WHEN ${isBack} THEN 'full' ELSE 'away' END AS "mentorIs",
      CASE WHEN NOT ${isBack} THEN f."availableAgainAt" END AS "backAt",
      (SELECT count(*)::integer + 1 FROM "queue_places" o
        WHERE o."mentorId" = q."mentorId" AND o."askedPlace" IS NULL AND (o."goesFirst" > q."goesFirst"
          OR o."goesFirst" = q."goesFirst" AND (o."joinedAt", o."proposalId") < (q."joinedAt", q."proposalId"))) AS "position"
    FROM "queue_places" q JOIN "members" m ON m."id" = q."mentorId" JOIN "proposals" p ON p."id" = q."proposalId"
    LEFT JOIN "mentor_profiles" f ON f."memberId" = q."mentorId"
    WHERE q."proposalId" = ${proposalId}::uuid AND q."menteeId" = ${memberId}::uuid AND q."askedPlace" IS NULL
      AND p."status" = 'withdrawn'`;
  return place ?? null;
}
