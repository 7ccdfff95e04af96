import { cursorAfter, readCursor } from "@/lib/foundation/cursor";
import { db, Prisma } from "@/lib/foundation/db/client";
import { inOneValue } from "@/lib/foundation/db/one-value";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { findSurvey } from "@/lib/mentoring/surveys/own-sql";
import { openWords } from "@/lib/mentoring/surveys/queries";
import { standingSurvey } from "@/lib/mentoring/surveys/standing";
import { type AskedSurvey, isStanding, STANDING, type Survey, type SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import type { ResultsFilter } from "./input";
import { type Results, type Sum, toResults } from "./results";

type Staff = Pick<Viewer, "staff">;
const PAGE_SIZE = 25;
/** So many texts are shown on a page. */
const MOST_TEXTS = 50;

/** A survey on the list of staff. `people`: how many are counted. */
export type SurveyEntry = Pick<Survey, "id" | "title" | "status" | "startsAt" | "endsAt"> & { changedAt: Date; people: number };

/** How many people are counted of each standing survey, and the society's own, the one that was changed last first. Two queries. */
export async function listSurveys(viewer: Staff, after: string | undefined) {
  if (viewer.staff === "none") return { standing: [], own: [], next: null };
  const cursor = readCursor(after);
  const [counted, rows] = await Promise.all([
    db().$queryRaw<{ survey: string; people: number }[]>`
      SELECT "survey", ${PEOPLE} AS "people" FROM "survey_figures" f
      WHERE "survey" = ANY(${[...STANDING]}::text[]) AND "question" = 0 GROUP BY "survey"`,
    db().$queryRaw<SurveyEntry[]>`
      SELECT s."id", s."title", s."status", s."startsAt", s."endsAt", s."changedAt",
        (SELECT coalesce(${PEOPLE}, 0) FROM "survey_figures" f WHERE f."survey" = s."id"::text AND f."question" = 0) AS "people"
      FROM "surveys" s
      ${cursor ? Prisma.sql`WHERE (s."changedAt", s."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
      ORDER BY s."changedAt" DESC, s."id" DESC LIMIT ${PAGE_SIZE + 1}`,
  ]);
  const people = (survey: string) => counted.find((one) => one.survey === survey)?.people ?? 0;
  return {
    standing: STANDING.map((survey) => ({ ...standingSurvey(survey), survey, people: people(survey) })),
    own: rows.slice(0, PAGE_SIZE),
    next: cursorAfter(rows, PAGE_SIZE, ({ changedAt }) => changedAt) ?? null,
  };
}

const PEOPLE = Prisma.sql`sum(f."count")::integer`;

/** A survey for staff: a standing one by its name, or one of the society's own. */
export async function findForStaff(viewer: Staff, id: string): Promise<{ asked: AskedSurvey; own: Survey | null } | null> {
  if (viewer.staff === "none") return null;
  if (isStanding(id)) return { asked: standingSurvey(id), own: null };
  const own = await findSurvey(id);
  return own && { asked: { survey: own.id, title: own.title, questions: own.questions }, own };
}

/** The figures under a filter, and what members wrote, once it is counted with that of others. One query. */
export async function readResults(viewer: Staff, { survey, questions }: AskedSurvey, filter: ResultsFilter) {
  const nothing = { results: toResults(questions, []), texts: [] as Text[] };
  if (viewer.staff === "none") return nothing;
  const counted = Prisma.sql`
    SELECT f."question", f."value", ${PEOPLE} AS "count" FROM "survey_figures" f
    WHERE f."survey" = ${survey} AND ${isWithin(filter)} GROUP BY 1, 2`;
  const written = Prisma.sql`
    SELECT "askingId", "words" FROM "survey_answers" f
    WHERE f."survey" = ${survey} AND f."words" IS NOT NULL AND f."countedOn" IS NOT NULL AND ${isWithinAnswers(filter)}
    ORDER BY f."countedOn" DESC, f."askingId" LIMIT ${MOST_TEXTS}`;
  const [row] = await db().$queryRaw<{ sums: Sum[]; texts: { askingId: string; words: string }[] }[]>`
    SELECT ${inOneValue(counted)} AS "sums", ${inOneValue(written)} AS "texts"`;
  const { sums = [], texts = [] } = row ?? {};
  const results: Results = toResults(questions, sums);
  return { results, texts: results.people === null ? [] : texts.flatMap((one) => toTexts(questions, one)) };
}

/** What somebody wrote in answer to one question, without anything that says who it was. */
export interface Text {
  key: string;
  question: string;
  words: string;
}

function toTexts(questions: readonly SurveyQuestion[], { askingId, words }: { askingId: string; words: string }): Text[] {
  const opened = openWords(askingId, words);
  return questions.flatMap(({ number, question }) => {
    const text = opened[number];
    return text ? [{ key: `${askingId}:${number}`, question, words: text }] : [];
  });
}

function isWithin({ programme, role, from, to }: ResultsFilter): Prisma.Sql {
  return Prisma.sql`(${programme ?? null}::text IS NULL OR f."programme" = ${programme ?? null})
    AND (${role ?? null}::text IS NULL OR f."role" = ${role ?? null}) AND ${isOnDays(from, to)}`;
}

function isWithinAnswers({ programme, role, from, to }: ResultsFilter): Prisma.Sql {
  return Prisma.sql`(${programme ?? null}::uuid IS NULL OR f."programmeId" = ${programme ?? null}::uuid)
    AND (${role ?? null}::text IS NULL OR f."role" = ${role ?? null}) AND ${isOnDays(from, to)}`;
}

function isOnDays(from: string | undefined, to: string | undefined): Prisma.Sql {
  return Prisma.sql`(${from ?? null}::date IS NULL OR f."countedOn" >= ${from ?? null}::date)
    AND (${to ?? null}::date IS NULL OR f."countedOn" <= ${to ?? null}::date)`;
}

/** An answer whose member asked to be contacted. */
export interface ContactAnswer {
  askingId: string;
  memberId: string;
  name: string;
  survey: string;
  title: string;
  answeredAt: Date;
  answers: readonly { question: string; said: string }[];
}
export interface ContactRow extends Pick<ContactAnswer, "askingId" | "memberId" | "name" | "survey" | "answeredAt"> {
  chosen: Record<string, number>;
  words: string | null;
}

/** Such an answer as it was given; nobody else's is ever looked up by its member. */
export async function findContactRow(viewer: Staff, askingId: string): Promise<ContactRow | null> {
  if (viewer.staff === "none" || !isId(askingId)) return null;
  const [row] = await db().$queryRaw<ContactRow[]>`
    SELECT w."askingId", a."memberId", m."name", w."survey", w."answeredAt", w."chosen", w."words"
    FROM "survey_answers" w JOIN "survey_askings" a ON a."id" = w."askingId" JOIN "members" m ON m."id" = a."memberId"
    WHERE w."askingId" = ${askingId}::uuid AND w."wantsContact"`;
  return row ?? null;
}

/** The figures for a file, in the order of their key, a page at a time. */
export interface FigureLine {
  survey: string;
  title: string | null;
  questions: SurveyQuestion[] | null;
  countedOn: Date;
  programme: string;
  programmeName: string | null;
  role: string;
  question: number;
  value: number;
  count: number;
}

export async function listFigures(survey: string | undefined, after: string | null, pageSize: number) {
  const skip = Math.max(0, Number(after) || 0);
  const lines = await db().$queryRaw<FigureLine[]>`
    SELECT f.*, s."title", s."questions", p."name" AS "programmeName" FROM (
      SELECT * FROM "survey_figures" f WHERE ${survey ?? null}::text IS NULL OR f."survey" = ${survey ?? null}
      ORDER BY "survey", "countedOn", "programme", "role", "question", "value" OFFSET ${skip} LIMIT ${pageSize}) f
    LEFT JOIN "surveys" s ON s."id"::text = f."survey" LEFT JOIN "programmes" p ON p."id"::text = f."programme"
    ORDER BY f."survey", f."countedOn", f."programme", f."role", f."question", f."value"`;
  return { lines, next: lines.length < pageSize ? null : String(skip + pageSize) };
}

/** The answers from 1 to 5 of the standing surveys, by period, for the society's board. */
export function satisfaction(limits: readonly Date[], timeZone: string): Prisma.Sql {
  const days = limits.map((at) => at.toISOString());
  return Prisma.sql`
    SELECT width_bucket((f."countedOn"::timestamp AT TIME ZONE ${timeZone}), ${days}::timestamptz[]) AS "month", f."value",
      ${PEOPLE} AS "count"
    FROM "survey_figures" f
    WHERE f."survey" = ANY(${[...STANDING]}::text[]) AND f."question" = 1
      AND f."countedOn" >= ((${days[0] ?? null}::timestamptz AT TIME ZONE ${timeZone})::date)
    GROUP BY 1, 2`;
}
