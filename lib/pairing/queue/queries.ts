import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MyPlace } from "./queue";

/** More places than this nobody has use for on one page. */
const MOST_SHOWN = 20;

/** The queues that the viewer waits in, oldest first, with where they stand in each. */
export function listMyPlaces({ memberId }: Viewer, now: Date): Promise<MyPlace[]> {
  return findPlaces(Prisma.sql`q."menteeId" = ${memberId}::uuid`, now);
}

/** How many people wait for a place with the viewer, a mentor whose places are all taken; null while one is free. */
export async function countWaitingForFull({ memberId }: Viewer): Promise<number | null> {
  const [row] = await db().$queryRaw<{ waiting: number }[]>`
    SELECT (SELECT count(*)::integer FROM "queue_places" q WHERE q."mentorId" = f."memberId" AND q."askedPlace" IS NULL) AS "waiting"
    FROM "mentor_profiles" f WHERE f."memberId" = ${memberId}::uuid AND f."capacity" <= (
      SELECT count(*) FROM "relationships" r WHERE r."mentorId" = f."memberId" AND r."endedAt" IS NULL)`;
  return row?.waiting ?? null;
}

/** The place that the viewer keeps with a proposal; null when they keep none. */
export async function findMyPlace({ memberId }: Viewer, proposalId: string, now: Date): Promise<MyPlace | null> {
  const [place] = await findPlaces(Prisma.sql`q."proposalId" = ${proposalId}::uuid AND q."menteeId" = ${memberId}::uuid`, now);
  return place ?? null;
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
