import { addDays } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import type { Settings } from "@/lib/society/settings/settings";
import { askings } from "./asking-sql";
import type { Survey } from "./survey";

export const SURVEY_COLUMNS = {
  ...{ id: true, title: true, questions: true, role: true, pairing: true, programmeId: true },
  ...{ startsAt: true, endsAt: true, status: true, version: true },
} as const;

/** One of the society's own; null when there is none with this id. */
export async function findSurvey(id: string): Promise<Survey | null> {
  if (!isId(id)) return null;
  return (await db().survey.findUnique({ where: { id }, select: SURVEY_COLUMNS })) as Survey | null;
}

/** An open survey that the sweep goes on with. */
export type DueSurvey = Pick<Survey, "id" | "title" | "role" | "pairing" | "programmeId" | "endsAt" | "version"> & {
  dueAt: Date;
  readUpTo: string | null;
};

/** Members who are looked at in one statement. */
const AT_ONCE = 2000;
/** While so many mails wait to be sent, nobody is asked: a survey is not to keep a reminder or a new password waiting. */
const MOST_MAILS_WAITING = 2000;

export async function selectDueSurveys(now: Date, after: DueSurvey | null, limit: number): Promise<DueSurvey[]> {
  return db().$queryRaw<DueSurvey[]>`
    SELECT "id", "title", "role", "pairing", "programmeId", "endsAt", "version", "dueAt", "readUpTo" FROM "surveys"
    WHERE "dueAt" <= ${now}::timestamptz
      ${after ? Prisma.sql`AND ("dueAt", "id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY "dueAt", "id" LIMIT ${limit}`;
}

/**
 * Asks those whom the survey is for and who can be asked now, as far as the outbox has room. Once through, it begins again a day later,
 * for members who could not be asked today or have joined since, until the survey ends. Returns how many were asked.
 */
export async function goThrough(survey: DueSurvey, settings: Settings, now: Date, atOnce = AT_ONCE): Promise<number> {
  const { timeZone } = settings.society;
  if (survey.endsAt <= now) {
    await db().$executeRaw`
      UPDATE "surveys" SET "status" = 'closed', "dueAt" = NULL, "version" = "version" + 1
      WHERE "id" = ${survey.id}::uuid AND "version" = ${survey.version}`;
    return 0;
  }
  let asked = 0;
  for (let at: DueSurvey | null = survey; at && (await hasRoom(now)); ) {
    const stepped = await askNext(at, atOnce, timeZone, now);
    asked += stepped?.asked ?? 0;
    at = stepped && stepped.readUpTo !== null ? { ...at, ...stepped } : null;
  }
  return asked;
}

async function hasRoom(now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::integer AS "waiting" FROM (
      SELECT FROM "mails" WHERE "nextAttemptAt" <= ${now}::timestamptz LIMIT ${MOST_MAILS_WAITING}) few`;
  return (row?.waiting ?? 0) < MOST_MAILS_WAITING;
}

/** The next members, in one statement; null when another sweep, or a colleague who closed it, was quicker. */
async function askNext(survey: DueSurvey, atOnce: number, timeZone: string, now: Date) {
  const { id, title, readUpTo, version, endsAt } = survey;
  const [stepped] = await db().$queryRaw<{ asked: number; version: number; readUpTo: string | null }[]>`
    WITH found AS MATERIALIZED (
      SELECT m."id", ${isMeant(survey, now)} AS "isMeant",
        CASE WHEN m."isMentor" AND NOT m."isMentee" THEN 'mentor' WHEN m."isMentee" AND NOT m."isMentor" THEN 'mentee' END AS "role"
      FROM "members" m WHERE ${readUpTo ? Prisma.sql`m."id" > ${readUpTo}::uuid` : Prisma.sql`true`}
      ORDER BY m."id" LIMIT ${atOnce}
    ), saved AS MATERIALIZED (
      UPDATE "surveys" SET "version" = "version" + 1,
        "readUpTo" = CASE WHEN (SELECT count(*) FROM found) < ${atOnce} THEN NULL ELSE (SELECT "id" FROM found ORDER BY "id" DESC LIMIT 1) END,
        "dueAt" = CASE WHEN (SELECT count(*) FROM found) < ${atOnce} THEN ${addDays(now, 1, timeZone)}::timestamptz ELSE "dueAt" END
      WHERE "id" = ${id}::uuid AND "version" = ${version} AND "status" = 'open'
      RETURNING "version", "readUpTo"
    ), wanted AS MATERIALIZED (
      SELECT f."id" AS "memberId", f."role", ${id}::text AS "survey", ${title}::text AS "title", ${`own:${id}`}::text AS "occasion",
        NULL::uuid AS "relationshipId", NULL::uuid AS "aboutId", ${endsAt}::timestamptz AS "openUntil"
      FROM found f, saved WHERE f."isMeant"
    ), ${askings(timeZone, now)}
    SELECT (SELECT count(*)::integer FROM asked) AS "asked", s."version", s."readUpTo" FROM saved s`;
  return stepped ?? null;
}

/** A condition on "members" m: the survey is for them. Nobody on the day of a check-in, so that two questions never come together. */
function isMeant({ role, pairing, programmeId }: DueSurvey, now: Date): Prisma.Sql {
  const isIn = {
    mentor: Prisma.sql`m."isMentor"`,
    mentee: Prisma.sql`m."isMentee"`,
    both: Prisma.sql`(m."isMentor" OR m."isMentee")`,
  }[role ?? "both"];
  const as = { mentor: Prisma.sql`r."mentorId"`, mentee: Prisma.sql`r."menteeId"` };
  const pairs = (role ? [role] : (["mentor", "mentee"] as const)).map(
    (one) => Prisma.sql`EXISTS (SELECT FROM "relationships" r WHERE ${as[one]} = m."id" AND r."endedAt" IS NULL)`,
  );
  const isPaired = Prisma.sql`(${Prisma.join(pairs, " OR ")})`;
  const joined =
    programmeId === null || programmeId === SOCIETY_SCHEME
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT FROM "programme_members" j WHERE j."memberId" = m."id" AND j."programmeId" = ${programmeId}::uuid
          AND j."status" = 'joined' ${role ? Prisma.sql`AND j."role" = ${role}` : Prisma.empty})`;
  const isAsked = pairing === null ? Prisma.sql`true` : pairing === "with" ? isPaired : Prisma.sql`NOT ${isPaired}`;
  return Prisma.sql`(m."status" = 'active' AND m."standing" = 'current' AND ${isIn} AND ${joined} AND ${isAsked}
    AND NOT EXISTS (SELECT FROM "relationships" r JOIN "check_ins" c ON c."relationshipId" = r."id"
      WHERE (r."menteeId" = m."id" OR r."mentorId" = m."id") AND r."endedAt" IS NULL
        AND (c."askedAt" > ${now}::timestamptz - interval '12 hours' OR c."pausedUntil" > ${now}::timestamptz)))`;
}
