import { dayOf } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import type { Scope } from "@/lib/foundation/viewer";
import { stillOn } from "@/lib/mentoring/meetings/conditions";
import { isProgrammeInScope } from "@/lib/pairing/programmes/scope-sql";
import { lengthOf } from "@/lib/staff/relationships/counted/conditions";
import { endOf, isHeldIn, isIn, monthOf, startOf, within } from "./counted-sql";
import type { Month } from "./range";

/**
 * The counts for reports, never who. Each is one query that needs only indexes; those that the society's board counts too are
 * exported as SQL, so that it can ask for several at once. A row's month is found by searching an array of
 * month boundaries in the society's time zone, which is much faster than converting time zones in SQL.
 */

/** What a report can be narrowed to. */
export interface Bounds {
  /** The day of the first registration; today if there is nobody yet. */
  firstDay: string;
  /** The programmes of the scope. */
  programmes: { id: string; name: string }[];
}

const MOST_PROGRAMMES = 200;

/** One query; the newest programmes first, the archived ones last. */
export async function findBounds(scope: Scope, now: Date, timeZone: string): Promise<Bounds> {
  const programmes = Prisma.sql`SELECT p."id", p."name" FROM "programmes" p WHERE ${isProgrammeInScope(scope, Prisma.sql`p."id"`)}
    ORDER BY p."status" = 'archived', p."createdAt" DESC LIMIT ${MOST_PROGRAMMES}`;
  const [row] = await db().$queryRaw<(Pick<Bounds, "programmes"> & { firstAt: Date | null })[]>`
    SELECT (SELECT min("createdAt") FROM "members") AS "firstAt", ${inOneValue(programmes)} AS "programmes"`;
  const { firstAt = null, programmes: found = [] } = row ?? {};
  return { firstDay: dayOf(firstAt && firstAt < now ? firstAt : now, timeZone), programmes: found };
}

export interface JoinedRow {
  month: number;
  isMentor: boolean;
  isMentee: boolean;
  count: number;
}

export async function countRegistrations(months: readonly Month[]): Promise<JoinedRow[]> {
  return db().$queryRaw<JoinedRow[]>(registrations(months));
}

export const registrations = (months: readonly Month[]) => Prisma.sql`
    SELECT ${monthOf("createdAt", months)} AS "month", "isMentor", "isMentee", count(*)::integer AS "count"
    FROM "members" WHERE ${within("createdAt", months)} GROUP BY 1, 2, 3`;

export interface OutcomeRow {
  month: number;
  status: string;
  count: number;
}

/** By the month in which they were sent. */
export async function countOutcomes(months: readonly Month[], scope: Scope): Promise<OutcomeRow[]> {
  return db().$queryRaw<OutcomeRow[]>(outcomes(months, scope));
}

export const outcomes = (months: readonly Month[], scope: Scope = "all") => Prisma.sql`
    SELECT ${monthOf("sentAt", months)} AS "month", "status", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(scope)} GROUP BY 1, 2`;

export interface TopicRow {
  topic: number;
  status: string;
  count: number;
}

/** By topic. Grouped by the combination of topics first, because there are far fewer combinations than proposals. */
export async function countTopics(months: readonly Month[], scope: Scope): Promise<TopicRow[]> {
  return db().$queryRaw<TopicRow[]>(topics(months, scope));
}

export const topics = (months: readonly Month[], scope: Scope = "all") => Prisma.sql`
    SELECT topic AS "topic", g."status", sum(g."count")::integer AS "count"
    FROM (
      SELECT t."topics", p."status", count(*) AS "count"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE ${within("sentAt", months)} AND ${isIn(scope)} AND t."proposalId" IS NOT NULL
      GROUP BY 1, 2
    ) g, unnest(g."topics") AS topic
    GROUP BY 1, 2`;

export interface RejectionRow {
  /** The entry of the society's list; null where none was chosen. */
  because: number | null;
  count: number;
}

/** The reasons for which proposals of the range were rejected: numbers, never whose. */
export async function countRejections(months: readonly Month[], scope: Scope): Promise<RejectionRow[]> {
  return db().$queryRaw<RejectionRow[]>`
    SELECT "rejectedBecause"::integer AS "because", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(scope)} AND "status" = 'rejected' GROUP BY 1`;
}

export interface AnswerRow {
  month: number;
  answered: number;
  /** Hours. */
  median: number;
  slowest: number;
}

/** How long mentors took to reply, by the month in which the proposal was sent. */
export async function measureAnswers(months: readonly Month[], scope: Scope): Promise<AnswerRow[]> {
  return db().$queryRaw<AnswerRow[]>(answers(months, scope));
}

export const answers = (months: readonly Month[], scope: Scope = "all") => Prisma.sql`
    SELECT "month", count(*)::integer AS "answered",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY "hours") AS "median",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY "hours") AS "slowest"
    FROM (
      SELECT ${monthOf("sentAt", months)} AS "month", extract(epoch FROM "movedAt" - "sentAt")::double precision / 3600 AS "hours"
      FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(scope)} AND "status" IN ('accepted', 'rejected')
    ) answers GROUP BY 1`;

export interface ReminderRow {
  /** The newest reminder that had gone out; 0: none. */
  remindedDay: number;
  isAnswered: boolean;
  count: number;
}

/** How many reminders were needed, for all proposals that were replied to or expired. */
export async function countReminders(months: readonly Month[], scope: Scope): Promise<ReminderRow[]> {
  return db().$queryRaw<ReminderRow[]>`
    SELECT "remindedDay", "status" <> 'expired' AS "isAnswered", count(*)::integer AS "count"
    FROM "proposals" WHERE ${within("sentAt", months)} AND ${isIn(scope)} AND "status" IN ('accepted', 'rejected', 'expired') GROUP BY 1, 2`;
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
  /** Of those that started in this month, however long ago: how many have ever talked. */
  met: number;
  signed: number;
}

/**
 * Relationships by the month of their beginning and, in separate rows, of their end. A meeting counts as having talked. Only
 * for those that started by `talkedBefore` do we know whether they talked within thirty days.
 */
export async function countRelationships(months: readonly Month[], scope: Scope, talkedBefore: Date): Promise<BegunRow[]> {
  return db().$queryRaw<BegunRow[]>(relationships(months, talkedBefore, scope));
}

export const relationships = (months: readonly Month[], talkedBefore: Date, scope: Scope = "all") => Prisma.sql`
    SELECT "begunIn", "endedIn", count(*)::integer AS "count",
      (count(*) FILTER (WHERE "startedAt" < ${talkedBefore}::timestamptz))::integer AS "asked",
      (count(*) FILTER (WHERE "startedAt" < ${talkedBefore}::timestamptz AND "talkedAt" < "startedAt" + interval '30 days'))::integer AS "talked",
      count("talkedAt")::integer AS "met",
      (count(*) FILTER (WHERE "isSigned"))::integer AS "signed"
    FROM (
      SELECT r."startedAt", ${monthOf("startedAt", months)} AS "begunIn",
        CASE WHEN r."endedAt" < ${endOf(months)}::timestamptz THEN ${monthOf("endedAt", months)} END AS "endedIn",
        CASE WHEN r."startedAt" >= ${startOf(months)}::timestamptz THEN coalesce(r."firstConversationAt", (
          SELECT min(m."startsAt") FROM "meetings" m WHERE m."relationshipId" = r."id" AND m."status" = 'held')) END AS "talkedAt",
        r."startedAt" >= ${startOf(months)}::timestamptz AND EXISTS (SELECT FROM "contracts" c WHERE c."relationshipId" = r."id"
          AND c."menteeSignedAt" IS NOT NULL AND c."mentorSignedAt" IS NOT NULL) AS "isSigned"
      FROM "relationships" r WHERE r."startedAt" < ${endOf(months)}::timestamptz AND ${isIn(scope)}
    ) r GROUP BY GROUPING SETS (("begunIn"), ("endedIn")) HAVING "begunIn" IS NOT NULL OR "endedIn" IS NOT NULL`;

export type GoingRow = Pick<BegunRow, "begunIn" | "endedIn" | "count">;

/** The same without how they went. */
export async function countGoing(months: readonly Month[], scope: Scope): Promise<GoingRow[]> {
  return db().$queryRaw<GoingRow[]>`
    SELECT "begunIn", "endedIn", count(*)::integer AS "count"
    FROM (
      SELECT ${monthOf("startedAt", months)} AS "begunIn",
        CASE WHEN "endedAt" < ${endOf(months)}::timestamptz THEN ${monthOf("endedAt", months)} END AS "endedIn"
      FROM "relationships" r WHERE "startedAt" < ${endOf(months)}::timestamptz AND ${isIn(scope)}
    ) r GROUP BY GROUPING SETS (("begunIn"), ("endedIn")) HAVING "begunIn" IS NOT NULL OR "endedIn" IS NOT NULL`;
}

export interface EndRow {
  because: string;
  /** How many of the steps of LENGTHS it reached. */
  length: number;
  count: number;
}

/** Relationships that ended in the range: why, and how long they had lasted. */
export async function countEnds(months: readonly Month[], scope: Scope): Promise<EndRow[]> {
  return db().$queryRaw<EndRow[]>`
    SELECT "endedBecause" AS "because",
      ${lengthOf(Prisma.sql`"relationships"`)} AS "length",
      count(*)::integer AS "count"
    FROM "relationships" WHERE ${within("endedAt", months)} AND "endedBecause" IS NOT NULL
      AND ${isIn(scope)} GROUP BY 1, 2`;
}

export interface MeetingRow {
  month: number;
  status: string;
  count: number;
}

/** Meetings by the month in which they are. One that was declined and never moved is `declined`, whatever its day. */
export async function countMeetings(months: readonly Month[], scope: Scope): Promise<MeetingRow[]> {
  return db().$queryRaw<MeetingRow[]>`
    SELECT ${monthOf("startsAt", months)} AS "month", CASE WHEN "status" = 'planned' AND NOT ${stillOn("m")} THEN 'declined' ELSE "status" END AS "status",
      count(*)::integer AS "count"
    FROM "meetings" m WHERE ${within("startsAt", months)} AND ${isHeldIn(scope)} GROUP BY 1, 2`;
}

/** Relationships in which a meeting was held, by its month: one counts once in each. */
export const pairsThatMet = (months: readonly Month[]) => Prisma.sql`
    SELECT ${monthOf("startsAt", months)} AS "month", count(DISTINCT "relationshipId")::integer AS "count"
    FROM "meetings" WHERE ${within("startsAt", months)} AND "status" = 'held' GROUP BY 1`;
