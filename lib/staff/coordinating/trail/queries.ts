import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { scopeOf } from "@/lib/people/rights/rights";
import type { AuditLine } from "@/lib/society/audit/line";
import type { Asker } from "@/lib/society/audit/queries";
import { isInScope, isMemberInScope } from "@/lib/staff/coordinating/scope-sql";

/** The viewer as a reader of the audit trail: staff of all of it, a coordinator of what belongs to their programmes, anybody else of nothing. */
export function asReaderOfTrail(viewer: Viewer): Asker {
  const { memberId, staff } = viewer;
  const scope = scopeOf(viewer, "audit");
  if (scope === null || scope === "all") return { memberId, staff };
  return { memberId, staff, reach: { lines: linesOf(scope), members: isMemberInScope(scope) } };
}

/**
 * Lines `e` of what belongs to programmes: of their proposals and relationships; of what else names its programme; that carry one
 * themselves, such as who joined; and of letters to nobody but their members.
 */
function linesOf(scope: readonly string[]): Prisma.Sql[] {
  const of = (table: string) =>
    Prisma.sql`SELECT r."id" FROM ${Prisma.raw(`"${table}"`)} r WHERE ${isProgrammeInScope(scope, Prisma.sql`r."programmeId"`)}`;
  const ids = Prisma.sql`${[...scope]}::uuid[]`;
  return [
    Prisma.sql`e."subject" IN ('proposal', 'relationship')
      AND e."subjectId" IN (SELECT p."id" FROM "proposals" p WHERE ${isInScope(scope, Prisma.sql`p."programmeId"`)})`,
    Prisma.sql`e."subject" = 'programme' AND e."subjectId" = ANY(${ids})`,
    Prisma.sql`e."subject" IN ('condition', 'matching-rule', 'profile-question', 'survey')
      AND e."subjectId" IN (${Prisma.join(NAMING_THEIR_PROGRAMME.map(of), " UNION ALL ")})`,
    // One by one, so that the index gives the newest first.
    ...scope.map((id) => Prisma.sql`coalesce(e."data" ->> 'programmeId', e."data" ->> 'programme') = ${id}`),
    Prisma.sql`e."fact" IN ('letter-sent-to-many', 'letter-to-many-stopped') AND EXISTS (
      SELECT FROM "member_letters" l WHERE l."id"::text = e."data" ->> 'letter' AND l."programmeIds" <> '{}' AND l."programmeIds" <@ ${ids})`,
  ];
}

const NAMING_THEIR_PROGRAMME = ["readiness_conditions", "matching_rules", "profile_questions", "surveys"];

/** Whether the viewer has a page about a member whom these lines name. */
export async function findWhomToOpen(viewer: Viewer, lines: readonly AuditLine[]): Promise<(memberId: string) => boolean> {
  const scope = scopeOf(viewer, "members");
  if (scope === "all") return () => true;
  const named = lines.flatMap(({ actorId, subject, subjectId }) => [actorId, subject === "member" ? subjectId : null]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  if (scope === null || ids.length === 0) return () => false;
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "members" m WHERE m."id" = ANY(${ids}::uuid[]) AND m."erasedAt" IS NULL AND ${isMemberInScope(scope)}`;
  const theirs = new Set(found.map(({ id }) => id));
  return (memberId) => theirs.has(memberId);
}
