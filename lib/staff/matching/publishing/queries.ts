import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import { isRunInScope } from "@/lib/staff/coordinating/scope-sql";

/** What publishing every draft of a run would send to how many. */
export interface Reach {
  pairs: number;
  mentees: number;
  mentors: number;
  /** Pairs that would be refused as things stand. */
  blocked: number;
  /** Drafts that the viewer is part of. */
  own: number;
}

export async function countReach(viewer: Viewer, runId: string, now: Date): Promise<Reach> {
  const none = { pairs: 0, mentees: 0, mentors: 0, blocked: 0, own: 0 };
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return none;
  const [row] = await db().$queryRaw<Reach[]>`
    SELECT count(*) FILTER (WHERE NOT d."isOwn")::integer AS "pairs", count(*) FILTER (WHERE d."isOwn")::integer AS "own",
      count(DISTINCT d."menteeId") FILTER (WHERE NOT d."isOwn")::integer AS "mentees",
      count(DISTINCT d."mentorId") FILTER (WHERE NOT d."isOwn")::integer AS "mentors",
      count(*) FILTER (WHERE NOT d."isOwn" AND (l."memberId" IS NULL OR w."status" <> 'active' OR NOT w."isMentee" OR are_blocked(d."menteeId", d."mentorId")
        OR EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = d."menteeId" AND o."mentorId" = d."mentorId" AND o."status" = 'sent'
          AND o."expiresAt" > ${now}::timestamptz)))::integer AS "blocked"
    FROM (SELECT m.*, ${viewer.memberId}::uuid IN (m."menteeId", m."mentorId") AS "isOwn" FROM "matches" m
      WHERE m."runId" = ${runId}::uuid AND m."state" = 'draft' AND ${isRunInScope(scope, Prisma.sql`m."runId"`)}) d
    JOIN "members" w ON w."id" = d."menteeId" LEFT JOIN "mentor_listings" l ON l."memberId" = d."mentorId"`;
  return row ?? none;
}
