import { db, type Prisma } from "@/lib/foundation/db/client";
import type { Beginner } from "./first-steps";

/** Members with how far they have come, in one query; each part reads one index. */
export async function selectBeginners(condition: Prisma.Sql, order: Prisma.Sql): Promise<Beginner[]> {
  return db().$queryRaw<Beginner[]>`
    SELECT s."memberId", s."registeredAt", s."profiledAt", s."countsFrom", s."profileDay", s."proposalDay", s."dueAt", s."version",
      m."status" = 'active' AS "isActive", m."isMentor" OR m."isMentee" AS "hasRole",
      s."profiledAt" IS NOT NULL OR EXISTS (SELECT FROM "mentor_profiles" p WHERE p."memberId" = m."id") AS "hasProfile",
      m."isMentee", EXISTS (SELECT FROM "proposals" p WHERE p."menteeId" = m."id")
        OR EXISTS (SELECT FROM "questions" q WHERE q."menteeId" = m."id") AS "hasAsked"
    FROM "first_steps" s JOIN "members" m ON m."id" = s."memberId"
    WHERE ${condition} ORDER BY ${order}`;
}
