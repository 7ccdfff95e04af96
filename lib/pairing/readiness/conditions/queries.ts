import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { isId } from "@/lib/foundation/id";
import type { Role, Scope } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { IS_ASKED } from "@/lib/pairing/readiness/asked-sql";
import type { Condition, Description } from "./condition";
import { CONDITION_COLUMNS, type ConditionRow, fromRow } from "./row";

/** With where it is asked, for staff. */
export interface KeptCondition extends Condition {
  programme: string;
}

const MOST_LISTED = 300;

/** Those of the programmes in a scope, for staff: those that are asked now first, then the retired ones. */
export async function listConditions(scope: Scope): Promise<KeptCondition[]> {
  const rows = await db().$queryRaw<(ConditionRow & { programme: string })[]>`
    SELECT ${listColumns(CONDITION_COLUMNS, "c")}, g."name" AS "programme"
    FROM "readiness_conditions" c JOIN "programmes" g ON g."id" = c."programmeId" WHERE ${isProgrammeInScope(scope, Prisma.sql`c."programmeId"`)}
    ORDER BY c."retiredAt" DESC NULLS FIRST, c."createdAt" LIMIT ${MOST_LISTED}`;
  return rows.map(({ programme, ...row }) => ({ ...fromRow(row), programme }));
}

export async function findCondition(scope: Scope, id: string): Promise<KeptCondition | null> {
  if (!isId(id)) return null;
  const row = await db().readinessCondition.findUnique({
    where: scope === "all" ? { id } : { id, programmeId: { in: [...scope] } },
    select: { ...CONDITION_COLUMNS, programme: { select: { name: true } } },
  });
  return row && { ...fromRow(row), programme: row.programme.name };
}

/** How many a role is asked in a programme now. */
export function countAsked({ programmeId, role }: Pick<Description, "programmeId" | "role">): Promise<number> {
  return db().readinessCondition.count({ where: { programmeId, role, retiredAt: null } });
}

/** Whether members can read or watch it. */
export async function isPublished(resourceId: string): Promise<boolean> {
  return (await db().resource.count({ where: { id: resourceId, publishedNumber: { not: null } } })) > 0;
}

/** Articles and films to choose from as training. */
export async function listTraining(): Promise<{ id: string; title: string }[]> {
  return db().$queryRaw<{ id: string; title: string }[]>`
    SELECT r."id", v."title" FROM "resources" r
    JOIN "resource_versions" v ON v."resourceId" = r."id" AND v."number" = r."publishedNumber" ORDER BY r."position", r."id" LIMIT 200`;
}

/** Programmes of the scope in which something can be asked. */
export async function listPlaces(scope: Scope): Promise<{ id: string; name: string }[]> {
  return db().programme.findMany({
    where: { status: { not: "archived" }, ...(scope === "all" ? {} : { id: { in: [...scope] } }) },
    orderBy: { createdAt: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
}

/** Everybody with the profile of the role, or in the programme; of those who are not here now only the row is made, and nobody is told. */
export function listMembers(
  { programmeId, role }: Condition,
  after: string,
  limit: number,
): Promise<{ memberId: string; isAsked: boolean }[]> {
  const holdsRole = role === "mentor" ? Prisma.sql`m."isMentor"` : Prisma.sql`m."isMentee"`;
  const profiles = role === "mentor" ? Prisma.sql`"mentor_profiles"` : Prisma.sql`"mentee_profiles"`;
  const inIt =
    programmeId === SOCIETY_SCHEME
      ? Prisma.sql`${profiles} x JOIN "members" m ON m."id" = x."memberId" WHERE true`
      : Prisma.sql`"programme_members" x JOIN "members" m ON m."id" = x."memberId"
          WHERE x."programmeId" = ${programmeId}::uuid AND x."role" = ${role} AND x."status" = 'joined'`;
  return db().$queryRaw<{ memberId: string; isAsked: boolean }[]>`
    SELECT x."memberId", m."status" = 'active' AND ${holdsRole} AS "isAsked"
    FROM ${inIt} AND x."memberId" > ${after}::uuid ORDER BY x."memberId" LIMIT ${limit}`;
}

/** A condition as somebody sees it who may take on the role, or join the programme in it. */
export interface RoleCondition extends Pick<Condition, "id" | "role" | "kind" | "name" | "text" | "validMonths" | "countsAt"> {
  /** Whether it is asked of them already, because they have the role and are in the programme. */
  isAsked: boolean;
  isMet: boolean;
  /** Until when what they have counts. */
  expiresAt: Date | null;
}

/**
 * What these roles need in a programme, which is also all that the society's scheme asks of them; and what of it the member has. Null: a
 * stranger, who has nothing. One query.
 */
export function listRoleConditions(memberId: string | null, roles: readonly Role[], programmeId: string) {
  return db().$queryPrepared<RoleCondition[]>`
    SELECT c."id", c."role", c."kind", c."name", c."text", c."validMonths", c."countsAt", coalesce(${IS_ASKED}, false) AS "isAsked",
      coalesce(i."status" = 'met', false) AS "isMet", CASE WHEN i."status" = 'met' THEN i."expiresAt" END AS "expiresAt"
    FROM "readiness_conditions" c
    LEFT JOIN "readiness_items" i ON i."conditionId" = c."id" AND i."memberId" = ${memberId}::uuid
    LEFT JOIN "members" m ON m."id" = i."memberId"
    WHERE c."programmeId" IN (${SOCIETY_SCHEME}::uuid, ${programmeId}::uuid) AND c."role" = ANY(${[...roles]}::text[]) AND c."retiredAt" IS NULL
    ORDER BY c."programmeId" <> ${SOCIETY_SCHEME}::uuid, c."countsAt", c."createdAt", c."id"`;
}
