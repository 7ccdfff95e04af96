import type pg from "pg";
import { withClient } from "../client";

/** The moment of the sweep. */
export const NOW = new Date("2026-11-20T13:20:00Z");

/** What there is to do with `open` proposals. */
export function dueOf(open: number) {
  return { expired: 0.3 * open, reminded: 0.1 * open };
}

/**
 * So many open proposals, three for each mentee, under the schedule of the default settings. Three in ten are past their last day;
 * one in ten has come to a reminder since yesterday's sweep, in equal parts to that of day 3, 7 and 15; the others were reminded in
 * time. The clock reads no texts, so there are none.
 */
export function fillBacklog(url: string, open: number): Promise<void> {
  return withClient(url, (client) => fill(client, open));
}

async function fill(client: pg.Client, open: number): Promise<void> {
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "isMentee", "createdAt")
     SELECT md5(i::text)::uuid, i::text, 'Member ' || i, 'm' || i || '@example.org', i < $1::integer, i >= $1::integer, $3::timestamptz
     FROM generate_series(0, $1::integer + $2::integer - 1) i`,
    [mentorsFor(open), Math.ceil(open / 3), NOW],
  );
  // What a proposal that expires makes due; of mentors looked at a while ago.
  await client.query(
    `INSERT INTO "availability_checks" ("memberId", "countsFrom", "dueAt")
     SELECT md5(i::text)::uuid, $2::timestamptz - interval '90 days', $2::timestamptz + interval '20 days' FROM generate_series(0, $1::integer - 1) i`,
    [mentorsFor(open), NOW],
  );
  // As they came to be, each at its own time of the day, and not in the order of their days.
  await client.query(
    `INSERT INTO "proposals" ("id", "menteeId", "mentorId", "status", "slot", "sentAt", "remindDays", "remindAt", "expireDay", "expiresAt",
       "remindedDay", "dueAt", "movedAt")
     SELECT md5('proposal' || i)::uuid, md5(($1::integer + i / 3)::text)::uuid, md5((i * 7919::bigint % $1::integer)::text)::uuid, 'sent', 1 + i % 3, "sentAt",
       '{3,7,15}', ARRAY["sentAt" + interval '3 days', "sentAt" + interval '7 days', "sentAt" + interval '15 days'], 21,
       "sentAt" + interval '21 days', "done", "sentAt" + make_interval(days => CASE "done" WHEN 0 THEN 3 WHEN 3 THEN 7 WHEN 7 THEN 15 ELSE 21 END),
       "sentAt"
     FROM (
       SELECT i, date_trunc('milliseconds', $3::timestamptz - make_interval(secs => "age" * 86400)) AS "sentAt",
         CASE WHEN "age" >= 16 THEN 15 WHEN "age" >= 8 THEN 7 WHEN "age" >= 4 THEN 3 ELSE 0 END AS "done"
       FROM (SELECT i, (i * 611953::bigint % $2::integer + 0.5) * 30.0 / $2::integer AS "age" FROM generate_series(0, $2::integer - 1) i) AS ages
     ) AS sent`,
    [mentorsFor(open), open, NOW],
  );
  await client.query("VACUUM ANALYZE");
}

function mentorsFor(open: number): number {
  return Math.ceil(open / 20);
}
