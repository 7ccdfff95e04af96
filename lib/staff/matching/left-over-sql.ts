/** Who has no match in a run: pieces of SQL, so that its page and every list count the same people. */
import { Prisma } from "@/lib/foundation/db/client";
import type { Role, Scope } from "@/lib/foundation/viewer";
import { isRunInScope } from "@/lib/staff/coordinating/scope-sql";

/** Mentees w who waited, or mentors w who had a place free, when their run began, and who have no match in it. */
export const LEFT_OVER: Readonly<Record<Role, Prisma.Sql>> = {
  mentee: Prisma.sql`"matching_mentees" w WHERE NOT EXISTS (SELECT FROM "matches" x WHERE x."runId" = w."runId"
    AND x."menteeId" = w."memberId" AND x."state" IN ('draft', 'publishing', 'published', 'accepted'))`,
  mentor: Prisma.sql`"matching_mentors" w WHERE NOT EXISTS (SELECT FROM "matches" x WHERE x."runId" = w."runId"
    AND x."mentorId" = w."memberId" AND x."state" IN ('draft', 'publishing', 'published', 'accepted'))`,
};

/** Whether a member that the query calls m is left over in a run within the scope. Until everybody has been assigned, nobody is. */
export function isLeftOver(role: Role, runId: string, scope: Scope): Prisma.Sql {
  return Prisma.sql`m."id" IN (SELECT w."memberId" FROM ${LEFT_OVER[role]} AND w."runId" = (
    SELECT r."id" FROM "matching_runs" r WHERE r."id" = ${runId}::uuid AND r."status" = 'drafted' AND ${isRunInScope(scope, Prisma.sql`r."id"`)}))`;
}
