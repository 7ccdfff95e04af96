import { addDays } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { mayHaveRhythm, rhythm } from "@/lib/pairing/relationships/rhythm-sql";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import { menteeGaps, mentorGaps } from "@/lib/staff/reports/gaps/queries";
import * as reports from "@/lib/staff/reports/queries";
import type { Month } from "@/lib/staff/reports/range";
import { FIRST_DAYS } from "@/lib/staff/reports/report";
import { satisfaction } from "@/lib/staff/surveys/queries";
import type { Board } from "./board";
import { toBoard } from "./figures";
import { type AskedPeriod, choosePeriod, toMonths } from "./period";
import type { BoardRows } from "./rows";

/** The society's board for a period; null if the viewer is not staff. Three queries. */
export async function readBoard(
  viewer: Pick<Viewer, "staff" | "rights">,
  asked: AskedPeriod,
  settings: Settings,
  now: Date,
): Promise<Board | null> {
  if (scopeOf(viewer, "board") !== "all") return null;
  const period = choosePeriod(asked, now, settings.society.timeZone);
  const board = toBoard(await readRows(toMonths(period, settings.society.timeZone), settings, now), period, settings);
  return viewer.staff === "none" ? withoutLeads(board) : board;
}

/** For those who read figures alone: no number leads to names. */
function withoutLeads(board: Board): Board {
  const parts = board.parts.map((part) => ({
    ...part,
    lines: part.lines.map(({ lead: _, leadBefore: __, ...line }) => line),
  }));
  return { ...board, parts };
}

async function readRows(months: [Month, Month], settings: Settings, now: Date): Promise<BoardRows> {
  const [before, period] = months;
  const limits = [before.startsAt, period.startsAt, period.endsAt];
  const ids = settings.topics.map(({ id }) => id);
  const [inPeriod, today, byTopic] = await Promise.all([
    ask<Pick<BoardRows, "joined" | "outcomes" | "answers" | "begun" | "met" | "topics">>({
      joined: reports.registrations(months),
      outcomes: reports.outcomes(months),
      answers: reports.answers(months),
      begun: reports.relationships(months, addDays(now, -FIRST_DAYS, settings.society.timeZone)),
      met: reports.pairsThatMet(months),
      topics: reports.topics([period]),
    }),
    ask<Pick<BoardRows, "mentors" | "mentees" | "silent">>({
      mentors: mentorGaps(limits),
      mentees: menteeGaps(limits),
      silent: silent(limits, settings, now),
    }),
    ask<Pick<BoardRows, "waiting" | "places" | "satisfaction">>({
      waiting: waiting(period),
      places: places(ids),
      satisfaction: satisfaction(limits, settings.society.timeZone),
    }),
  ]);
  return { ...inPeriod, ...today, ...byTopic };
}

/** Several counts in one statement, each as the rows that it has. */
async function ask<Rows extends object>(parts: Record<keyof Rows, Prisma.Sql>): Promise<Rows> {
  const columns = Object.entries<Prisma.Sql>(parts).map(
    ([name, rows]) => Prisma.sql`(SELECT coalesce(jsonb_agg(one), '[]') FROM (${rows}) one) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const [found] = await db().$queryRaw<Rows[]>`SELECT ${Prisma.join(columns)}`;
  return found as Rows;
}

/** As the list of relationships says it. */
function silent(limits: readonly Date[], settings: Settings, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT width_bucket(p."startedAt", ${limits.map((at) => at.toISOString())}::timestamptz[]) AS "month", count(*)::integer AS "count"
    FROM "relationship_rhythms" b JOIN "relationships" p ON p."id" = b."relationshipId"
    WHERE ${mayHaveRhythm("silent", settings, now)} AND p."endedAt" IS NULL AND p."agreedUntil" > ${now}::timestamptz
      AND ${rhythm(settings, now)} = 'silent'
    GROUP BY 1`;
}

/**
 * Mentees who wait for somebody, by topic: with a proposal open or a place in a queue, with an alert for the topic, or without a
 * mentor since a proposal of the period expired. Each counts once for a topic, however many ways they wait.
 */
function waiting({ startsAt, endsAt }: Month): Prisma.Sql {
  return Prisma.sql`
    SELECT topic AS "topic", count(DISTINCT w."id")::integer AS "count"
    FROM (
      SELECT p."menteeId" AS "id", t."topics"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE p."status" = 'sent'
      UNION ALL
      SELECT p."menteeId", t."topics"
      FROM "proposals" p JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      WHERE p."status" = 'expired' AND p."sentAt" >= ${startsAt}::timestamptz AND p."sentAt" < ${endsAt}::timestamptz
        AND NOT EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = p."menteeId" AND r."endedAt" IS NULL)
      UNION ALL
      SELECT q."menteeId", t."topics"
      FROM "queue_places" q JOIN "proposals" p ON p."id" = q."proposalId"
      JOIN "proposal_texts" t ON t."proposalId" = p."id" AND t."number" = p."textNumber"
      UNION ALL
      SELECT a."memberId", a."topics" FROM "mentor_alerts" a WHERE a."topics" <> '{}'
    ) w JOIN "members" m ON m."id" = w."id" AND m."status" = 'active' AND m."standing" = 'current', unnest(w."topics") AS topic
    GROUP BY 1`;
}

/** Mentors who can be found, and their free places, by topic: a mentor counts for each that they offer. */
function places(ids: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT topic AS "topic", sum(g."mentors")::integer AS "mentors", sum(g."places")::integer AS "places"
    FROM (SELECT "topics", count(*) AS "mentors", sum("placesFree") AS "places" FROM "mentor_listings" GROUP BY 1) g
    JOIN unnest(${[...ids]}::integer[]) AS topic ON (g."topics" >> topic) & 1 = 1
    GROUP BY 1`;
}
