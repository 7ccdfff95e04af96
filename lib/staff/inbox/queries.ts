import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { isOpenKey } from "@/lib/society/audit/hidden-requests";
import type { Settings } from "@/lib/society/settings/settings";
import { listOpenRequests, type OpenRequest } from "@/lib/staff/support/queries";
import { selectWhatNeedsAttention } from "./needs-attention-sql";
import { inOrder, type Kind, MOST_OF_A_KIND, MOST_ROWS, readKey, type TodayRow } from "./today";

export interface Today {
  rows: TodayRow[];
  /** How many more there are, at least. */
  more: number;
  /** Whether there may be more than that. */
  isAtLeast: boolean;
}

/** Everything that needs attention and is not put aside, the most urgent first, and how many more there are. Three queries. */
export async function listToday(viewer: Viewer, settings: Settings, now: Date): Promise<Today> {
  const requests = await listOpenRequests(MOST_OF_A_KIND, viewer);
  const [found, supported] = await Promise.all([findRows(viewer, settings, now), dropPutAside(requests.map(toRow), now)]);
  const inAll = found.inAll + supported.length;
  const rows = inOrder([...found.rows, ...supported]).slice(0, MOST_ROWS);
  return {
    rows,
    more: inAll - rows.length,
    isAtLeast: Math.max(found.mostOfAKind, supported.length) >= MOST_OF_A_KIND,
  };
}

function toRow({ id, subject, memberName, waitingSince }: OpenRequest): TodayRow {
  const about = { since: waitingSince, until: null, names: [memberName], count: 1, what: subject, isOwn: false };
  return { key: `support-request:${id}:${waitingSince.getTime()}`, kind: "support-request", subjectId: id, ...about };
}

async function dropPutAside(rows: readonly TodayRow[], now: Date): Promise<TodayRow[]> {
  if (rows.length === 0) return [];
  const aside = await db().$queryRaw<{ key: string }[]>`
    SELECT "key" FROM "today_dismissals"
    WHERE "key" = ANY(${rows.map(({ key }) => key)}::text[]) AND ("until" IS NULL OR "until" > ${now}::timestamptz)`;
  const keys = new Set(aside.map(({ key }) => key));
  return rows.filter(({ key }) => !keys.has(key));
}

interface FoundRow extends Omit<TodayRow, "isOwn"> {
  memberIds: string[];
  inAll: number;
  mostOfAKind: number;
}

async function findRows({ memberId }: Viewer, settings: Settings, now: Date) {
  const found = await db().$queryRaw<FoundRow[]>(selectWhatNeedsAttention(settings, now));
  const { inAll, mostOfAKind } = found[0] ?? { inAll: 0, mostOfAKind: 0 };
  const rows = found.map(({ key, kind, subjectId, since, until, names, count, what, memberIds }) => {
    return { key, kind, subjectId, since, until, names, count, what, isOwn: memberIds.includes(memberId) };
  });
  return { rows, inAll, mostOfAKind };
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

const NAMES_OF_SUBJECT = Prisma.sql`
  CASE WHEN p."id" IS NOT NULL THEN ARRAY[mentee."name", mentor."name"]
    WHEN one."id" IS NOT NULL THEN ARRAY[one."name"] ELSE ARRAY[]::text[] END`;

/** Items that are put aside, newest first, without requests that are hidden from the reader. */
export async function listAside(reader: Pick<Viewer, "memberId">, now: Date): Promise<AsideRow[]> {
  const rows = await db().$queryRaw<(Omit<AsideRow, "kind"> & { kind: string })[]>`
    SELECT d."key", d."kind", d."subjectId", d."until", d."reason", d."at", staff."name" AS "byName", ${NAMES_OF_SUBJECT} AS "names"
    FROM "today_dismissals" d ${SUBJECT_JOINS} LEFT JOIN "members" staff ON staff."id" = d."byId"
    WHERE (d."until" IS NULL OR d."until" > ${now}::timestamptz) AND ${isOpenKey(reader, Prisma.sql`d."key"`)}
    ORDER BY d."at" DESC, d."key" LIMIT 100`;
  return rows.flatMap((row) => {
    const known = readKey(row.key);
    return known ? [{ ...row, kind: known.kind }] : [];
  });
}

const SUBJECT_JOINS = Prisma.sql`
  LEFT JOIN "proposals" p ON p."id" = d."subjectId"
  LEFT JOIN "members" mentee ON mentee."id" = p."menteeId" LEFT JOIN "members" mentor ON mentor."id" = p."mentorId"
  LEFT JOIN "members" one ON one."id" = d."subjectId"`;

/** The people that a key is about, for the page that asks before dismissing it. */
export async function namesOf(subjectId: string | null): Promise<string[]> {
  if (subjectId === null) return [];
  const [row] = await db().$queryRaw<{ names: string[] }[]>`
    SELECT ${NAMES_OF_SUBJECT} AS "names" FROM (SELECT ${subjectId}::uuid AS "subjectId") d ${SUBJECT_JOINS}`;
  return row?.names ?? [];
}
