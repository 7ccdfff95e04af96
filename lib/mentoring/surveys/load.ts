import { db, Prisma } from "@/lib/foundation/db/client";
import type { Round, Side } from "./deadlines";

type Row = Omit<Round, "sides" | "lastMeeting"> & {
  lastMeetingId: string | null;
  lastMeetingEndsAt: Date | null;
  menteeIsHere: boolean;
  mentorIsHere: boolean;
  menteeAskedAt: Date | null;
  mentorAskedAt: Date | null;
  menteeOccasions: string[] | null;
  mentorOccasions: string[] | null;
};

const isHere = (id: string) => Prisma.sql`EXISTS (SELECT FROM "members" g WHERE g."id" = ${Prisma.raw(id)}
  AND g."status" = 'active' AND g."standing" = 'current')`;
const askedAt = (id: string) =>
  Prisma.sql`(SELECT s."askedAt" FROM "surveyed_members" s WHERE s."memberId" = ${Prisma.raw(id)})`;
const occasions = (id: string) => Prisma.sql`(SELECT array_agg(a."occasion") FROM "survey_askings" a
  WHERE a."relationshipId" = c."relationshipId" AND a."memberId" = ${Prisma.raw(id)})`;

/** Rounds that are due, with what a decision about them depends on; each part reads one index. */
export async function selectDue(now: Date, after: Round | null, limit: number): Promise<Round[]> {
  const later = after?.dueAt
    ? Prisma.sql`AND (c."dueAt", c."relationshipId") > (${after.dueAt}::timestamptz, ${after.relationshipId}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT c."relationshipId", c."countsFrom", c."dueAt", c."version", r."menteeId", r."mentorId", r."startedAt",
      CASE WHEN r."agreedUntil" <= ${now}::timestamptz THEN coalesce(r."endedAt", r."agreedUntil") ELSE r."endedAt" END AS "endedAt",
      i."pausedUntil", i."askedAt" AS "checkedInAt", t."id" AS "lastMeetingId", t."endsAt" AS "lastMeetingEndsAt",
      ${isHere('r."menteeId"')} AS "menteeIsHere", ${isHere('r."mentorId"')} AS "mentorIsHere",
      ${askedAt('r."menteeId"')} AS "menteeAskedAt", ${askedAt('r."mentorId"')} AS "mentorAskedAt",
      ${occasions('r."menteeId"')} AS "menteeOccasions", ${occasions('r."mentorId"')} AS "mentorOccasions"
    FROM (SELECT * FROM "survey_rounds" c WHERE c."dueAt" <= ${now}::timestamptz ${later}
      ORDER BY c."dueAt", c."relationshipId" LIMIT ${limit}) c
    JOIN "relationships" r ON r."id" = c."relationshipId"
    LEFT JOIN "check_ins" i ON i."relationshipId" = c."relationshipId"
    LEFT JOIN LATERAL (SELECT m."id", m."endsAt" FROM "meetings" m
      WHERE m."relationshipId" = c."relationshipId" AND m."status" = 'held' ORDER BY m."startsAt" DESC LIMIT 1) t ON true
    ORDER BY c."dueAt", c."relationshipId"`;
  return rows.map(toRound);
}

function toRound(row: Row): Round {
  const { lastMeetingId, lastMeetingEndsAt, ...rest } = row;
  const { menteeIsHere, mentorIsHere, menteeAskedAt, mentorAskedAt, menteeOccasions, mentorOccasions, ...round } = rest;
  const side = (isHere: boolean, askedAt: Date | null, occasions: string[] | null): Side => {
    return { isHere, askedAt, occasions: occasions ?? [] };
  };
  return {
    ...round,
    lastMeeting: lastMeetingId && lastMeetingEndsAt ? { id: lastMeetingId, endsAt: lastMeetingEndsAt } : null,
    sides: {
      mentee: side(menteeIsHere, menteeAskedAt, menteeOccasions),
      mentor: side(mentorIsHere, mentorAskedAt, mentorOccasions),
    },
  };
}

export interface DueReminder {
  id: string;
  remindAt: Date;
}

export async function selectReminders(now: Date, after: DueReminder | null, limit: number): Promise<DueReminder[]> {
  return db().$queryRaw<DueReminder[]>`
    SELECT "id", "remindAt" FROM "survey_askings" WHERE "remindAt" <= ${now}::timestamptz
      ${after ? Prisma.sql`AND ("remindAt", "id") > (${after.remindAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY "remindAt", "id" LIMIT ${limit}`;
}
