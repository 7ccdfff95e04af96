import { db, Prisma } from "@/lib/foundation/db/client";
import { FEW, findFew } from "@/lib/foundation/db/few";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import type { Role, Scope, Viewer } from "@/lib/foundation/viewer";
import type { Status as JoiningStatus } from "@/lib/pairing/joining/joining";
import { memberCounts } from "@/lib/pairing/joining/members-sql";
import { type Programme, SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findProgramme, listProgrammes } from "@/lib/pairing/programmes/queries";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { type NewestVersion, newestVersions, toStandings } from "@/lib/pairing/programmes/texts/standings-sql";
import type { Standing as TextStanding } from "@/lib/pairing/programmes/texts/text";
import { type Area, isWithin, scopeOf } from "@/lib/people/rights/rights";
import { type Holding, type Named, toHoldings } from "./coordinating";
import { isInScope, isMemberInScope, peopleOf } from "./scope-sql";

/** Records that name their programme, and the table that they are in. */
const OF_PROGRAMMES = {
  runs: "matching_runs",
  rules: "matching_rules",
  items: "readiness_items",
  conditions: "readiness_conditions",
} as const;

/**
 * What an action changes, by their ids: proposals or relationships, members, programmes, what belongs to a programme, or what items of the
 * staff inbox are about.
 */
export interface Matter {
  area: Area;
  of: "pairs" | "inbox" | "members" | "programmes" | keyof typeof OF_PROGRAMMES;
  ids: readonly string[];
}

/**
 * The viewer as staff, for one command about records that are all theirs to look after; null when one of them is not, or does not
 * exist. Staff are themselves.
 */
export async function asStaffOf(viewer: Viewer, { area, of, ids }: Matter): Promise<Viewer | null> {
  if (viewer.staff !== "none") return viewer;
  const scope = scopeOf(viewer, area);
  if (scope === null || scope === "all" || ids.length === 0) return null;
  const isTheirs = of === "programmes" ? ids.every((id) => isWithin(scope, id)) : await areInScope(scope, of, ids);
  return isTheirs ? { ...viewer, staff: "staff" } : null;
}

async function areInScope(scope: Scope, of: Exclude<Matter["of"], "programmes">, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (!wanted.every(isId)) return false;
  const found = selectInScope(scope, of, Prisma.sql`ANY(${wanted}::uuid[])`);
  const [counted] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::integer AS "count" FROM (${found}) found`;
  return counted?.count === wanted.length;
}

function selectInScope(scope: Scope, of: Exclude<Matter["of"], "programmes">, these: Prisma.Sql): Prisma.Sql {
  if (of === "pairs")
    return Prisma.sql`SELECT FROM "proposals" p WHERE p."id" = ${these} AND ${isInScope(scope, Prisma.sql`p."programmeId"`)}`;
  if (of === "inbox")
    return Prisma.sql`${selectInScope(scope, "pairs", these)} UNION ALL ${selectInScope(scope, "conditions", these)}`;
  if (of === "members") return Prisma.sql`SELECT FROM "members" m WHERE m."id" = ${these} AND ${isMemberInScope(scope)}`;
  return Prisma.sql`SELECT FROM ${Prisma.raw(`"${OF_PROGRAMMES[of]}"`)} r
    WHERE r."id" = ${these} AND ${isProgrammeInScope(scope, Prisma.sql`r."programmeId"`)}`;
}

/** The programmes that the viewer may ask for in an area, as they are now. */
export async function listProgrammesIn(viewer: Viewer, area: Area, now: Date): Promise<Programme[]> {
  const scope = scopeOf(viewer, area);
  if (scope === null) return [];
  return (await listProgrammes(now)).filter(({ id }) => isWithin(scope, id));
}

/** One of them; null for any other. */
export async function findProgrammeIn(viewer: Viewer, area: Area, id: string, now: Date): Promise<Programme | null> {
  return isWithin(scopeOf(viewer, area), id) ? findProgramme(id, now) : null;
}

/** The ids of all members within a scope where they are few, some more than once; null where they are many, or everybody. */
export async function listFewMembersIn(scope: Scope, most = FEW): Promise<string[] | null> {
  if (scope === "all" || scope.includes(SOCIETY_SCHEME)) return null;
  const ways = peopleOf(scope).map(({ id, rows }) => Prisma.sql`SELECT ${id} AS "id" ${rows}`);
  return findFew(limitedTo(most, ways), most);
}

/** Each of these SELECTs, up to one row more than so many. */
function limitedTo(most: number, ways: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(
    ways.map((way) => Prisma.sql`(${way} LIMIT ${most + 1})`),
    " UNION ALL ",
  );
}

/** A member as the coordinator of a programme needs to know them: who they are, how to reach them, and where they stand in it. */
export interface Participant {
  id: string;
  name: string;
  number: string;
  email: string;
  isMentor: boolean;
  isMentee: boolean;
  createdAt: Date;
  status: string;
  joinings: { programmeId: string; programme: string; role: Role; status: JoiningStatus }[];
}

/** Somebody in a programme that the viewer looks after; null for everybody else. */
export async function findParticipant(viewer: Viewer, memberId: string): Promise<Participant | null> {
  const scope = scopeOf(viewer, "members");
  if (scope === null || !isId(memberId)) return null;
  const [row] = await db().$queryRaw<Participant[]>`
    SELECT m."id", m."name", m."number", m."email", m."isMentor", m."isMentee", m."createdAt", m."status", coalesce((
      SELECT jsonb_agg(jsonb_build_object('programmeId', g."id", 'programme', g."name", 'role', j."role", 'status', j."status")
        ORDER BY g."createdAt", j."role")
      FROM "programme_members" j JOIN "programmes" g ON g."id" = j."programmeId"
      WHERE j."memberId" = m."id" AND ${isProgrammeInScope(scope, Prisma.sql`j."programmeId"`)}), '[]') AS "joinings"
    FROM "members" m WHERE m."id" = ${memberId}::uuid AND m."erasedAt" IS NULL AND ${isMemberInScope(scope)}`;
  return row ?? null;
}

const MOST_LISTED = 100;

/** What a member may do for programmes, for the staff who give and take it. */
export async function listHoldings(viewer: Viewer, memberId: string): Promise<Holding[]> {
  if (viewer.staff === "none" || !isId(memberId)) return [];
  const rows = await db().$queryRaw<Named[]>(selectHoldings(Prisma.sql`s."memberId" = ${memberId}::uuid`));
  return toHoldings(rows);
}

/** The same for a column of another statement, whose caller has made sure that staff ask; its instants are text. */
export function holdingsValue(memberId: string): Prisma.Sql {
  return inOneValue(selectHoldings(Prisma.sql`s."memberId" = ${memberId}::uuid`));
}

function selectHoldings(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT s."right", s."programmeId", s."memberId", s."givenAt", g."name" AS "programme", m."name" AS "name"
    FROM "programme_staff" s JOIN "members" m ON m."id" = s."memberId" LEFT JOIN "programmes" g ON g."id" = s."programmeId"
    WHERE ${condition} ORDER BY m."name", m."id", s."givenAt", s."programmeId" LIMIT ${MOST_LISTED}`;
}

/** What the page of a programme shows besides the programme itself. */
export interface Overview {
  /** How many there are of each role and status, counted up to one more than MOST_COUNTED. */
  members: { role: Role; status: JoiningStatus; count: number }[];
  texts: TextStanding[];
  /** What its roles need now. */
  conditions: { id: string; name: string }[];
  /** Who looks after it or reads its figures; for staff alone. */
  holders: Pick<Holding, "memberId" | "name" | "right">[];
}

/** One query; for whoever may open the programme. */
export async function findOverview(viewer: Viewer, { id }: Pick<Programme, "id">): Promise<Overview> {
  const holders = selectHoldings(Prisma.sql`s."programmeId" = ${id}::uuid AND ${viewer.staff !== "none"}`);
  const conditions = Prisma.sql`SELECT c."id", c."name" FROM "readiness_conditions" c
    WHERE c."programmeId" = ${id}::uuid AND c."retiredAt" IS NULL ORDER BY c."createdAt" LIMIT ${MOST_LISTED}`;
  const [row] = await db().$queryPrepared<(Omit<Overview, "texts"> & { texts: NewestVersion[] })[]>`
    SELECT ${inOneValue(memberCounts(id))} AS "members", ${inOneValue(newestVersions(id))} AS "texts",
      ${inOneValue(conditions)} AS "conditions", ${inOneValue(holders)} AS "holders"`;
  if (!row) throw new Error("The database did not say how the programme stands.");
  return { ...row, texts: toStandings(row.texts) };
}
