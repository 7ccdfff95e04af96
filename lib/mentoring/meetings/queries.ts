import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { allowedCommands, type MemberCommandType } from "./access";
import { stillOn } from "./conditions";
import { fromRow, MEETING_ROW, type MeetingRow, openWords, selectMeetings, wordsOf } from "./load";
import type { Meeting, MeetingWords, Period } from "./meeting";

/** A meeting as one of the two sees it. */
export interface ShownMeeting {
  meeting: Meeting;
  words: MeetingWords;
  /** The words cannot be decrypted; a sentence stands in their place. */
  isUnreadable: boolean;
  isOrganiser: boolean;
  /** What the viewer can do about it now, as long as the relationship is open. */
  allowed: MemberCommandType[];
}

/** More than two people can have had; it keeps the page bounded. */
const MOST = 500;

/** All meetings of the viewer's relationship, the latest first; none if it is not theirs. */
export async function listMeetings(viewer: Viewer, relationshipId: string, now: Date): Promise<ShownMeeting[]> {
  const isTheirs = Prisma.sql`m."relationshipId" = ${relationshipId}::uuid AND ${isPartner(viewer)}`;
  const rows = await selectMeetings(isTheirs, Prisma.sql`m."startsAt" DESC, m."id" LIMIT ${MOST}`);
  return rows.map((row) => show(viewer, row, now));
}

/** One meeting of that relationship; null if it is not the viewer's. */
export async function findMeeting(viewer: Viewer, relationshipId: string, id: string, now: Date): Promise<ShownMeeting | null> {
  if (!isId(id) || !isId(relationshipId)) return null;
  const isTheirs = Prisma.sql`m."id" = ${id}::uuid AND m."relationshipId" = ${relationshipId}::uuid
    AND ${isPartner(viewer)}`;
  const [row] = await selectMeetings(isTheirs, Prisma.sql`m."id"`);
  return row ? show(viewer, row, now) : null;
}

function show(viewer: Viewer, row: MeetingRow, now: Date): ShownMeeting {
  const meeting = fromRow(row);
  return {
    meeting,
    ...openWords(row),
    isOrganiser: meeting.organiserId === viewer.memberId,
    allowed: allowedCommands(viewer, meeting, now),
  };
}

/** Where two partners stand with their meetings, in one query: for the dashboard. */
export interface MeetingSummary {
  /** The next one that is planned and not declined, or is under way. */
  next: (Period & { id: string; method: number; title: string; answer: Meeting["answer"]; isOrganiser: boolean }) | null;
  heldCount: number;
  lastHeldAt: Date | null;
  /** Planned ones that have started and of which nobody has said whether they took place. */
  unrecalledCount: number;
}

/** The summary of the viewer's relationship; empty if it is not theirs. */
export async function findMeetingSummary(viewer: Viewer, relationshipId: string, now: Date): Promise<MeetingSummary> {
  const [row] = await db().$queryRaw<SummaryRow[]>`
    SELECT s.* FROM "relationships" r, LATERAL (${summaryOf(now)}) s
    WHERE r."id" = ${relationshipId}::uuid AND ${isPartner(viewer)}`;
  return readSummary(viewer, row ?? null);
}

/**
 * The same inside another query: put it behind "relationships" r as `LATERAL (…) s`, and readSummary turns its row into a
 * MeetingSummary. Only for relationships of the viewer.
 */
export function summaryOf(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE m."status" = 'held')::integer AS "heldCount",
      max(m."startsAt") FILTER (WHERE m."status" = 'held') AS "lastHeldAt",
      count(*) FILTER (WHERE ${stillOn("m")} AND m."endsAt" <= ${now}::timestamptz)::integer AS "unrecalledCount",
      (SELECT jsonb_build_object('id', n."id", 'startsAt', n."startsAt", 'endsAt', n."endsAt", 'method', n."method",
          'words', n."words", 'answer', n."answer", 'organiserId', n."organiserId")
        FROM "meetings" n WHERE n."relationshipId" = r."id" AND ${stillOn("n")}
          AND n."endsAt" > ${now}::timestamptz ORDER BY n."startsAt", n."id" LIMIT 1) AS "nextMeeting"
    FROM "meetings" m WHERE m."relationshipId" = r."id"`;
}

export interface SummaryRow {
  heldCount: number;
  lastHeldAt: Date | null;
  unrecalledCount: number;
  nextMeeting: {
    id: string;
    startsAt: string;
    endsAt: string;
    method: number;
    words: string | null;
    answer: Meeting["answer"];
    organiserId: string;
  } | null;
}

export function readSummary({ memberId }: Pick<Viewer, "memberId">, row: SummaryRow | null): MeetingSummary {
  if (!row) return { next: null, heldCount: 0, lastHeldAt: null, unrecalledCount: 0 };
  const { nextMeeting, heldCount, lastHeldAt, unrecalledCount } = row;
  const next = nextMeeting && {
    id: nextMeeting.id,
    startsAt: new Date(nextMeeting.startsAt),
    endsAt: new Date(nextMeeting.endsAt),
    method: nextMeeting.method,
    title: wordsOf(nextMeeting).title,
    answer: nextMeeting.answer,
    isOrganiser: nextMeeting.organiserId === memberId,
  };
  return { next, heldCount, lastHeldAt, unrecalledCount };
}

/** Whether the two have met at all: whether a meeting was held, planned or logged. */
export async function hasHeldMeeting(relationshipId: string): Promise<boolean> {
  return (await db().meeting.findFirst({ where: { relationshipId, status: "held" }, select: { id: true } })) !== null;
}

/** A meeting that took place, for the record of either of the two. */
export interface HeldMeeting extends Period {
  id: string;
  relationshipId: string;
  viewerIs: Role;
  partnerName: string;
  method: number;
  title: string;
  minutes: number;
}

/** The viewer's meetings that took place in a period, with all partners, the oldest first. */
export async function listHeldMeetings(viewer: Viewer, { startsAt, endsAt }: Period): Promise<HeldMeeting[]> {
  const rows = await db().$queryRaw<(MeetingRow & { partnerName: string })[]>`
    SELECT ${MEETING_ROW}, partner."name" AS "partnerName"
    FROM "relationships" r JOIN "meetings" m ON m."relationshipId" = r."id"
    JOIN "members" partner
      ON partner."id" = CASE WHEN r."menteeId" = ${viewer.memberId}::uuid THEN r."mentorId" ELSE r."menteeId" END
    WHERE (r."menteeId" = ${viewer.memberId}::uuid OR r."mentorId" = ${viewer.memberId}::uuid) AND m."status" = 'held'
      AND m."startsAt" >= ${startsAt}::timestamptz AND m."startsAt" < ${endsAt}::timestamptz
    ORDER BY m."startsAt", m."id"`;
  return rows.map((row) => ({
    id: row.id,
    relationshipId: row.relationshipId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    viewerIs: row.menteeId === viewer.memberId ? "mentee" : "mentor",
    partnerName: row.partnerName,
    method: row.method,
    title: wordsOf(row).title,
    minutes: Math.round((+row.endsAt - +row.startsAt) / 60_000),
  }));
}
