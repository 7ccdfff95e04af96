import { db, Prisma } from "@/lib/foundation/db/client";
import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { decide } from "./decide";
import { fromRow, MEETING_ROW, type MeetingRow, selectMeetings } from "./load";
import type { Command, Decision, Meeting } from "./meeting";
import { save } from "./save";

/** Reminders on the day before, for the sweep. */
export const meetingSweepStep: SweepStep<Meeting> = {
  name: "meetings",

  async findDue(now, after, limit) {
    const later = after?.dueAt
      ? Prisma.sql`AND (m."dueAt", m."id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)`
      : Prisma.empty;
    // Meetings of a relationship that has ended are cancelled, and nobody is reminded of them.
    const isDue = Prisma.sql`m."dueAt" <= ${now}::timestamptz ${later} AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}::timestamptz`;
    return (await db().$queryRaw<MeetingRow[]>(selectMeetings(isDue, Prisma.sql`m."dueAt", m."id" LIMIT ${limit}`))).map(
      fromRow,
    );
  },

  async step(meetings, now) {
    const actor = { kind: "sweep" } as const;
    return { meetingsReminded: (await decideAll(meetings, () => ({ type: "remind", actor }), now)).length };
  },

  idOf: ({ id }) => id,

  overdue: dueIn("meetings", ["meeting", "meetings"]),
};

/** A planned meeting after the end of its relationship, and which of the two can still be told. */
interface Stranded {
  meeting: Meeting;
  tells: string[];
}

/**
 * Cancels meetings planned for after the end of a relationship, however it ended and even if nobody has recorded the end yet.
 */
export const strandedSweepStep: SweepStep<Stranded> = {
  name: "meetings-after-the-end",

  async findDue(now, after, limit) {
    const { startsAt, id } = after?.meeting ?? {};
    return findStranded(
      startsAt && id ? Prisma.sql`(m."startsAt", m."id") > (${startsAt}::timestamptz, ${id}::uuid)` : Prisma.sql`true`,
      limit,
      now,
    );
  },

  async step(stranded, now) {
    return { meetingsCalledOff: (await callOff(stranded, now)).length };
  },

  idOf: ({ meeting }) => meeting.id,

  // The end of the relationship is what is due, and counted.
  overdue: null,
};

/** Cancels at once the meetings of these relationships, which have just ended. Returns how many. */
export async function cancelAhead(relationshipIds: readonly string[], now: Date): Promise<number> {
  if (relationshipIds.length === 0) return 0;
  const ofThese = Prisma.sql`m."relationshipId" = ANY(${[...relationshipIds]}::uuid[])`;
  return (await callOff(await findStranded(ofThese, 10_000, now), now)).length;
}

async function callOff(stranded: readonly Stranded[], now: Date): Promise<string[]> {
  const tells = new Map(stranded.map((one) => [one.meeting.id, one.tells]));
  const meetings = stranded.map(({ meeting }) => meeting);
  const actor = { kind: "system" } as const;
  return decideAll(meetings, ({ id }) => ({ type: "close", actor, tells: tells.get(id) ?? [] }), now);
}

async function findStranded(condition: Prisma.Sql, limit: number, now: Date): Promise<Stranded[]> {
  const rows = await db().$queryRaw<(MeetingRow & { tells: string[] })[]>`
    SELECT ${MEETING_ROW},
      ARRAY(SELECT p."id"::text FROM "members" p WHERE p."id" IN (r."menteeId", r."mentorId") AND p."status" = 'active') AS "tells"
    FROM "meetings" m JOIN "relationships" r ON r."id" = m."relationshipId"
    WHERE m."status" = 'planned' AND (r."endedAt" IS NOT NULL OR r."agreedUntil" <= ${now}::timestamptz)
      AND m."startsAt" > coalesce(r."endedAt", r."agreedUntil") AND ${condition}
    ORDER BY m."startsAt", m."id" LIMIT ${limit}`;
  return rows.map((row) => ({ meeting: fromRow(row), tells: row.tells }));
}

async function decideAll(
  meetings: readonly Meeting[],
  commandFor: (meeting: Meeting) => Command,
  now: Date,
): Promise<string[]> {
  const decisions = meetings
    .map((meeting) => decide(meeting, commandFor(meeting), now))
    .filter((decided): decided is Decision => decided.ok);
  return save(decisions, null);
}
