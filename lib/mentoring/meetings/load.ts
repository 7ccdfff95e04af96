import { pickColumns } from "@/lib/foundation/columns";
import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns } from "@/lib/foundation/db/columns";
import { readBoxes, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import { ERASED_WORDS } from "@/lib/foundation/wording";
import { stillOn } from "./conditions";
import type { Answer, CancelledBecause, Meeting, MeetingWords, Status } from "./meeting";

/** A row of the table meetings, with the two people of its relationship. */
export interface MeetingRow extends Omit<Meeting, "status" | "answer" | "suggestion" | "cancelledBecause"> {
  status: string;
  answer: string;
  suggestedStartsAt: Date | null;
  suggestedEndsAt: Date | null;
  cancelledBecause: string | null;
  /** Sealed; null once the organiser has been erased. */
  words: string | null;
}

/** Every column of the table; reading and saving both derive from this list. */
export const MEETING_COLUMNS = {
  id: true,
  relationshipId: true,
  organiserId: true,
  status: true,
  answer: true,
  startsAt: true,
  endsAt: true,
  method: true,
  words: true,
  sendsDetails: true,
  suggestedStartsAt: true,
  suggestedEndsAt: true,
  cancelledBecause: true,
  remindAt: true,
  isReminded: true,
  dueAt: true,
  sequence: true,
  createdAt: true,
  movedAt: true,
  version: true,
} as const satisfies Record<Exclude<keyof MeetingRow, "menteeId" | "mentorId">, true>;

/** The columns of a MeetingRow, from "meetings" m and "relationships" r. */
export const MEETING_ROW = Prisma.sql`${listColumns(MEETING_COLUMNS, "m")}, r."menteeId", r."mentorId"`;

/** The statement for meetings that fulfil a condition on m and r, in an order; its rows are MeetingRows. */
export function selectMeetings(condition: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${MEETING_ROW} FROM "meetings" m JOIN "relationships" r ON r."id" = m."relationshipId"
    WHERE ${condition} ORDER BY ${order}`;
}

/** The meeting itself, without its words and anything else that a query has joined. */
export function fromRow(row: MeetingRow): Meeting {
  const { words, suggestedStartsAt, suggestedEndsAt, ...columns } = pickColumns(row, MEETING_COLUMNS);
  return {
    ...columns,
    menteeId: row.menteeId,
    mentorId: row.mentorId,
    status: row.status as Status,
    answer: row.answer as Answer,
    cancelledBecause: row.cancelledBecause as CancelledBecause | null,
    suggestion: suggestedStartsAt && suggestedEndsAt ? { startsAt: suggestedStartsAt, endsAt: suggestedEndsAt } : null,
  };
}

/** What the organiser wrote. For the two partners alone: only call it where the query has made sure of that. */
export function wordsOf(row: Pick<MeetingRow, "id" | "words">): MeetingWords {
  return openWords(row).words;
}

/** The same, and whether the words cannot be decrypted and a sentence stands in their place. */
export function openWords({ id, words }: Pick<MeetingRow, "id" | "words">): { words: MeetingWords; isUnreadable: boolean } {
  if (words === null) return { words: { title: ERASED_WORDS, details: "" }, isUnreadable: false };
  const opened = tryOpen<MeetingWords>("meetings.words", id, words, readBoxes);
  if (opened.isReadable) return { words: opened.words, isUnreadable: false };
  return { words: { title: opened.instead, details: "" }, isUnreadable: true };
}

interface Busy {
  viewer: boolean;
  partner: boolean;
}

/** Which of the two has another meeting at that time; nothing else about it is revealed. */
export async function loadBusy(
  viewerId: string,
  partnerId: string,
  meetingId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Busy> {
  const isBusy = (memberId: string) => Prisma.sql`EXISTS(
    SELECT FROM "relationships" r JOIN "meetings" m ON m."relationshipId" = r."id"
    WHERE (r."menteeId" = ${memberId}::uuid OR r."mentorId" = ${memberId}::uuid) AND r."endedAt" IS NULL
      AND ${stillOn("m")} AND m."id" <> ${meetingId}::uuid
      AND m."startsAt" < ${endsAt}::timestamptz AND m."endsAt" > ${startsAt}::timestamptz)`;
  const [busy] = await db().$queryRaw<Busy[]>`SELECT ${isBusy(viewerId)} AS "viewer", ${isBusy(partnerId)} AS "partner"`;
  return busy ?? { viewer: false, partner: false };
}
