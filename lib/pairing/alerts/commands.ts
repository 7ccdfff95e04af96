import { randomUUID } from "node:crypto";
import { addDays, dayOf, startOfDay } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed } from "@/lib/notify/notices/telling";
import { TAKES_PART } from "@/lib/pairing/availability/takes-part-sql";
import { hasJoined } from "@/lib/pairing/joining/members-sql";
import { aboutMentor, type MentorFilters, writeFilters } from "@/lib/pairing/matching/input";
import { TAKES_PROPOSALS } from "@/lib/pairing/programmes/access-sql";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { rulesIn } from "@/lib/pairing/rules/queries";
import type { HeldRule } from "@/lib/pairing/rules/rule";
import { allowedByRules } from "@/lib/pairing/rules/rules-sql";
import { plainWords } from "@/lib/people/members/search-text";
import { getSettings } from "@/lib/society/settings/queries";
import { type AlertRefusal, MOST_ALERTS } from "./alert";
import { fits, isFreeFor, STANDS, unwelcomeTo, VECTOR } from "./conditions";
import { ALERT_NOTICES, type AlertNotice } from "./notices";

/** How many who fit already are remembered, so that nobody is told what they have just seen. */
const MOST_SEEN = 100;

/**
 * Tells the mentee when this mentor is free, or has a place in the programme. Whom they may not see, or who is not in it, is `not-found`.
 * Asking again changes nothing.
 */
export async function waitForMentor(
  viewer: Viewer,
  { mentorId, programmeId = null }: { mentorId: string; programmeId?: string | null },
  now: Date,
): Promise<Result<null, AlertRefusal>> {
  const me = viewer.memberId;
  if (!viewer.isMentee || mentorId === me) return refuse("not-found");
  const [known] = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "members" m WHERE m."id" = ${mentorId}::uuid AND m."isMentor" AND m."status" = 'active' AND NOT are_blocked(${me}::uuid, m."id")
      AND ${looksIn(me, programmeId)} AND (EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = ${programmeId}::uuid
        AND j."memberId" = m."id" AND j."role" = 'mentor' AND j."status" = 'joined') OR ${programmeId}::uuid IS NULL AND (${TAKES_PART}
      OR EXISTS (SELECT FROM "mentor_marks" WHERE "memberId" = ${me}::uuid AND "mentorId" = m."id")
      OR EXISTS (SELECT FROM "proposals" WHERE "menteeId" = ${me}::uuid AND "mentorId" = m."id")))`;
  if (!known) return refuse("not-found");
  const about = aboutMentor(mentorId, programmeId);
  return keep(me, { about, mentorId, programmeId, words: "", topics: [], ...NOWHERE }, now);
}

/** Whether the mentee looks for mentors in this programme now; true in the society's own scheme. */
function looksIn(menteeId: string, programmeId: string | null): Prisma.Sql {
  if (programmeId === null) return Prisma.sql`true`;
  const programme = Prisma.sql`${programmeId}::uuid`;
  return Prisma.sql`(${hasJoined(programme, Prisma.sql`${menteeId}::uuid`)}
    AND EXISTS (SELECT FROM "programmes" g WHERE g."id" = ${programme} AND ${TAKES_PROPOSALS}))`;
}

/** Tells the mentee when somebody who fits these filters is free, in the programme that they name. Those who fit now they have just seen. */
export async function waitForSearch(viewer: Viewer, filters: MentorFilters, now: Date): Promise<Result<null, AlertRefusal>> {
  if (!viewer.isMentee) return refuse("not-found");
  const { topics, sector, region, language, method, programme: programmeId = null } = filters;
  const typed = plainWords(filters.words).slice(0, 8).join(" & ");
  const words = typed && `${typed}:*`;
  const about = writeFilters({ ...filters, after: null });
  const kept = await keep(
    viewer.memberId,
    { about, mentorId: null, programmeId, words, topics, sector, region, language, method },
    now,
  );
  if (kept.ok) await rememberSeen(viewer.memberId, about, now);
  return kept;
}

const NOWHERE = { sector: null, region: null, language: null, method: null };

type Wish = Pick<MentorFilters, "words" | "topics" | "sector" | "region" | "language" | "method"> & {
  about: string;
  mentorId: string | null;
  programmeId: string | null;
};

async function keep(memberId: string, wish: Wish, now: Date): Promise<Result<null, AlertRefusal>> {
  const { about, mentorId, programmeId, words, topics, sector, region, language, method } = wish;
  const kept = await db().$executeRaw`
    INSERT INTO "mentor_alerts" ("id", "memberId", "about", "mentorId", "programmeId", "words", "topics", "sector", "region", "language", "method", "createdAt")
    SELECT ${randomUUID()}::uuid, ${memberId}::uuid, ${about}, ${mentorId}::uuid, ${programmeId}::uuid, ${words}, ${topics}::integer[],
      ${sector}::integer, ${region}::integer, ${language}::integer, ${method}::integer, ${now}::timestamptz
    WHERE ${MOST_ALERTS} > (SELECT count(*) FROM "mentor_alerts" WHERE "memberId" = ${memberId}::uuid AND "about" <> ${about})
      AND ${looksIn(memberId, programmeId)}
    ON CONFLICT ("memberId", "about") DO UPDATE SET "createdAt" = excluded."createdAt"`;
  if (kept > 0) return done(null);
  return refuse((await db().mentorAlert.count({ where: { memberId } })) < MOST_ALERTS ? "not-found" : "too-many");
}

async function rememberSeen(memberId: string, about: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "mentor_alert_finds" AS f ("memberId", "mentorId", "since", "dueIn", "knownIn")
    SELECT a."memberId", p."memberId", ${now}::timestamptz, '{}', ARRAY[${PROGRAMME}]
    FROM "mentor_alerts" a JOIN "mentor_profiles" p ON ${fits()} JOIN "mentor_listings" l ON l."memberId" = p."memberId"
    WHERE a."memberId" = ${memberId}::uuid AND a."about" = ${about} AND p."memberId" <> a."memberId"
    LIMIT ${MOST_SEEN}
    ON CONFLICT ("memberId", "mentorId") DO UPDATE SET "knownIn" = f."knownIn" || excluded."knownIn"
      WHERE NOT f."knownIn" @> excluded."knownIn"`;
}

/** The programme of an alert `a` as finds have it, where the society's own scheme has its id. */
const PROGRAMME = Prisma.sql`coalesce(a."programmeId", ${SOCIETY_SCHEME}::uuid)`;

/** The mentee does not want to hear of it any more. */
export async function stop({ memberId }: Viewer, alertId: string): Promise<void> {
  await db().mentorAlert.deleteMany({ where: { id: alertId, memberId } });
}

/** Compares mentors who have become free with all alerts, in one statement. Skips mentors that another sweep has locked. */
export async function compareOpenings(mentorIds: readonly string[], now: Date): Promise<void> {
  await db().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT "mentorId", "onlyIn" FROM "mentor_openings" WHERE "mentorId" = ANY(${mentorIds}::uuid[]) FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM "mentor_openings" o USING held h WHERE o."mentorId" = h."mentorId"
    ), free AS MATERIALIZED (
      SELECT p.*, h."onlyIn", ${VECTOR} AS "vector"
      FROM held h JOIN "mentor_listings" l ON l."memberId" = h."mentorId" JOIN "mentor_profiles" p ON p."memberId" = h."mentorId"
    ), found AS MATERIALIZED (
      SELECT hit."memberId", hit."mentorId", array_agg(DISTINCT hit."programme") AS "programmes", max(hit."createdAt") AS "askedAt"
      FROM (
        SELECT a."memberId", p."memberId" AS "mentorId", a."createdAt", ${PROGRAMME} AS "programme"
        FROM free p JOIN "mentor_alerts" a ON a."mentorId" = p."memberId"
        WHERE ${IS_OPENED} AND ${isFreeFor(Prisma.sql`p."memberId"`)} AND ${STANDS}
        UNION ALL
        SELECT a."memberId", p."memberId", a."createdAt", ${PROGRAMME}
        FROM free p JOIN "mentor_alerts" a ON ${fits(Prisma.sql`p."vector"`)}
        WHERE ${IS_OPENED} AND ${STANDS} AND a."memberId" <> p."memberId"
      ) hit
      LEFT JOIN "mentor_alert_finds" f ON f."memberId" = hit."memberId" AND f."mentorId" = hit."mentorId"
      -- Told before, and asked for again since, or free in another programme: told again.
      WHERE f."memberId" IS NULL OR f."since" < hit."createdAt" OR hit."programme" <> ALL(f."knownIn")
      GROUP BY 1, 2
    )
    INSERT INTO "mentor_alert_finds" AS f ("memberId", "mentorId", "dueAt", "since", "dueIn", "knownIn")
    SELECT "memberId", "mentorId", ${now}::timestamptz, "askedAt", "programmes", "programmes" FROM found
    ON CONFLICT ("memberId", "mentorId") DO UPDATE SET "dueAt" = excluded."dueAt", "since" = greatest(f."since", excluded."since"),
      "dueIn" = CASE WHEN f."dueAt" IS NULL THEN excluded."dueIn" ELSE ${together(Prisma.sql`f."dueIn"`, Prisma.sql`excluded."dueIn"`)} END,
      "knownIn" = ${together(Prisma.sql`f."knownIn"`, Prisma.sql`excluded."knownIn"`)}
      WHERE f."since" < excluded."since" OR NOT f."knownIn" @> excluded."knownIn"`;
}

/** Whether the mentor, of a row `p` of free, has become free for an alert `a`. */
const IS_OPENED = Prisma.sql`(p."onlyIn" IS NULL OR a."programmeId" = ANY(p."onlyIn"))`;

/** Two lists of programmes as one. */
function together(one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT unnest(${one}) UNION SELECT unnest(${other}))`;
}

/** How many mentees one statement tells: somebody may have found thousands of mentors, and a statement that ends late ends for all of them. */
const TOLD_AT_ONCE = 100;

/**
 * Tells these mentees whom their alerts have found, in one notice each and at most one a day: later finds wait until tomorrow.
 * Leaves out mentors who are no longer free, and those from whom a rule of matching keeps the mentee. Deletes an alert about a single mentor once it has told of them. Returns how many were told.
 */
export async function tellFound(memberIds: readonly string[], timeZone: string, now: Date): Promise<number> {
  const rules = await rulesIn("any", await getSettings());
  let told = 0;
  for (let i = 0; i < memberIds.length; i += TOLD_AT_ONCE)
    told += await tellSome(memberIds.slice(i, i + TOLD_AT_ONCE), rules, timeZone, now);
  return told;
}

/**
 * The finds of a mentee become one row with two lists, and what follows goes from there by key: joined with each other, hundreds of finds
 * of hundreds of mentees would take time by the square of them. What is the same for all finds of somebody is found out once: which of
 * their alerts stand, and whom they would not be glad to hear of.
 */
async function tellSome(
  memberIds: readonly string[],
  rules: readonly HeldRule[],
  timeZone: string,
  now: Date,
): Promise<number> {
  const [mentee, mentor] = [Prisma.sql`h."memberId"`, Prisma.sql`h."mentorId"`];
  const [today, members] = [dayOf(now, timeZone), Prisma.sql`ANY(${memberIds}::uuid[])`];
  const tomorrow = startOfDay(dayOf(addDays(now, 1, timeZone), timeZone), timeZone) ?? addDays(now, 1, timeZone);
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT "memberId", "mentorId", "dueIn" FROM "mentor_alert_finds"
      WHERE "memberId" = ${members} AND "dueAt" <= ${now}::timestamptz FOR UPDATE SKIP LOCKED
    ), standing AS MATERIALIZED (
      SELECT a."id" FROM "mentor_alerts" a WHERE a."memberId" = ${members} AND ${STANDS}
    ), unwelcome AS MATERIALIZED (${unwelcomeTo(members)}),
    judged AS MATERIALIZED (
      SELECT h."memberId", h."mentorId", wish."isFit" IS NOT NULL AS "isFit", wish."programmeId"
      FROM held h LEFT JOIN LATERAL (
        SELECT true AS "isFit", a."programmeId" FROM "mentor_alerts" a JOIN "mentor_profiles" p ON p."memberId" = h."mentorId"
        WHERE a."memberId" = h."memberId" AND ${PROGRAMME} = ANY(h."dueIn")
          AND ((a."mentorId" = h."mentorId" AND ${isFreeFor(mentor)}) OR ${fits()}) AND a."id" IN (SELECT "id" FROM standing)
          AND EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = h."mentorId")
          AND h."memberId" <> h."mentorId" AND (h."memberId", h."mentorId") NOT IN (SELECT "menteeId", "mentorId" FROM unwelcome)
          AND ${allowedByRules(rules, mentee, mentor, Prisma.sql`a."programmeId"`)}
        ORDER BY a."programmeId" NULLS FIRST LIMIT 1
      ) wish ON true
    ), together AS MATERIALIZED (
      SELECT "memberId", array_agg("mentorId") FILTER (WHERE "isFit") AS "fit", array_agg("mentorId") FILTER (WHERE NOT "isFit") AS "unfit",
        (min("mentorId"::text) FILTER (WHERE "isFit"))::uuid AS "mentorId", count(*) FILTER (WHERE "isFit") - 1 AS "others",
        ${ONE_PROGRAMME} AS "programmeId"
      FROM judged GROUP BY "memberId"
    ), wanted AS MATERIALIZED (
      SELECT concat('alerts:', "memberId", ':', ${today}::text) AS "key", "memberId" AS "to", 'mentee' AS "role",
        ${"mentor-free" satisfies AlertNotice} AS "kind", NULL::uuid AS "proposalId", "mentorId" AS "aboutId",
        jsonb_strip_nulls(jsonb_build_object('mentorId', "mentorId", 'others', "others", 'programmeId', "programmeId",
          'programme', (SELECT g."name" FROM "programmes" g WHERE g."id" = "programmeId"))) AS "data", ${now}::timestamptz AS "at"
      FROM together WHERE "fit" IS NOT NULL
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
      SELECT "key", "to", "role", "kind", "proposalId", "aboutId", "data", "at" FROM wanted
      ON CONFLICT DO NOTHING RETURNING "key"
    ), told AS MATERIALIZED (
      SELECT w.* FROM wanted w JOIN notified USING ("key")
    ), ${mailed(ALERT_NOTICES)}, settled AS (
      UPDATE "mentor_alert_finds" f
      SET "dueAt" = CASE WHEN s."isTold" THEN NULL ELSE ${tomorrow}::timestamptz END,
        "since" = CASE WHEN s."isTold" THEN ${now}::timestamptz ELSE f."since" END
      FROM (SELECT g."memberId", unnest(g."fit") AS "mentorId", t."key" IS NOT NULL AS "isTold"
        FROM together g LEFT JOIN told t ON t."to" = g."memberId") s
      WHERE f."memberId" = s."memberId" AND f."mentorId" = s."mentorId"
    ), dropped AS (
      DELETE FROM "mentor_alert_finds" f USING ${UNFIT} WHERE f."knownIn" <@ f."dueIn" AND ${IS_UNFIT}
    ), taken_back AS (
      -- Known in another programme besides, where they were told of before.
      UPDATE "mentor_alert_finds" f SET "dueAt" = NULL, "knownIn" = ARRAY(SELECT unnest(f."knownIn") EXCEPT SELECT unnest(f."dueIn"))
      FROM ${UNFIT} WHERE NOT f."knownIn" <@ f."dueIn" AND ${IS_UNFIT}
    ), ended AS (
      DELETE FROM "mentor_alerts" a USING told t, together g
      WHERE t."to" = a."memberId" AND g."memberId" = a."memberId" AND a."mentorId" = ANY(g."fit") AND EXISTS (
        SELECT FROM "mentor_alert_finds" f WHERE f."memberId" = a."memberId" AND f."mentorId" = a."mentorId" AND ${PROGRAMME} = ANY(f."dueIn"))
    )
    SELECT count(*)::integer AS "count" FROM told`;
  return counted?.count ?? 0;
}

const UNFIT = Prisma.sql`(SELECT "memberId", unnest("unfit") AS "mentorId" FROM together) u`;
const IS_UNFIT = Prisma.sql`f."memberId" = u."memberId" AND f."mentorId" = u."mentorId"`;
/** Of those who were found for a mentee: their programme, where it is the same for all of them and has a name. */
const ONE_PROGRAMME = Prisma.sql`CASE WHEN count(*) FILTER (WHERE "isFit") = count("programmeId") AND min("programmeId"::text) = max("programmeId"::text)
  THEN min("programmeId"::text)::uuid END`;

/** At night: alerts that an acceptance or a departure has ended, and what was remembered for people who wait for nothing. */
export async function forgetAlerts(): Promise<number> {
  const ended = await db().$executeRaw`DELETE FROM "mentor_alerts" a WHERE NOT (${STANDS})`;
  await db().$executeRaw`
    DELETE FROM "mentor_alert_finds" f WHERE NOT EXISTS (SELECT FROM "mentor_alerts" a WHERE a."memberId" = f."memberId")`;
  return ended;
}
