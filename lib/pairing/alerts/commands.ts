import { randomUUID } from "node:crypto";
import { addDays, dayOf, startOfDay } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed } from "@/lib/notify/notices/telling";
import { type MentorFilters, writeFilters } from "@/lib/pairing/matching/input";
import { plainWords } from "@/lib/people/members/search-text";
import { type AlertRefusal, MOST_ALERTS } from "./alert";
import { fits, isWelcomeTo, STANDS, VECTOR } from "./conditions";
import { ALERT_NOTICES, type AlertNotice } from "./notices";

/** How many who fit already are remembered, so that nobody is told what they have just seen. */
const MOST_SEEN = 100;

/** Tells the mentee when this mentor is free. Whom they may not see is `not-found`. Asking again changes nothing. */
export async function waitForMentor(viewer: Viewer, mentorId: string, now: Date): Promise<Result<null, AlertRefusal>> {
  const me = viewer.memberId;
  if (!viewer.isMentee || mentorId === me) return refuse("not-found");
  const [known] = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "members" m WHERE m."id" = ${mentorId}::uuid AND m."isMentor" AND m."status" = 'active' AND NOT are_blocked(${me}::uuid, m."id") AND (
      EXISTS (SELECT FROM "mentor_listings" WHERE "memberId" = m."id")
      OR EXISTS (SELECT FROM "mentor_marks" WHERE "memberId" = ${me}::uuid AND "mentorId" = m."id")
      OR EXISTS (SELECT FROM "proposals" WHERE "menteeId" = ${me}::uuid AND "mentorId" = m."id"))`;
  if (!known) return refuse("not-found");
  return keep(me, { about: mentorId, mentorId, words: "", topics: [], ...NOWHERE }, now);
}

/** Tells the mentee when somebody who fits these filters is free. Those who fit now they have just seen. */
export async function waitForSearch(viewer: Viewer, filters: MentorFilters, now: Date): Promise<Result<null, AlertRefusal>> {
  if (!viewer.isMentee) return refuse("not-found");
  const { topics, sector, region, language, method } = filters;
  const typed = plainWords(filters.words).slice(0, 8).join(" & ");
  const words = typed && `${typed}:*`;
  const about = writeFilters({ ...filters, after: null });
  const kept = await keep(viewer.memberId, { about, mentorId: null, words, topics, sector, region, language, method }, now);
  if (kept.ok) await rememberSeen(viewer.memberId, about, now);
  return kept;
}

const NOWHERE = { sector: null, region: null, language: null, method: null };

type Wish = Pick<MentorFilters, "words" | "topics" | "sector" | "region" | "language" | "method"> & {
  about: string;
  mentorId: string | null;
};

async function keep(memberId: string, wish: Wish, now: Date): Promise<Result<null, AlertRefusal>> {
  const { about, mentorId, words, topics, sector, region, language, method } = wish;
  const kept = await db().$executeRaw`
    INSERT INTO "mentor_alerts" ("id", "memberId", "about", "mentorId", "words", "topics", "sector", "region", "language", "method", "createdAt")
    SELECT ${randomUUID()}::uuid, ${memberId}::uuid, ${about}, ${mentorId}::uuid, ${words}, ${topics}::integer[], ${sector}::integer,
      ${region}::integer, ${language}::integer, ${method}::integer, ${now}::timestamptz
    WHERE ${MOST_ALERTS} > (SELECT count(*) FROM "mentor_alerts" WHERE "memberId" = ${memberId}::uuid AND "about" <> ${about})
    ON CONFLICT ("memberId", "about") DO UPDATE SET "createdAt" = excluded."createdAt"`;
  return kept > 0 ? done(null) : refuse("too-many");
}

async function rememberSeen(memberId: string, about: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "mentor_alert_finds" ("memberId", "mentorId", "since")
    SELECT a."memberId", p."memberId", ${now}::timestamptz
    FROM "mentor_alerts" a JOIN "mentor_profiles" p ON ${fits()} JOIN "mentor_listings" l ON l."memberId" = p."memberId"
    WHERE a."memberId" = ${memberId}::uuid AND a."about" = ${about} AND p."memberId" <> a."memberId"
    LIMIT ${MOST_SEEN}
    ON CONFLICT DO NOTHING`;
}

/** The mentee does not want to hear of it any more. */
export async function stop({ memberId }: Viewer, alertId: string): Promise<void> {
  await db().mentorAlert.deleteMany({ where: { id: alertId, memberId } });
}

/** Compares mentors who have become free with all alerts, in one statement. Skips mentors that another sweep has locked. */
export async function compareOpenings(mentorIds: readonly string[], now: Date): Promise<void> {
  await db().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT "mentorId" FROM "mentor_openings" WHERE "mentorId" = ANY(${mentorIds}::uuid[]) FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM "mentor_openings" o USING held h WHERE o."mentorId" = h."mentorId"
    ), free AS MATERIALIZED (
      SELECT p.*, ${VECTOR} AS "vector"
      FROM held h JOIN "mentor_listings" l ON l."memberId" = h."mentorId" JOIN "mentor_profiles" p ON p."memberId" = h."mentorId"
    ), found AS MATERIALIZED (
      SELECT "memberId", "mentorId", max("createdAt") AS "askedAt"
      FROM (
        SELECT a."memberId", p."memberId" AS "mentorId", a."createdAt" FROM free p JOIN "mentor_alerts" a ON a."mentorId" = p."memberId"
        WHERE ${STANDS}
        UNION ALL
        SELECT a."memberId", p."memberId", a."createdAt" FROM free p JOIN "mentor_alerts" a ON ${fits(Prisma.sql`p."vector"`)}
        WHERE ${STANDS} AND a."memberId" <> p."memberId"
      ) hit
      GROUP BY 1, 2
    )
    INSERT INTO "mentor_alert_finds" ("memberId", "mentorId", "dueAt", "since")
    SELECT "memberId", "mentorId", ${now}::timestamptz, "askedAt" FROM found
    -- Told before, and asked for again since: told again.
    ON CONFLICT ("memberId", "mentorId") DO UPDATE SET "dueAt" = excluded."dueAt", "since" = excluded."since"
      WHERE "mentor_alert_finds"."since" < excluded."since"`;
}

/**
 * Tells these mentees whom their alerts have found, in one notice each and at most one a day: later finds wait until tomorrow.
 * Leaves out mentors who are no longer free. Deletes an alert about a single mentor once it has told of them. Returns how many were told.
 */
export async function tellFound(memberIds: readonly string[], timeZone: string, now: Date): Promise<number> {
  const today = dayOf(now, timeZone);
  const tomorrow = startOfDay(dayOf(addDays(now, 1, timeZone), timeZone), timeZone) ?? addDays(now, 1, timeZone);
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH held AS MATERIALIZED (
      SELECT "memberId", "mentorId" FROM "mentor_alert_finds"
      WHERE "memberId" = ANY(${memberIds}::uuid[]) AND "dueAt" <= ${now}::timestamptz FOR UPDATE SKIP LOCKED
    ), fit AS MATERIALIZED (
      SELECT h.* FROM held h
      WHERE EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = h."mentorId")
        AND EXISTS (SELECT FROM "mentor_alerts" a JOIN "mentor_profiles" p ON p."memberId" = h."mentorId"
          WHERE a."memberId" = h."memberId" AND (a."mentorId" = h."mentorId" OR ${fits()}) AND ${STANDS})
        AND ${isWelcomeTo(Prisma.sql`h."memberId"`, Prisma.sql`h."mentorId"`)}
    ), wanted AS MATERIALIZED (
      SELECT concat('alerts:', "memberId", ':', ${today}::text) AS "key", "memberId" AS "to", 'mentee' AS "role",
        ${"mentor-free" satisfies AlertNotice} AS "kind", NULL::uuid AS "proposalId", min("mentorId"::text)::uuid AS "aboutId",
        jsonb_build_object('mentorId', min("mentorId"::text), 'others', count(*) - 1) AS "data", ${now}::timestamptz AS "at"
      FROM fit GROUP BY "memberId"
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
      SELECT "key", "to", "role", "kind", "proposalId", "aboutId", "data", "at" FROM wanted
      ON CONFLICT DO NOTHING RETURNING "key"
    ), told AS MATERIALIZED (
      SELECT w.* FROM wanted w JOIN notified USING ("key")
    ), ${mailed(ALERT_NOTICES)}, settled AS (
      UPDATE "mentor_alert_finds" f
      SET "dueAt" = CASE WHEN t."key" IS NULL THEN ${tomorrow}::timestamptz END,
        "since" = CASE WHEN t."key" IS NULL THEN f."since" ELSE ${now}::timestamptz END
      FROM fit LEFT JOIN told t ON t."to" = fit."memberId"
      WHERE f."memberId" = fit."memberId" AND f."mentorId" = fit."mentorId"
    ), dropped AS (
      DELETE FROM "mentor_alert_finds" f USING held h
      WHERE f."memberId" = h."memberId" AND f."mentorId" = h."mentorId"
        AND NOT EXISTS (SELECT FROM fit WHERE fit."memberId" = h."memberId" AND fit."mentorId" = h."mentorId")
    ), ended AS (
      DELETE FROM "mentor_alerts" a USING fit JOIN told t ON t."to" = fit."memberId"
      WHERE a."memberId" = fit."memberId" AND a."mentorId" = fit."mentorId"
    )
    SELECT count(*)::integer AS "count" FROM told`;
  return counted?.count ?? 0;
}

/** At night: alerts that an acceptance or a departure has ended, and what was remembered for people who wait for nothing. */
export async function forgetAlerts(): Promise<number> {
  const ended = await db().$executeRaw`DELETE FROM "mentor_alerts" a WHERE NOT (${STANDS})`;
  await db().$executeRaw`
    DELETE FROM "mentor_alert_finds" f WHERE NOT EXISTS (SELECT FROM "mentor_alerts" a WHERE a."memberId" = f."memberId")`;
  return ended;
}
