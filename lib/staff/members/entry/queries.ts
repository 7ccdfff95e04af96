import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import { itemsValue, readItems, type WrittenItem } from "@/lib/pairing/readiness/queries";
import { scopeOf } from "@/lib/people/rights/rights";
import { isOpenKey, isOpenLine } from "@/lib/society/audit/hidden-requests";
import { holdingsValue } from "@/lib/staff/coordinating/queries";
import { isInScope } from "@/lib/staff/coordinating/scope-sql";
import type { Course, Entry, MailLine, RelationshipRow, TrailLine } from "../directory";
import { HAS_SECOND_STEP } from "../second-step-sql";

const MOST_MOVEMENTS = 50;
const MOST_LINES = 20;

/**
 * One member, for staff: dates and states. Null if there is none, or the member has been erased and nothing is left to show.
 */
export async function findEntry(viewer: Viewer, memberId: string): Promise<Entry | null> {
  if (viewer.staff === "none" || !isId(memberId)) return null;
  const [row] = await db().$queryPrepared<EntryRow[]>`
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
      ${itemsValue(scopeOf(viewer, "readiness") ?? [], memberId)} AS "items", ${holdingsValue(memberId)} AS "holdings",
      e."name" AS "registerName", e."email" AS "registerEmail", e."standing" AS "registerStanding", e."importedAt", e."further" AS "registerFurther"
    FROM "members" m
    LEFT JOIN "mentor_profiles" f ON f."memberId" = m."id"
    LEFT JOIN "register_entries" e ON e."number" = m."number"
    WHERE m."id" = ${memberId}::uuid`;
  return row ? toEntry(row) : null;
}

type EntryRow = Omit<Entry, "mentor" | "register" | "items"> & {
  items: WrittenItem[];
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
    items,
    ...entry
  } = row;
  return {
    ...entry,
    items: readItems(items),
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
  const rows = await db().$queryPrepared<StoredRow[]>`
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
  const rows = await db().$queryPrepared<TrailRow[]>`
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
