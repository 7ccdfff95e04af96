import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId, readId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { takesProposals } from "@/lib/pairing/programmes/access";
import { TAKES_PROPOSALS } from "@/lib/pairing/programmes/access-sql";
import { asOf } from "@/lib/pairing/programmes/decide";
import { type Programme, SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { fromJson, fromRow, PROGRAMME_COLUMNS, type ProgrammeRow } from "@/lib/pairing/programmes/row";
import type { Joining, Status } from "./joining";

/** Where the viewer stands in a programme, in each of their roles that has asked. */
export type Standings = Partial<Record<Role, Pick<Joining, "status" | "capacity">>>;

/** A programme as a member sees it. */
export interface OfferedProgramme {
  programme: Programme;
  standings: Standings;
}

/** More than anybody could choose from. */
const MOST_OFFERED = 100;

/**
 * The programmes besides the society's scheme that are open to the viewer: those that take members now, and those that are under way with
 * them in it. None: then no screen of theirs says the word. One query.
 */
export async function listOffered(viewer: Viewer, now: Date): Promise<OfferedProgramme[]> {
  if (!viewer.isMentor && !viewer.isMentee) return [];
  const rows = await db().$queryPrepared<Row[]>(selectOffered(viewer, IS_BEGUN));
  return rows.map((row) => toOffered(row, fromRow(row), now)).filter(isOpenNow);
}

/** The same as a list for a column of another statement, which `isAnyOffered` and `readSendable` read. */
export function offeredValue(viewer: Viewer): Prisma.Sql {
  return inOneValue(selectOffered(viewer, IS_BEGUN));
}

export function isAnyOffered(rows: readonly Record<string, unknown>[], now: Date): boolean {
  return readOffered(rows, now).length > 0;
}

/** The programmes in which the viewer, as a mentee, looks for mentors now. */
export function readSendable(rows: readonly Record<string, unknown>[], now: Date): Programme[] {
  return sendableOf(readOffered(rows, now));
}

function readOffered(rows: readonly Record<string, unknown>[], now: Date): OfferedProgramme[] {
  return rows.map((row) => toOffered(row as Pick<Row, "joinings">, fromJson(row), now)).filter(isOpenNow);
}

const IS_BEGUN = Prisma.sql`p."status" IN ('draft', 'open', 'matching', 'running')`;

/** Those of them in which the viewer, as a mentee, looks for mentors now. */
function sendableOf(offered: readonly OfferedProgramme[]): Programme[] {
  return offered
    .filter(({ programme, standings }) => standings.mentee?.status === "joined" && takesProposals(programme))
    .map(({ programme }) => programme);
}

/** The same for a mail: the first joined comes first. A date that has come counts from the next sweep on. */
export async function listLookedIn(menteeId: string): Promise<Pick<Programme, "id" | "name">[]> {
  return db().$queryRaw<Pick<Programme, "id" | "name">[]>`
    SELECT g."id", g."name" FROM "programme_members" j JOIN "programmes" g ON g."id" = j."programmeId"
    WHERE j."memberId" = ${menteeId}::uuid AND j."role" = 'mentee' AND j."status" = 'joined' AND ${TAKES_PROPOSALS}
    ORDER BY j."askedAt", g."id" LIMIT ${MOST_OFFERED}`;
}

/** The one of these that the address of a page names; null without one. No query where it names none. */
export async function findSendable(viewer: Viewer, asked: string | string[] | undefined, now: Date): Promise<Programme | null> {
  const id = readId(asked);
  return id === null ? null : (sendableOf(await listOffered(viewer, now)).find((programme) => programme.id === id) ?? null);
}

/** One of those that are open, also after its end for those who were in it. Null for everybody else. */
export async function findOffered(viewer: Viewer, id: string, now: Date): Promise<OfferedProgramme | null> {
  if (!isId(id) || !(viewer.isMentor || viewer.isMentee)) return null;
  const [row] = await db().$queryPrepared<Row[]>(selectOffered(viewer, Prisma.sql`p."id" = ${id}::uuid`));
  const one = row && toOffered(row, fromRow(row), now);
  if (!one || one.programme.status === "draft" || one.programme.status === "archived") return null;
  return isOpenTo(one) ? one : null;
}

interface Row extends ProgrammeRow {
  joinings: ({ role: Role } & Pick<Joining, "status" | "capacity">)[] | null;
}

function selectOffered({ memberId }: Viewer, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${listColumns(PROGRAMME_COLUMNS, "p")}, (
      SELECT jsonb_agg(jsonb_build_object('role', m."role", 'status', m."status", 'capacity', m."capacity"))
      FROM "programme_members" m WHERE m."programmeId" = p."id" AND m."memberId" = ${memberId}::uuid) AS "joinings"
    FROM "programmes" p WHERE ${condition} AND p."id" <> ${SOCIETY_SCHEME}::uuid
    ORDER BY p."createdAt", p."id" LIMIT ${MOST_OFFERED}`;
}

function toOffered({ joinings }: Pick<Row, "joinings">, programme: Programme, now: Date): OfferedProgramme {
  const standings = Object.fromEntries((joinings ?? []).map(({ role, ...standing }) => [role, standing])) as Standings;
  return { programme: asOf(programme, now), standings };
}

function isOpenNow(one: OfferedProgramme): boolean {
  const { status } = one.programme;
  return (status === "open" || status === "matching" || status === "running") && isOpenTo(one);
}

function isOpenTo({ programme, standings }: OfferedProgramme): boolean {
  const isIn = Object.values(standings).some(({ status }) => status === "joined" || status === "applied");
  return isIn || programme.takesMembers;
}

/** How many wait for an answer in each programme, for staff. */
export async function countApplications(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ programmeId: string; count: number }[]>`
    SELECT "programmeId", count(*)::integer AS "count" FROM "programme_members" WHERE "status" = 'applied' GROUP BY "programmeId"`;
  return new Map(rows.map(({ programmeId, count }) => [programmeId, count]));
}

/** How many rows a page of the list has. */
const PAGE_SIZE = 50;

/** A member in the list of staff. */
export interface MemberLine {
  memberId: string;
  name: string;
  number: string;
  role: Role;
  status: Status;
  askedAt: Date;
  version: number;
}

/** Those with this status in a programme, who asked last first, a page at a time; for staff. */
export async function listMembers(programmeId: string, status: Status, after?: string) {
  const cursor = readCursor(after);
  const beyond = cursor
    ? Prisma.sql`AND (p."askedAt", p."memberId") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<(MemberLine & { id: string })[]>`
    SELECT p."memberId" AS "id", p."memberId", m."name", m."number", p."role", p."status", p."askedAt", p."version"
    FROM "programme_members" p JOIN "members" m ON m."id" = p."memberId"
    WHERE p."programmeId" = ${programmeId}::uuid AND p."status" = ${status} ${beyond}
    ORDER BY p."askedAt" DESC, p."memberId" DESC, p."role" LIMIT ${PAGE_SIZE + 1}`;
  return { members: rows.slice(0, PAGE_SIZE), next: cursorAfter(rows, PAGE_SIZE, ({ askedAt }) => askedAt) };
}
