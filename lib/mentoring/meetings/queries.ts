import { Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { isPartner } from "@/lib/pairing/relationships/access-sql";
import { allowedCommands, type MemberCommandType } from "./access";
import { fromRow, type MeetingRow, openWords, selectMeetings } from "./load";
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
