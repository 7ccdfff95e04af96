import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { todaysZone } from "@/lib/foundation/time-zones";
import type { Viewer } from "@/lib/foundation/viewer";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { allowedCommands, type MemberCommandType } from "./access";
import { fromRow, MEETING_ROW, type MeetingRow, openWords, selectMeetings, wordsOf } from "./load";
import type { Meeting, MeetingWords } from "./meeting";

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
  const rows = await db().$queryPrepared<MeetingRow[]>(
    selectMeetings(isTheirs, Prisma.sql`m."startsAt" DESC, m."id" LIMIT ${MOST}`),
  );
  return rows.map((row) => show(viewer, row, now));
}

/** One meeting of that relationship; null if it is not the viewer's. */
export async function findMeeting(viewer: Viewer, relationshipId: string, id: string, now: Date): Promise<ShownMeeting | null> {
  if (!isId(id) || !isId(relationshipId)) return null;
  const isTheirs = Prisma.sql`m."id" = ${id}::uuid AND m."relationshipId" = ${relationshipId}::uuid
    AND ${isPartner(viewer)}`;
  const [row] = await db().$queryPrepared<MeetingRow[]>(selectMeetings(isTheirs, Prisma.sql`m."id"`));
  return row ? show(viewer, row, now) : null;
}

/** An invitation as whoever was invited reads it behind a mail's link, without signing in. */
export interface Invitation {
  meeting: Meeting;
  /** Null if the organiser does not send them along: then only the product shows them. */
  words: MeetingWords | null;
  partnerName: string;
  /** Of the one who was invited: an IANA name; null for the society's. */
  timeZone: string | null;
  /** Whether the relationship still is. */
  isOpen: boolean;
}

/** The invitation to this meeting; null unless this member was invited to it and may sign in. */
export async function findInvitation(memberId: string, id: string, now: Date): Promise<Invitation | null> {
  const invited = await findInvited(id, now);
  return invited?.memberId === memberId ? invited : null;
}

/** An invitation with whom it is for, and the address by which an answer of theirs is known. */
export interface Invited extends Invitation {
  memberId: string;
  email: string;
}

/** The same whoever was invited, as long as they may sign in. */
export async function findInvited(id: string, now: Date): Promise<Invited | null> {
  if (!isId(id)) return null;
  const [row] = await db().$queryRaw<(MeetingRow & Omit<Invited, "meeting" | "words">)[]>`
    SELECT ${MEETING_ROW}, organiser."name" AS "partnerName", me."id" AS "memberId", me."email", me."timeZone",
      r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz AS "isOpen"
    FROM "meetings" m JOIN "relationships" r ON r."id" = m."relationshipId"
    JOIN "members" organiser ON organiser."id" = m."organiserId"
    JOIN "members" me ON me."id" = CASE WHEN m."organiserId" = r."menteeId" THEN r."mentorId" ELSE r."menteeId" END
    WHERE m."id" = ${id}::uuid AND me."status" = 'active' AND me."standing" = 'current'`;
  if (!row) return null;
  const { memberId, email, partnerName, timeZone, isOpen } = row;
  return {
    ...{ memberId, email, partnerName, isOpen },
    meeting: fromRow(row),
    words: row.sendsDetails ? wordsOf(row) : null,
    timeZone: timeZone && todaysZone(timeZone),
  };
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
