import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { type Reason, reasonsFor } from "@/lib/pairing/matching/reasons";
import type { Offer, Wanted } from "@/lib/pairing/matching/score";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isRunInScope } from "@/lib/staff/coordinating/scope-sql";

/** So many of the best mentors are offered to choose from. */
const MOST_OFFERED = 20;

export interface OfferedMentor {
  id: string;
  name: string;
  places: number;
  /** How many of the places have a match in this run, and how many of these could give way. */
  taken: number;
  loose: number;
  reasons: Reason[];
}

/** A mentee of a run, the draft that they have, and the mentors who suit them best. */
export interface Choice {
  mentee: { id: string; name: string };
  current: { mentorId: string; mentorName: string; state: string; version: number } | null;
  offered: OfferedMentor[];
}

/** Two queries. Null for somebody who has neither waited when the run began nor has a match in it. */
export async function findChoice(viewer: Viewer, runId: string, menteeId: string, settings: Settings): Promise<Choice | null> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null || !isId(runId) || !isId(menteeId)) return null;
  const [row] = await db().$queryRaw<{ name: string; wanted: Wanted | null; current: Choice["current"]; isThere: boolean }[]>`
    SELECT o."name", (SELECT jsonb_build_object('topics', p."topics", 'methods', p."methods", 'languages', p."languages", 'sector', p."sector",
        'region', p."region") FROM "mentee_profiles" p WHERE p."memberId" = o."id") AS "wanted",
      (SELECT jsonb_build_object('mentorId', m."mentorId", 'mentorName', b."name", 'state', m."state", 'version', m."version")
        FROM "matches" m JOIN "members" b ON b."id" = m."mentorId" WHERE m."runId" = ${runId}::uuid AND m."menteeId" = o."id"
          AND m."state" IN ('draft', 'publishing', 'published', 'accepted')) AS "current",
      EXISTS (SELECT FROM "matching_mentees" w WHERE w."runId" = ${runId}::uuid AND w."memberId" = o."id")
        OR EXISTS (SELECT FROM "matches" m WHERE m."runId" = ${runId}::uuid AND m."menteeId" = o."id") AS "isThere"
    FROM "members" o WHERE o."id" = ${menteeId}::uuid AND o."erasedAt" IS NULL AND ${isRunInScope(scope, Prisma.sql`${runId}::uuid`)}`;
  if (!row?.isThere) return null;
  const { name, wanted, current } = row;
  const offers = await db().$queryRaw<(Omit<OfferedMentor, "reasons"> & { offer: Offer })[]>`
    SELECT o."id", o."name", l."places", jsonb_build_object('topics', p."topics", 'methods', p."methods", 'languages', p."languages",
        'sector', p."sector", 'region', p."region", 'answerHours', p."answerHours") AS "offer",
      t."taken", t."loose"
    FROM "matching_mentees" w CROSS JOIN LATERAL unnest(w."mentors"[1:${MOST_OFFERED}::integer]) WITH ORDINALITY AS c("n", "at")
    JOIN "matching_mentors" l ON l."runId" = w."runId" AND l."n" = c."n"
    JOIN "members" o ON o."id" = l."memberId" JOIN "mentor_profiles" p ON p."memberId" = l."memberId"
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS "taken", count(*) FILTER (WHERE m."state" = 'draft' AND NOT m."isLocked")::integer AS "loose"
      FROM "matches" m WHERE m."runId" = w."runId" AND m."mentorId" = l."memberId" AND m."state" IN ('draft', 'publishing', 'published', 'accepted')
    ) t
    WHERE w."runId" = ${runId}::uuid AND w."memberId" = ${menteeId}::uuid ORDER BY c."at"`;
  const offered = offers.map(({ offer, ...one }) => ({ ...one, reasons: wanted ? reasonsFor(wanted, offer, settings) : [] }));
  return { mentee: { id: menteeId, name }, current, offered };
}
