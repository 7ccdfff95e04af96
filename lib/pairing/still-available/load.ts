import { db, type Prisma } from "@/lib/foundation/db/client";
import { type Check, LONGEST_RUN } from "./still-available";

/** Mentors with what a decision about them depends on, in one query; each part reads one index. */
export async function selectChecks(condition: Prisma.Sql, order: Prisma.Sql): Promise<Check[]> {
  const rows = await db().$queryRaw<(Omit<Check, "last"> & { last: { status: string; at: string }[] | null })[]>`
    SELECT c."memberId", c."round", c."askedAt", c."answeredAt", c."stoodDownAt", c."countsFrom", c."dueAt", c."version",
      m."isMentor" AND m."status" = 'active' AND coalesce(p."isAvailable", false) AS "isListed",
      m."createdAt" AS "joinedAt", m."lastSignedInAt",
      (SELECT jsonb_agg(jsonb_build_object('status', l."status", 'at', l."movedAt") ORDER BY l."movedAt" DESC) FROM (
        SELECT o."status", o."movedAt" FROM "proposals" o
        WHERE o."mentorId" = c."memberId" AND o."status" IN ('expired', 'accepted', 'rejected')
        ORDER BY o."movedAt" DESC LIMIT ${LONGEST_RUN}) l) AS "last"
    FROM "availability_checks" c JOIN "members" m ON m."id" = c."memberId"
    LEFT JOIN "mentor_profiles" p ON p."memberId" = c."memberId"
    WHERE ${condition} ORDER BY ${order}`;
  return rows.map(({ last, ...row }) => ({
    ...row,
    last: (last ?? []).map(({ status, at }) => ({ status: status as Check["last"][number]["status"], at: new Date(at) })),
  }));
}
