import { dayOf } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { lengthOf } from "@/lib/staff/relationships/counted/conditions";
import type { Month } from "./range";

/**
 * The counts for reports, never who. Each is one query that needs only indexes. A row's month is found by searching an array of
 * month boundaries in the society's time zone, which is much faster than converting time zones in SQL.
 */

/** The day of the first registration; today if there is nobody yet. */
export async function findFirstDay(now: Date, timeZone: string): Promise<string> {
  const { _min } = await db().member.aggregate({ _min: { createdAt: true } });
  return dayOf(_min.createdAt && _min.createdAt < now ? _min.createdAt : now, timeZone);
}

/** Whether the viewer may see reports. The pages check this as well. */
export function mayReport({ staff }: Pick<Viewer, "staff">): boolean {
  return staff !== "none";
}

export interface JoinedRow {
  month: number;
  isMentor: boolean;
  isMentee: boolean;
  count: number;
}

export async function countRegistrations(months: readonly Month[]): Promise<JoinedRow[]> {
  return db().$queryRaw<JoinedRow[]>`
    SELECT ${monthOf("createdAt", months)} AS "month", "isMentor", "isMentee", count(*)::integer AS "count"
    FROM "members" WHERE ${within("createdAt", months)} GROUP BY 1, 2, 3`;
}

export interface OutcomeRow {
  month: number;
  status: string;
  count: number;
}

/** By the month in which they were sent. */
export async function countOutcomes(months: readonly Month[], programme: Programme): Promise<OutcomeRow[]> {
  return db().$queryRaw<OutcomeRow[]>`
    SELECT ${monthOf("sentAt", months)} AS "month", "status", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(programme)} GROUP BY 1, 2`;
}

export interface TopicRow {
  topic: number;
  status: string;
  count: number;
}

/** By topic. Grouped by the combination of topics first, because there are far fewer combinations than proposals. */
export async function countTopics(months: readonly Month[], programme: Programme): Promise<TopicRow[]> {
  return db().$queryRaw<TopicRow[]>`
    SELECT topic AS "topic", g."status", sum(g."count")::integer AS "count"
    FROM (
      SELECT t."topics", p."status", count(*) AS "count"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE ${within("sentAt", months)} AND ${isIn(programme)} AND t."proposalId" IS NOT NULL
      GROUP BY 1, 2
    ) g, unnest(g."topics") AS topic
    GROUP BY 1, 2`;
}

export interface RejectionRow {
  /** The entry of the society's list; null where none was chosen. */
  because: number | null;
  count: number;
}

/** The reasons for which proposals of the range were rejected: numbers, never whose. */
export async function countRejections(months: readonly Month[], programme: Programme): Promise<RejectionRow[]> {
  return db().$queryRaw<RejectionRow[]>`
    SELECT "rejectedBecause"::integer AS "because", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(programme)} AND "status" = 'rejected' GROUP BY 1`;
}

export interface AnswerRow {
  month: number;
  answered: number;
  /** Hours. */
  median: number;
  slowest: number;
}

/** How long mentors took to reply, by the month in which the proposal was sent. */
export async function measureAnswers(months: readonly Month[], programme: Programme): Promise<AnswerRow[]> {
  return db().$queryRaw<AnswerRow[]>`
    SELECT "month", count(*)::integer AS "answered",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY "hours") AS "median",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY "hours") AS "slowest"
    FROM (
      SELECT ${monthOf("sentAt", months)} AS "month", extract(epoch FROM "movedAt" - "sentAt")::double precision / 3600 AS "hours"
      FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(programme)} AND "status" IN ('accepted', 'rejected')
    ) answers GROUP BY 1`;
}

export interface ReminderRow {
  /** The newest reminder that had gone out; 0: none. */
  remindedDay: number;
  isAnswered: boolean;
  count: number;
}

/** How many reminders were needed, for all proposals that were replied to or expired. */
export async function countReminders(months: readonly Month[], programme: Programme): Promise<ReminderRow[]> {
  return db().$queryRaw<ReminderRow[]>`
    SELECT "remindedDay", "status" <> 'expired' AS "isAnswered", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(programme)} AND "status" IN ('accepted', 'rejected', 'expired') GROUP BY 1, 2`;
}

export interface BegunRow {
  /** 0: before the range. Null in rows about an end. */
  begunIn: number | null;
  /** Null in rows about a beginning. */
  endedIn: number | null;
  count: number;
  /** Of those that started in this month: how many started long enough ago to be counted, and how they went. */
  asked: number;
  talked: number;
  signed: number;
}

/**
 * Relationships by the month of their beginning and, in separate rows, of their end. A meeting counts as having talked. Only
 * for those that started by `talkedBefore` do we know whether they talked within thirty days.
 */
export async function countRelationships(
  months: readonly Month[],
  programme: Programme,
  talkedBefore: Date,
): Promise<BegunRow[]> {
  return db().$queryRaw<BegunRow[]>`
    SELECT "begunIn", "endedIn", count(*)::integer AS "count",
      (count(*) FILTER (WHERE "startedAt" < ${talkedBefore}::timestamptz))::integer AS "asked",
      (count(*) FILTER (WHERE "startedAt" < ${talkedBefore}::timestamptz AND "talkedAt" < "startedAt" + interval '30 days'))::integer AS "talked",
      (count(*) FILTER (WHERE "isSigned"))::integer AS "signed"
    FROM (
      SELECT r."startedAt", ${monthOf("startedAt", months)} AS "begunIn",
        CASE WHEN r."endedAt" < ${endOf(months)}::timestamptz THEN ${monthOf("endedAt", months)} END AS "endedIn",
        CASE WHEN r."startedAt" >= ${startOf(months)}::timestamptz THEN coalesce(r."firstConversationAt", (
          SELECT min(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = r."id" AND m."status" = 'held')) END AS "talkedAt",
        r."startedAt" >= ${startOf(months)}::timestamptz AND EXISTS (SELECT FROM "contracts" c WHERE c."relationshipId" = r."id"
          AND c."menteeSignedAt" IS NOT NULL AND c."mentorSignedAt" IS NOT NULL) AS "isSigned"
      FROM "relationships" r WHERE r."startedAt" < ${endOf(months)}::timestamptz AND ${beganIn(programme, Prisma.sql`r."id"`)}
    ) r GROUP BY GROUPING SETS (("begunIn"), ("endedIn")) HAVING "begunIn" IS NOT NULL OR "endedIn" IS NOT NULL`;
}

export type GoingRow = Pick<BegunRow, "begunIn" | "endedIn" | "count">;

/** The same without how they went. */
export async function countGoing(months: readonly Month[], programme: Programme): Promise<GoingRow[]> {
  return db().$queryRaw<GoingRow[]>`
    SELECT "begunIn", "endedIn", count(*)::integer AS "count"
    FROM (
      SELECT ${monthOf("startedAt", months)} AS "begunIn",
        CASE WHEN "endedAt" < ${endOf(months)}::timestamptz THEN ${monthOf("endedAt", months)} END AS "endedIn"
      FROM "relationships" r WHERE "startedAt" < ${endOf(months)}::timestamptz AND ${beganIn(programme, Prisma.sql`r."id"`)}
    ) r GROUP BY GROUPING SETS (("begunIn"), ("endedIn")) HAVING "begunIn" IS NOT NULL OR "endedIn" IS NOT NULL`;
}

export interface EndRow {
  because: string;
  /** How many of the steps of LENGTHS it reached. */
  length: number;
  count: number;
}

/** Relationships that ended in the range: why, and how long they had lasted. */
export async function countEnds(months: readonly Month[], programme: Programme): Promise<EndRow[]> {
  return db().$queryRaw<EndRow[]>`
    SELECT "endedBecause" AS "because",
      ${lengthOf(Prisma.sql`"relationships"`)} AS "length",
      count(*)::integer AS "count"
    FROM "relationships" WHERE ${within("endedAt", months)} AND "endedBecause" IS NOT NULL
      AND ${beganIn(programme, Prisma.sql`"relationships"."id"`)} GROUP BY 1, 2`;
}

export interface MeetingRow {
  month: number;
  status: string;
  count: number;
}

/** Meetings by the month in which they are. One that was declined and never moved is `declined`, whatever its day. */
export async function countMeetings(months: readonly Month[], programme: Programme): Promise<MeetingRow[]> {
  return db().$queryRaw<MeetingRow[]>`
    SELECT ${monthOf("startsAt", months)} AS "month", CASE WHEN "status" = 'planned' AND NOT ${stillOn("m")} THEN 'declined' ELSE "status" END AS "status",
      count(*)::integer AS "count"
    FROM "meetings" m WHERE ${within("startsAt", months)} AND ${beganIn(programme, Prisma.sql`m."relationshipId"`)} GROUP BY 1, 2`;
}

/** The programme that a report is about; null: all of them together. */
export type Programme = string | null;

/** Of proposals: those of the programme. The society's own scheme is none by name. */
function isIn(programme: Programme): Prisma.Sql {
  if (programme === null) return Prisma.sql`true`;
  return programme === SOCIETY_SCHEME ? Prisma.sql`"programmeId" IS NULL` : Prisma.sql`"programmeId" = ${programme}::uuid`;
}

/** The same of what belongs to the relationship with this id. */
function beganIn(programme: Programme, id: Prisma.Sql): Prisma.Sql {
  if (programme === null) return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT FROM "proposals" o WHERE o."id" = ${id} AND ${isIn(programme)})`;
}

type Counted = "createdAt" | "sentAt" | "startedAt" | "endedAt" | "startsAt";

/** The number of the month that contains an instant, from 1; 0 if it is before all of them. */
function monthOf(column: Counted, months: readonly Month[]): Prisma.Sql {
  const limits = [...months.map(({ startsAt }) => startsAt.toISOString()), endOf(months).toISOString()];
  return Prisma.sql`width_bucket(${Prisma.raw(`"${column}"`)}, ${limits}::timestamptz[])`;
}

function within(column: Counted, months: readonly Month[]): Prisma.Sql {
  const name = Prisma.raw(`"${column}"`);
  return Prisma.sql`${name} >= ${startOf(months)}::timestamptz AND ${name} < ${endOf(months)}::timestamptz`;
}

function startOf(months: readonly Month[]): Date {
  return (months[0] as Month).startsAt;
}

function endOf(months: readonly Month[]): Date {
  return (months.at(-1) as Month).endsAt;
}
