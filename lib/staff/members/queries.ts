import { db, Prisma } from "@/lib/foundation/db/client";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import { isId } from "@/lib/foundation/id";
import type { Scope, Viewer } from "@/lib/foundation/viewer";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import { scopeOf } from "@/lib/people/rights/rights";
import { isOpenKey, isOpenLine } from "@/lib/society/audit/hidden-requests";
import type { Settings } from "@/lib/society/settings/settings";
import { listFewMembersIn } from "@/lib/staff/coordinating/queries";
import { isInScope, isMemberInScope } from "@/lib/staff/coordinating/scope-sql";
import { isLeftOver } from "@/lib/staff/matching/left-over-sql";
import { reportConditions } from "./conditions";
import type { Course, Entry, Listed, MailLine, RelationshipRow, TrailLine } from "./directory";
import type { Filters, RoleFilter } from "./input";
import { HAS_SECOND_STEP } from "./second-step-sql";

const PAGE_SIZE = 25;
/** If a search finds more than this, only these are sorted. Somebody looking for one person types another letter. */
const MOST_FOUND = 1000;
const MOST_MOVEMENTS = 50;
const MOST_LINES = 20;

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

/**
 * One member, for staff: dates and states. Null if there is none, or the member has been erased and nothing is left to show.
 */
export async function findEntry(viewer: Viewer, memberId: string): Promise<Entry | null> {
  if (viewer.staff === "none" || !isId(memberId)) return null;
  const [row] = await db().$queryRaw<EntryRow[]>`
    SELECT m."id", m."name", m."number", m."email", m."status", m."standing", m."staff", m."isMentor", m."isMentee", m."createdAt",
      m."lastSignedInAt", m."erasedAt", m."eraseDueAt", m."suspendedAt", m."suspendedReason", m."earlierSubject" IS NOT NULL AS "hasMovedSignIn",
      ${HAS_SECOND_STEP} AS "hasSecondStep",
      greatest(
        (SELECT max(p."movedAt") FROM "proposals" p WHERE p."menteeId" = m."id"),
        (SELECT max(p."movedAt") FROM "proposals" p WHERE p."mentorId" = m."id")) AS "movedAt",
      f."capacity", f."isAvailable", f."availableAgainAt",
      (SELECT count(*)::integer FROM "relationships" r WHERE r."mentorId" = m."id" AND r."endedAt" IS NULL) AS "placesTaken",
      EXISTS (SELECT FROM "mentee_profiles" p WHERE p."memberId" = m."id") AS "hasMenteeProfile",
      jsonb_build_object(
        'hasBlocked', ARRAY(SELECT o."name" FROM "blocks" b JOIN "members" o ON o."id" = b."blockedId" WHERE b."blockerId" = m."id"
          ORDER BY b."at" DESC LIMIT 20),
        'isBlockedBy', ARRAY(SELECT o."name" FROM "blocks" b JOIN "members" o ON o."id" = b."blockerId" WHERE b."blockedId" = m."id"
          ORDER BY b."at" DESC LIMIT 20)) AS "blocks",
      e."name" AS "registerName", e."email" AS "registerEmail", e."standing" AS "registerStanding", e."importedAt", e."further" AS "registerFurther"
    FROM "members" m
    LEFT JOIN "mentor_profiles" f ON f."memberId" = m."id"
    LEFT JOIN "register_entries" e ON e."number" = m."number"
    WHERE m."id" = ${memberId}::uuid`;
  return row ? toEntry(row) : null;
}

type EntryRow = Omit<Entry, "mentor" | "register"> & {
  capacity: number | null;
  isAvailable: boolean | null;
  availableAgainAt: Date | null;
  placesTaken: number;
  registerName: string | null;
  registerEmail: string | null;
  registerStanding: Entry["standing"] | null;
  registerFurther: Record<string, string> | null;
  importedAt: Date | null;
};

function toEntry(row: EntryRow): Entry {
  const {
    capacity,
    isAvailable,
    availableAgainAt,
    placesTaken,
    registerName,
    registerEmail,
    registerStanding,
    registerFurther,
    importedAt,
    ...entry
  } = row;
  return {
    ...entry,
    mentor: capacity === null ? null : { capacity, isAvailable: isAvailable ?? false, availableAgainAt, placesTaken },
    register:
      registerName === null || registerStanding === null || importedAt === null
        ? null
        : { name: registerName, email: registerEmail, standing: registerStanding, importedAt, further: registerFurther ?? {} },
  };
}

/** The newest proposals and relationships of a member, in one query, for staff: dates, states and the other person's name. */
export async function listRelationshipsOf(viewer: Viewer, memberId: string, now: Date): Promise<RelationshipRow[]> {
  const scope = scopeOf(viewer, "relationships");
  if (scope === null) return [];
  const half = (mine: Prisma.Sql) => Prisma.sql`
    (SELECT * FROM "proposals" WHERE ${mine} = ${memberId}::uuid AND ${isInScope(scope, Prisma.sql`"programmeId"`)} ORDER BY "movedAt" DESC LIMIT ${MOST_MOVEMENTS})`;
  const isToCome = Prisma.sql`${stillOn("t")} AND t."endsAt" > ${now}::timestamptz`;
  const rows = await db().$queryRaw<StoredRow[]>`
    SELECT p."id", CASE WHEN p."menteeId" = ${memberId}::uuid THEN 'mentee' ELSE 'mentor' END AS "as",
      m."id" AS "partnerId", m."name" AS "partnerName", p."status", p."sentAt", p."expiresAt", p."movedAt",
      r."startedAt", r."agreedUntil", r."endedAt", r."endedBecause", meetings."meetingsHeld", meetings."nextMeetingAt", meetings."isNextAccepted",
      coalesce(r."firstConversationAt", meetings."firstHeldAt") AS "firstConversationAt", (
        SELECT greatest(c."menteeSignedAt", c."mentorSignedAt") FROM "contracts" c
        WHERE c."relationshipId" = r."id" AND c."menteeSignedAt" IS NOT NULL AND c."mentorSignedAt" IS NOT NULL
        ORDER BY c."number" DESC LIMIT 1
      ) AS "signedAt"
    FROM (${half(Prisma.sql`"menteeId"`)} UNION ALL ${half(Prisma.sql`"mentorId"`)}) p
    JOIN "members" m ON m."id" = CASE WHEN p."menteeId" = ${memberId}::uuid THEN p."mentorId" ELSE p."menteeId" END
    LEFT JOIN "relationships" r ON r."id" = p."id"
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t."status" = 'held')::integer AS "meetingsHeld",
        min(t."startsAt") FILTER (WHERE t."status" = 'held') AS "firstHeldAt",
        min(t."startsAt") FILTER (WHERE ${isToCome}) AS "nextMeetingAt",
        (array_agg(t."answer" = 'accepted' ORDER BY t."startsAt") FILTER (WHERE ${isToCome}))[1] AS "isNextAccepted"
      FROM "meetings" t WHERE t."relationshipId" = r."id"
    ) meetings
    ORDER BY p."movedAt" DESC, p."id" LIMIT ${MOST_MOVEMENTS}`;
  return rows.map(toRow);
}

type StoredRow = Omit<RelationshipRow, "relationship"> &
  Omit<Course, "startedAt" | "agreedUntil"> & {
    startedAt: Date | null;
    agreedUntil: Date | null;
  };

function toRow(row: StoredRow): RelationshipRow {
  const { id, as, partnerId, partnerName, status, sentAt, expiresAt, movedAt, startedAt, agreedUntil, ...course } = row;
  const proposal = { id, as, partnerId, partnerName, status, sentAt, expiresAt, movedAt };
  return { ...proposal, relationship: startedAt && agreedUntil ? { startedAt, agreedUntil, ...course } : null };
}

/** The newest mails to a member and lines of the audit trail about them, in one query, for staff: kinds, dates and states. */
export async function findTrail(viewer: Viewer, memberId: string): Promise<{ mails: MailLine[]; lines: TrailLine[] }> {
  if (viewer.staff === "none") return { mails: [], lines: [] };
  const rows = await db().$queryRaw<TrailRow[]>`
    (SELECT 'mail' AS "of", "key" AS "name", "kind" AS "what", "status" AS "state", "createdAt" AS "at", "sentAt", NULL::uuid AS "actorId", NULL AS "actorName"
      FROM "mails" WHERE "memberId" = ${memberId}::uuid AND ${isOpenKey(viewer, Prisma.sql`"key"`)} ORDER BY "createdAt" DESC, "key" LIMIT ${MOST_LINES})
    UNION ALL
    (SELECT 'line', e."id"::text, e."fact", e."actor", e."at", NULL, e."actorId", m."name"
      FROM "audit_events" e LEFT JOIN "members" m ON m."id" = e."actorId"
      WHERE e."subjectId" = ${memberId}::uuid AND ${isOpenLine(viewer)} ORDER BY e."id" DESC LIMIT ${MOST_LINES})`;
  return {
    mails: rows.flatMap(({ of, name: key, what: kind, state: status, at: createdAt, sentAt }) =>
      of === "mail" ? [{ key, kind, status, createdAt, sentAt }] : [],
    ),
    lines: rows.flatMap(({ of, name: id, what: fact, state, at, actorId, actorName }) =>
      of === "line" ? [{ id, fact, actor: state as TrailLine["actor"], at, actorId, actorName }] : [],
    ),
  };
}

interface TrailRow {
  of: "mail" | "line";
  name: string;
  what: string;
  state: string;
  at: Date;
  sentAt: Date | null;
  actorId: string | null;
  actorName: string | null;
}
