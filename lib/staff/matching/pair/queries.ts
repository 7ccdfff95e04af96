import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { isId } from "@/lib/foundation/id";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import { isUnderWay } from "@/lib/pairing/programmes/access";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import type { Circumstances, RefusalReason } from "@/lib/pairing/proposals/proposal";
import { findSuggestible } from "@/lib/pairing/proposals/suggesting/queries";
import { isWithin, narrowed, scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope, isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import type { MatchState } from "../run";

/** People of a name whom a search on this page offers. */
const MOST_FOUND = 10;

export interface FoundMember {
  id: string;
  name: string;
  number: string;
}

/** The viewer's programmes in which people come together now; the society's own scheme is the last. */
export async function listProgrammesUnderWay(viewer: Viewer, now: Date): Promise<{ id: string; name: string }[]> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null) return [];
  const programmes = (await listProgrammes(now)).filter((one) => isUnderWay(one) && isWithin(scope, one.id));
  return programmes
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => Number(a.id === SOCIETY_SCHEME) - Number(b.id === SOCIETY_SCHEME));
}

/**
 * Members with a profile in this role, by name or number; one whose id it is, alone. A coordinator finds only those of the programme for
 * which they compare.
 */
export async function findPeople(viewer: Viewer, role: Role, typed: string, programmeId?: string): Promise<FoundMember[]> {
  const asked = typed.trim();
  const scope = scopeIn(viewer, programmeId);
  if (scope === null || asked === "") return [];
  const profiles = Prisma.raw(role === "mentee" ? '"mentee_profiles"' : '"mentor_profiles"');
  const found = isId(asked) ? Prisma.sql`m."id" = ${asked}::uuid` : isFoundBy(asked.slice(0, 100));
  return db().$queryRaw<FoundMember[]>`
    SELECT m."id", m."name", m."number" FROM "members" m
    WHERE m."erasedAt" IS NULL AND ${found} AND ${isMemberInScope(scope)} AND EXISTS (SELECT FROM ${profiles} p WHERE p."memberId" = m."id")
    ORDER BY m."name", m."id" LIMIT ${MOST_FOUND}`;
}

function scopeIn(viewer: Viewer, programmeId: string | undefined): Scope | null {
  const scope = scopeOf(viewer, "matching");
  return scope === null || scope === "all" ? scope : narrowed(scope, programmeId);
}

export interface Standing {
  circumstances: Circumstances;
  refusal: RefusalReason | null;
  /** Unanswered proposals: of the mentee to anybody, and to the mentor from anybody. */
  openOfMentee: number;
  openToMentor: number;
  /** What these two have had with each other before: states of proposals, the newest first. */
  earlier: { status: string; movedAt: Date }[];
  /** What has been drafted for them in this programme. */
  drafts: { runId: string; menteeId: string; mentorId: string; mentorName: string; state: MatchState; version: number }[];
}

/**
 * Where the two stand in a programme, for staff: whether they could be suggested to each other, and what is under way. A coordinator is told
 * nothing of proposals in programmes that are not theirs.
 */
export async function findStandingOf(
  viewer: Viewer,
  { menteeId, mentorId, programmeId }: { menteeId: string; mentorId: string; programmeId: string },
  settings: Settings,
  now: Date,
): Promise<Standing | null> {
  const scope = scopeOf(viewer, "matching");
  if (scope === null || !isWithin(scope, programmeId)) return null;
  const isTheirs = isInScope(scope, Prisma.sql`"programmeId"`);
  const inProposals = programmeId === SOCIETY_SCHEME ? null : programmeId;
  const [suggestible, [counted]] = await Promise.all([
    findSuggestible(viewer.memberId, { menteeId, mentorId, programmeId: inProposals }, settings, now),
    db().$queryRaw<
      (Omit<Standing, "circumstances" | "refusal" | "earlier"> & { earlier: { status: string; movedAt: string }[] })[]
    >`
      SELECT (SELECT count(*)::integer FROM "proposals" WHERE "menteeId" = ${menteeId}::uuid AND "status" = 'sent' AND "expiresAt" > ${now}::timestamptz AND ${isTheirs}) AS "openOfMentee",
        (SELECT count(*)::integer FROM "proposals" WHERE "mentorId" = ${mentorId}::uuid AND "status" = 'sent' AND "expiresAt" > ${now}::timestamptz AND ${isTheirs}) AS "openToMentor",
        coalesce((SELECT jsonb_agg(jsonb_build_object('status', e."status", 'movedAt', e."movedAt") ORDER BY e."movedAt" DESC) FROM (
          SELECT "status", "movedAt" FROM "proposals" WHERE "menteeId" = ${menteeId}::uuid AND "mentorId" = ${mentorId}::uuid AND ${isTheirs}
          ORDER BY "movedAt" DESC LIMIT 5) e), '[]') AS "earlier",
        coalesce((SELECT jsonb_agg(jsonb_build_object('runId', m."runId", 'menteeId', m."menteeId", 'mentorId', m."mentorId", 'mentorName', b."name",
            'state', m."state", 'version', m."version"))
          FROM "matches" m JOIN "matching_runs" r ON r."id" = m."runId" JOIN "members" b ON b."id" = m."mentorId"
          WHERE m."menteeId" = ${menteeId}::uuid AND r."programmeId" = ${programmeId}::uuid AND r."endedAt" IS NULL
            AND m."state" IN ('draft', 'publishing', 'published', 'accepted')), '[]') AS "drafts"`,
  ]);
  if (!suggestible || !counted) return null;
  return {
    ...suggestible,
    ...counted,
    earlier: counted.earlier.map(({ status, movedAt }) => ({ status, movedAt: new Date(movedAt) })),
  };
}
