import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { listFewMembersIn } from "@/lib/staff/coordinating/queries";
import { isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import { isLeftOver } from "@/lib/staff/matching/left-over-sql";
import { reportConditions } from "./conditions";
import type { Listed } from "./directory";
import type { Filters, RoleFilter } from "./input";

const PAGE_SIZE = 25;
/** If a search finds more than this, only these are sorted. Somebody looking for one person types another letter. */
const MOST_FOUND = 1000;

export interface MemberList {
  members: Listed[];
  next: string | null;
  /** Whether more members match than could be sorted, so the search should be narrowed. */
  isCut: boolean;
  /** How many accounts wait for approval; counted to a hundred. */
  waiting: number;
}

/**
 * Members in the order of their names, a page at a time, for staff. With search words it uses the word index and sorts the
 * matches; without, it walks the name index. It never scans everybody. Of a small programme, a coordinator's members are looked up first.
 * Erased members are left out.
 */
export async function listMembers(
  viewer: Viewer,
  filters: Filters,
  settings: Settings,
  now: Date,
  pageSize = PAGE_SIZE,
): Promise<MemberList> {
  const scope = scopeOf(viewer, "members");
  if (scope === null) return { members: [], next: null, isCut: false, waiting: 0 };
  const { words, after } = filters;
  const few = await listFewMembersIn(scope);
  const among = few ? Prisma.sql`m."id" = ANY(${few}::uuid[])` : Prisma.sql`true`;
  const conditions = Prisma.sql`${besideWords(scope, filters, settings, now)} AND ${among}`;
  const source = words
    ? Prisma.sql`"found" m`
    : // Written in full, so that the index of names is used.
      Prisma.sql`"members" m`;
  const found = words
    ? Prisma.sql`SELECT m.* FROM "members" m
        WHERE ${isFoundBy(words)} AND ${conditions} LIMIT ${MOST_FOUND + 1}`
    : Prisma.sql`SELECT m.* FROM "members" m WHERE false`;
  const [rows, counted] = await Promise.all([
    db().$queryRaw<(Listed & { found: number })[]>`
      WITH "found" AS MATERIALIZED (${found})
      SELECT m."id", m."name", m."number", m."email", m."status", m."standing", m."staff", m."isMentor", m."isMentee", m."createdAt",
        (SELECT count(*)::integer FROM "found") AS "found"
      FROM ${source}
      WHERE ${words ? Prisma.sql`true` : conditions}
        ${after ? Prisma.sql`AND (m."name", m."id") > (SELECT l."name", l."id" FROM "members" l WHERE l."id" = ${after}::uuid)` : Prisma.empty}
      ORDER BY m."name", m."id" LIMIT ${pageSize + 1}`,
    // Only the society's own staff let people in.
    scope === "all" ? countWaiting() : [],
  ]);
  const members = rows.slice(0, pageSize).map(({ found: _found, ...member }) => member);
  const next = rows.length > pageSize ? (members.at(-1)?.id ?? null) : null;
  return { members, next, isCut: (rows[0]?.found ?? 0) > MOST_FOUND, waiting: counted[0]?.waiting ?? 0 };
}

function countWaiting() {
  return db().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::integer AS "waiting" FROM (
      SELECT FROM "members" WHERE "status" = 'waiting' AND "status" <> 'active' AND "erasedAt" IS NULL LIMIT 100) AS few`;
}

/** Whether a member that the query calls m is on the list of those within the scope, whatever its page. */
export function isListed(scope: Scope, filters: Filters, settings: Settings, now: Date): Prisma.Sql {
  const others = besideWords(scope, filters, settings, now);
  return filters.words ? Prisma.sql`${isFoundBy(filters.words)} AND ${others}` : others;
}

/** What the filters ask beside the words of the search. */
function besideWords(scope: Scope, filters: Filters, { society }: Settings, now: Date): Prisma.Sql {
  const { leftOverMentees, leftOverMentors } = filters;
  const conditions = [
    Prisma.sql`m."erasedAt" IS NULL`,
    ...conditionsOf(filters),
    ...reportConditions(filters, society.timeZone, now),
    ...(leftOverMentees ? [isLeftOver("mentee", leftOverMentees, scope)] : []),
    ...(leftOverMentors ? [isLeftOver("mentor", leftOverMentors, scope)] : []),
    isMemberInScope(scope),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Spelt exactly like the conditions of the partial indexes, so that the planner uses them. */
function conditionsOf({ role, status, standing, staff }: Filters): Prisma.Sql[] {
  return [
    role && WITH_ROLE[role],
    status &&
      (status === "active" ? Prisma.sql`m."status" = 'active'` : Prisma.sql`m."status" = ${status} AND m."status" <> 'active'`),
    standing && (standing === "lapsed" ? Prisma.sql`m."standing" = 'lapsed'` : Prisma.sql`m."standing" = 'current'`),
    staff && (staff === "any" ? Prisma.sql`m."staff" <> 'none'` : Prisma.sql`m."staff" = ${staff} AND m."staff" <> 'none'`),
  ].filter((condition) => condition !== null);
}

const WITH_ROLE: Record<RoleFilter, Prisma.Sql> = {
  mentor: Prisma.sql`m."isMentor"`,
  mentee: Prisma.sql`m."isMentee"`,
  "only-mentor": Prisma.sql`m."isMentor" AND NOT m."isMentee"`,
  "only-mentee": Prisma.sql`m."isMentee" AND NOT m."isMentor"`,
  both: Prisma.sql`m."isMentor" AND m."isMentee"`,
  none: Prisma.sql`NOT m."isMentor" AND NOT m."isMentee"`,
};
