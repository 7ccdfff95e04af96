import { db, Prisma } from "@/lib/foundation/db/client";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { narrowed, scopeOf } from "@/lib/people/rights/rights";
import { isOpenKey } from "@/lib/society/audit/hidden-requests";
import type { Settings } from "@/lib/society/settings/settings";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import { FIRST_OF_A_KIND, type Group, inOrder, KINDS, type Kind, MOST_ROWS, readKey, type TodayRow } from "./kinds";
import { selectWhatNeedsAttention } from "./today-sql";

/**
 * Everything that needs attention and is not put aside, by kind, the most urgent first: the first of each. `programme` narrows it to what
 * is about proposals, relationships and conditions of one. Three queries, and one more for a part of the society.
 */
export function listToday(viewer: Viewer, settings: Settings, now: Date, programme: string | null = null): Promise<Group[]> {
  return listGroups(viewer, null, settings, now, programme);
}

/** All of one kind, as many as are shown at once; null if there are none. */
export async function listOfKind(
  viewer: Viewer,
  kind: Kind,
  settings: Settings,
  now: Date,
  programme: string | null = null,
): Promise<Group | null> {
  return (await listGroups(viewer, kind, settings, now, programme))[0] ?? null;
}

async function listGroups(
  viewer: Viewer,
  only: Kind | null,
  settings: Settings,
  now: Date,
  programme: string | null,
): Promise<Group[]> {
  const whole = scopeOf(viewer, "today");
  const scope = whole && narrowed(whole, programme);
  if (scope === null) return [];
  const rows = inOrder(await findRows(viewer, only, settings, now, scope));
  return KINDS.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const count = ofKind[0]?.ofKind ?? 0;
    const shown = ofKind.slice(0, only === null ? FIRST_OF_A_KIND : MOST_ROWS).map(({ ofKind: _, ...row }) => row);
    return count > 0 ? [{ kind, rows: shown, count }] : [];
  });
}

interface FoundRow extends Omit<TodayRow, "isOwn"> {
  memberIds: string[];
  ofKind: number;
}

async function findRows(viewer: Viewer, only: Kind | null, settings: Settings, now: Date, scope: Scope) {
  const most = only === null ? FIRST_OF_A_KIND : MOST_ROWS;
  const found = await db().$queryRaw<FoundRow[]>(selectWhatNeedsAttention(settings, now, only, most, scope, viewer));
  return found.map(({ key, kind, subjectId, since, until, names, count, what, ofKind, memberIds }) => {
    return { key, kind, subjectId, since, until, names, count, what, ofKind, isOwn: memberIds.includes(viewer.memberId) };
  });
}

/** The item with this key as staff see it, whether or not it is put aside. Names are those of the people it is about. */
export interface AsideRow {
  key: string;
  kind: Kind;
  subjectId: string | null;
  until: Date | null;
  reason: string | null;
  at: Date;
  byName: string | null;
  names: string[];
}

/** The names of the people that a subject is about, or its own, with the joins that find them; the query calls what has it d. */
export const NAMES_OF_SUBJECT = Prisma.sql`
  CASE WHEN p."id" IS NOT NULL THEN ARRAY[mentee."name", mentor."name"]
    WHEN one."id" IS NOT NULL THEN ARRAY[one."name"] WHEN condition."id" IS NOT NULL THEN ARRAY[condition."name"] ELSE ARRAY[]::text[] END`;

/** Items that are put aside, newest first, without requests that are hidden from the reader; for coordinators, those of their programmes. */
export async function listAside(reader: Viewer, now: Date): Promise<AsideRow[]> {
  const scope = scopeOf(reader, "today");
  if (scope === null) return [];
  const rows = await db().$queryRaw<(Omit<AsideRow, "kind"> & { kind: string })[]>`
    SELECT d."key", d."kind", d."subjectId", d."until", d."reason", d."at", staff."name" AS "byName", ${NAMES_OF_SUBJECT} AS "names"
    FROM "today_dismissals" d ${SUBJECT_JOINS} LEFT JOIN "members" staff ON staff."id" = d."byId"
    WHERE (d."until" IS NULL OR d."until" > ${now}::timestamptz) AND ${isOpenKey(reader, Prisma.sql`d."key"`)} AND ${isSubjectInScope(scope)}
    ORDER BY d."at" DESC, d."key" LIMIT 100`;
  return rows.flatMap((row) => {
    const known = readKey(row.key);
    return known ? [{ ...row, kind: known.kind }] : [];
  });
}

export const SUBJECT_JOINS = Prisma.sql`
  LEFT JOIN "proposals" p ON p."id" = d."subjectId"
  LEFT JOIN "members" mentee ON mentee."id" = p."menteeId" LEFT JOIN "members" mentor ON mentor."id" = p."mentorId"
  LEFT JOIN "members" one ON one."id" = d."subjectId"
  LEFT JOIN "readiness_conditions" condition ON condition."id" = d."subjectId"`;

/** Within a scope are the proposals, relationships and conditions of its programmes, of d with these joins. */
export function isSubjectInScope(scope: Scope): Prisma.Sql {
  return scope === "all"
    ? Prisma.sql`true`
    : Prisma.sql`((p."id" IS NOT NULL AND ${isInScope(scope, Prisma.sql`p."programmeId"`)})
        OR (condition."id" IS NOT NULL AND ${isProgrammeInScope(scope, Prisma.sql`condition."programmeId"`)}))`;
}

/** The people that a key is about, for the page that asks before dismissing it; null when that is none of the viewer's business. */
export async function namesOf(viewer: Viewer, subjectId: string | null): Promise<string[] | null> {
  const scope = scopeOf(viewer, "today");
  if (scope === null) return null;
  if (subjectId === null) return scope === "all" ? [] : null;
  const [row] = await db().$queryRaw<{ names: string[] }[]>`
    SELECT ${NAMES_OF_SUBJECT} AS "names" FROM (SELECT ${subjectId}::uuid AS "subjectId") d ${SUBJECT_JOINS}
    WHERE ${isSubjectInScope(scope)}`;
  return row?.names ?? null;
}
