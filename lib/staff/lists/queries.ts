import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import type { rangeOf } from "@/lib/foundation/day-range";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Role, Scope } from "@/lib/foundation/viewer";
import type { Status } from "@/lib/pairing/joining/joining";
import { WAITING } from "@/lib/pairing/matching/ranked-page-sql";
import { isInScope, isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import { PARTIES, type Party } from "@/lib/staff/relationships/conditions";

/** How much room a mentor has, and how they answer: counts and dates alone. */
export interface MentorLine {
  id: string;
  name: string;
  number: string;
  capacity: number;
  placesTaken: number;
  /** Proposals that wait for their answer. */
  waiting: number;
  isAvailable: boolean;
  availableAgainAt: Date | null;
  askedCount: number;
  repliedCount: number;
}

/** The places of mentors with an account, in the order of their ids, a page at a time. */
export async function listMentors(
  scope: Scope,
  after: string | null,
  pageSize: number,
): Promise<{ lines: MentorLine[]; next: string | null }> {
  const lines = await db().$queryRaw<MentorLine[]>`
    SELECT m."id", m."name", m."number", p."capacity", p."isAvailable", p."availableAgainAt", p."askedCount", p."repliedCount",
      (SELECT count(*)::integer FROM "relationships" r WHERE r."mentorId" = m."id" AND r."endedAt" IS NULL) AS "placesTaken",
      ${WAITING} AS "waiting"
    FROM "mentor_profiles" p JOIN "members" m ON m."id" = p."memberId"
    WHERE m."status" = 'active' AND m."isMentor" AND ${isMemberInScope(scope)} ${after ? Prisma.sql`AND p."memberId" > ${after}::uuid` : Prisma.empty}
    ORDER BY p."memberId" LIMIT ${pageSize}`;
  return { lines, next: lines.length < pageSize ? null : (lines.at(-1)?.id ?? null) };
}

/** A member in a programme, in one of their roles. */
export interface JoiningLine {
  memberId: string;
  name: string;
  number: string;
  email: string;
  role: Role;
  status: Status;
  askedAt: Date;
}

/** Those within the scope who have this status in a programme, in the order of their ids, a page at a time. `after` is the last line's member and role. */
export async function listJoinings(
  scope: Scope,
  programmeId: string,
  status: Status,
  after: string | null,
  pageSize: number,
): Promise<{ lines: JoiningLine[]; next: string | null }> {
  const [member, role] = after?.split(" ") ?? [];
  const beyond = after ? Prisma.sql`AND (j."memberId", j."role") > (${member}::uuid, ${role})` : Prisma.empty;
  const lines = await db().$queryRaw<JoiningLine[]>`
    SELECT j."memberId", m."name", m."number", m."email", j."role", j."status", j."askedAt"
    FROM "programme_members" j JOIN "members" m ON m."id" = j."memberId"
    WHERE j."programmeId" = ${programmeId}::uuid AND j."status" = ${status} AND ${isMemberInScope(scope)} ${beyond}
    ORDER BY j."memberId", j."role" LIMIT ${pageSize}`;
  const last = lines.at(-1);
  return { lines, next: last && lines.length === pageSize ? `${last.memberId} ${last.role}` : null };
}

/** A meeting as staff may know it: when, who and whether. Never its title, place or agenda. */
export interface MeetingLine {
  id: string;
  mentee: Party;
  mentor: Party;
  startsAt: Date;
  endsAt: Date;
  status: "planned" | "cancelled" | "held" | "not-held";
  answer: "waiting" | "accepted" | "declined" | "suggested";
}

/** The meetings that begin within a range, newest first, a page at a time. */
export async function listMeetings(
  scope: Scope,
  { from, to }: ReturnType<typeof rangeOf>,
  after: string | undefined,
  pageSize: number,
) {
  const cursor = readCursor(after);
  const lines = await db().$queryRaw<MeetingLine[]>`
    SELECT l.*, ${PARTIES} FROM (
      SELECT t."id", t."startsAt", t."endsAt", t."status", t."answer", r."menteeId", r."mentorId"
      FROM "meetings" t JOIN "relationships" r ON r."id" = t."relationshipId"
      WHERE t."startsAt" IS NOT NULL AND t."startsAt" >= ${from}::timestamptz AND t."startsAt" < ${to}::timestamptz AND ${isInScope(scope, Prisma.sql`r."programmeId"`)}
        ${cursor ? Prisma.sql`AND (t."startsAt", t."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
      ORDER BY t."startsAt" DESC, t."id" DESC LIMIT ${pageSize + 1}
    ) l
    JOIN "members" mentee ON mentee."id" = l."menteeId" JOIN "members" mentor ON mentor."id" = l."mentorId"
    ORDER BY l."startsAt" DESC, l."id" DESC`;
  return { lines: lines.slice(0, pageSize), next: cursorAfter(lines, pageSize, ({ startsAt }) => startsAt) };
}
