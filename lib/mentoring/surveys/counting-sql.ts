import { dayOf } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { upToMost } from "@/lib/foundation/deadlines/overdue";
import { CHANGEABLE_HOURS, FEWEST, findGroups, tally, type Waiting } from "./counting";

/** A survey with answers that may be counted. */
export interface Count {
  survey: string;
}

/** How many waiting answers are looked at in one step; those of a survey that has more follow in the next sweep. */
const MOST_AT_ONCE = 5000;

/** Surveys of which at least five answers wait that cannot be changed any more. Few rows, by an index of what waits. */
export async function findCountable(now: Date, after: Count | null, limit: number): Promise<Count[]> {
  const until = new Date(now.getTime() - CHANGEABLE_HOURS * 3_600_000);
  return db().$queryRaw<Count[]>`
    SELECT "survey" FROM "survey_answers" WHERE "countedOn" IS NULL AND "answeredAt" <= ${until}::timestamptz
      ${after ? Prisma.sql`AND "survey" > ${after.survey}` : Prisma.empty}
    GROUP BY "survey" HAVING count(*) FILTER (WHERE NOT "wantsContact") >= ${FEWEST} ORDER BY "survey" LIMIT ${limit}`;
}

/** Groups of one role and programme that could have been counted, for System. */
export function countOverdue(now: Date): Prisma.Sql {
  const until = new Date(now.getTime() - CHANGEABLE_HOURS * 3_600_000);
  return upToMost(Prisma.sql`
    SELECT max("answeredAt") + make_interval(hours => ${CHANGEABLE_HOURS}::integer) AS "at" FROM "survey_answers"
    WHERE "countedOn" IS NULL AND "answeredAt" <= ${until}::timestamptz
    GROUP BY "survey", "programmeId", "role" HAVING count(*) FILTER (WHERE NOT "wantsContact") >= ${FEWEST}::integer
    ORDER BY "at"`);
}

/** Counts what can be counted of a survey. Returns how many answers. */
export async function countGroups(survey: string, timeZone: string, now: Date): Promise<number> {
  const waiting = await db().$queryRaw<Waiting[]>`
    SELECT "askingId" AS "id", "version", "programmeId", "role", "answeredAt", "wantsContact", "chosen" FROM "survey_answers"
    WHERE "survey" = ${survey} AND "countedOn" IS NULL ORDER BY "answeredAt" LIMIT ${MOST_AT_ONCE}`;
  const day = dayOf(now, timeZone);
  let counted = 0;
  for (const group of findGroups(waiting, now)) {
    const answers = group.answers.map(({ id, version }) => ({ id, version }));
    counted += await db().$executeRaw`
      WITH input AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS i("id" uuid, "version" integer)
      ), held AS MATERIALIZED (
        SELECT a."askingId" FROM input i JOIN "survey_answers" a ON a."askingId" = i."id" AND a."version" = i."version"
        WHERE a."countedOn" IS NULL ORDER BY a."askingId" FOR UPDATE OF a SKIP LOCKED
      ), whole AS MATERIALIZED (
        -- A group is counted whole or not at all.
        SELECT 1 WHERE (SELECT count(*) FROM held) = ${answers.length}
      ), figures AS (
        INSERT INTO "survey_figures" ("survey", "countedOn", "programme", "role", "question", "value", "count")
        SELECT ${survey}, ${day}::date, ${group.programme}, ${group.role}, f."question", f."value", f."count"
        FROM whole, jsonb_to_recordset(${JSON.stringify(tally(group))}::jsonb) AS f("question" integer, "value" integer, "count" integer)
        ON CONFLICT ("survey", "countedOn", "programme", "role", "question", "value")
          DO UPDATE SET "count" = "survey_figures"."count" + excluded."count"
      )
      UPDATE "survey_answers" a SET "countedOn" = ${day}::date, "programmeId" = ${group.programme || null}::uuid,
        "role" = ${group.role || null}, "version" = a."version" + 1
      FROM held h, whole WHERE a."askingId" = h."askingId"`;
  }
  return counted;
}
