import { timingSafeEqual } from "node:crypto";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { bareAddress } from "@/lib/foundation/identifier";
import { hashOf } from "@/lib/foundation/random-token";
import { type Opened, readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import type { CalendarMeeting } from "./calendar";

interface Where {
  settings: Settings;
  appUrl: string;
  /** MAIL_FROM: the society's own address, in whose name files come. */
  from: string;
}

/** Meetings for mails about them, by id. Their words are there only if the organiser sends them along. */
export async function loadMeetings(ids: readonly string[], where: Where): Promise<Map<string, CalendarMeeting>> {
  if (ids.length === 0) return new Map();
  const rows = await select(Prisma.sql`m."id" = ANY(${ids}::uuid[])`, Prisma.sql`m."id"`);
  return new Map(rows.map((row) => [row.id, toMeeting(row, row.sendsDetails, where)]));
}

/** One meeting for the viewer's own hand, with its words; null when it is none of their business. */
export async function findMeetingFile(
  { memberId }: Viewer,
  relationshipId: string,
  id: string,
  where: Where,
): Promise<CalendarMeeting | null> {
  if (!isId(id) || !isId(relationshipId)) return null;
  const isTheirs = Prisma.sql`m."id" = ${id}::uuid AND m."relationshipId" = ${relationshipId}::uuid
    AND ${memberId}::uuid IN (r."menteeId", r."mentorId")`;
  const [row] = await select(isTheirs, Prisma.sql`m."id"`);
  return row ? toMeeting(row, true, where) : null;
}

/** How long a subscribed calendar keeps what was, and how much it holds at most. */
const KEPT_DAYS = 365;
const MOST = 1000;

/**
 * What a subscribed calendar shows: the meetings of the member whom the token stands for, of a year back and all to come. One that
 * was cancelled or declined is not among them: leaving it out is the only way to remove it that every calendar program
 * understands. Null for a token that is nobody's, or of somebody who may not sign in.
 */
export async function listFeed(token: string, where: Where, now: Date): Promise<CalendarMeeting[] | null> {
  const hash = hashOf(token);
  const [owner] = await db().$queryRaw<{ memberId: string; tokenHash: string }[]>`
    SELECT f."memberId", f."tokenHash" FROM "calendar_feeds" f JOIN "members" m ON m."id" = f."memberId"
    WHERE f."tokenHash" = ${hash} AND m."status" = 'active' AND m."standing" = 'current'`;
  if (!owner || !timingSafeEqual(Buffer.from(owner.tokenHash), Buffer.from(hash))) return null;
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const isTheirs = Prisma.sql`${owner.memberId}::uuid IN (r."menteeId", r."mentorId") AND m."endsAt" > ${since}
    AND (m."status" = 'held' OR m."status" = 'planned' AND m."answer" <> 'declined')`;
  const rows = await select(isTheirs, Prisma.sql`m."startsAt" DESC, m."id" LIMIT ${MOST}`);
  return rows.map((row) => toMeeting(row, row.sendsDetails, where));
}

/** The viewer's own calendar address, without the beginning: its token; null before they ask for one. */
export async function findFeedToken({ memberId }: Viewer): Promise<Opened<string> | null> {
  const feed = await db().calendarFeed.findUnique({ where: { memberId }, select: { token: true } });
  return feed && tryOpen("calendar_feeds.token", memberId, feed.token, String);
}

interface Row extends Omit<CalendarMeeting, "isCancelled" | "isHeld" | "method" | "words" | "sender" | "reply" | "href"> {
  relationshipId: string;
  status: string;
  method: number;
  words: string | null;
  sendsDetails: boolean;
}

async function select(condition: Prisma.Sql, order: Prisma.Sql): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT m."id", m."relationshipId", m."status", m."answer", m."startsAt", m."endsAt", m."method", m."words", m."sendsDetails",
      m."sequence", m."createdAt", m."movedAt", organiser."name" AS "organiser", invited."name" AS "invited",
      invited."id" AS "invitedId"
    FROM "meetings" m JOIN "relationships" r ON r."id" = m."relationshipId"
    JOIN "members" organiser ON organiser."id" = m."organiserId"
    JOIN "members" invited
      ON invited."id" = CASE WHEN m."organiserId" = r."menteeId" THEN r."mentorId" ELSE r."menteeId" END
    WHERE ${condition} ORDER BY ${order}`;
}

function toMeeting(row: Row, withWords: boolean, { settings, appUrl, from }: Where): CalendarMeeting {
  const { id, answer, startsAt, endsAt, sequence, createdAt, movedAt, organiser, invited, invitedId } = row;
  return {
    id,
    answer,
    startsAt,
    endsAt,
    sequence,
    createdAt,
    movedAt,
    isCancelled: row.status === "cancelled" || row.status === "not-held",
    isHeld: row.status === "held",
    method: labelOf(settings.methods, row.method),
    words: withWords && row.words !== null ? openWords(id, row.words) : null,
    organiser,
    invited,
    invitedId,
    sender: { name: settings.society.product, email: bareAddress(from) },
    href: `${appUrl}/relationships/${row.relationshipId}/meetings`,
  };
}

/** Without a title a calendar shows who meets; the sentence goes where the details would be. */
function openWords(id: string, sealed: string): NonNullable<CalendarMeeting["words"]> {
  const opened = tryOpen<NonNullable<CalendarMeeting["words"]>>("meetings.words", id, sealed, readBoxes);
  return opened.isReadable ? opened.words : { title: "", details: opened.instead };
}
