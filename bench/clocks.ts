import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { sharedProgramme } from "./programmes";

const MOMENT = "$2::timestamptz";
/** Looks like chance, and is the same in every run. */
const number = (id: string) => `abs(hashtext(${id}::text))`;
/** Evenly over the time that is ahead, with what has come due since the last sweep. */
const ahead = (n: string, time: string) => `${MOMENT} - interval '10 minutes' + interval '${time}' * (${n} % 9973) / 9973`;
/** Some mentor: each fourth member is one, and nobody else in what follows is. */
const someMentor = (n: string) => `md5('member' || 4 * (1 + (${n}) % ($1::integer / 4)))::uuid`;

/**
 * The rows of every clock of the sweep, as triggers make them and the sweep leaves them, and what members have asked for: places in
 * queues, further choices, alerts and questions. bench/society.db.test.ts has the product go on from there.
 */
export const CLOCKS = [
  // Of those who go on, one in twenty is asked how it goes; few wait for their partner, and six of these are on Today in any society.
  `WITH "onToday" AS (SELECT r."id" FROM "relationships" r WHERE r."endedAt" IS NULL ORDER BY r."id" LIMIT 6)
   INSERT INTO "check_ins" ("relationshipId", "countsFrom", "question", "round", "askedAt", "menteeAnswer", "waiting", "chasedAt",
     "handedAt", "pausedUntil", "dueAt")
   SELECT r."id", CASE WHEN "isPaused" THEN ${MOMENT} + interval '20 days' ELSE r."startedAt" END, CASE WHEN "isAsked" THEN 'still' END,
     "isAsked"::integer, CASE WHEN "isAsked" THEN ${MOMENT} - interval '10 days' END, CASE WHEN "waits" THEN 'no-reply' END,
     CASE WHEN "waits" THEN 'mentee' END, CASE WHEN "waits" THEN ${MOMENT} - interval '1 day' * CASE WHEN "isHanded" THEN 9 ELSE 2 END END,
     CASE WHEN "isHanded" THEN ${MOMENT} - interval '2 days' END, CASE WHEN "isPaused" THEN ${MOMENT} + interval '20 days' END,
     CASE WHEN r."endedAt" IS NULL THEN CASE WHEN "isPaused" THEN ${MOMENT} + interval '20 days' ELSE ${ahead("n", "7 days")} END END
   FROM "relationships" r, LATERAL (SELECT ${number('r."id"')} AS n) a, LATERAL (
     SELECT r."endedAt" IS NULL AND n % 20 = 0 OR h."isHanded" AS "isAsked", r."endedAt" IS NULL AND n % 400 = 0 OR h."isHanded" AS "waits",
       h."isHanded", r."endedAt" IS NULL AND n % 100 = 7 AND NOT h."isHanded" AS "isPaused"
     FROM (SELECT r."id" IN (SELECT "id" FROM "onToday") AS "isHanded") h) b`,
  // Surveys are off, so each is only looked at once a week.
  `INSERT INTO "survey_rounds" ("relationshipId", "countsFrom", "dueAt")
   SELECT r."id", r."startedAt", CASE WHEN r."endedAt" IS NULL THEN ${ahead("n", "7 days")} END
   FROM "relationships" r, LATERAL (SELECT ${number('r."id"')} AS n) a`,
  `INSERT INTO "availability_checks" ("memberId", "countsFrom", "round", "askedAt", "dueAt", "expiredAt", "expiredTimes")
   SELECT p."memberId", p."updatedAt", (n % 50 = 0)::integer, CASE WHEN n % 50 = 0 THEN ${MOMENT} - interval '5 days' END,
     ${ahead("n", "30 days")}, e."last", coalesce(e."times", 0)
   FROM "mentor_profiles" p
   LEFT JOIN (SELECT "mentorId", max("movedAt") AS "last", count(*) AS "times" FROM "proposals" WHERE "status" = 'expired' GROUP BY 1) e
     ON e."mentorId" = p."memberId",
   LATERAL (SELECT ${number('p."memberId"')} AS n) a`,
  // Who registered long ago is looked at no more.
  `INSERT INTO "first_steps" ("memberId", "registeredAt", "profiledAt", "countsFrom", "dueAt")
   SELECT m."id", m."createdAt", w."updatedAt", m."createdAt",
     CASE WHEN m."createdAt" > ${MOMENT} - interval '10 days' THEN ${ahead("n", "3 days")} END
   FROM "members" m LEFT JOIN "mentee_profiles" w ON w."memberId" = m."id", LATERAL (SELECT ${number('m."id"')} AS n) a`,
  // Of open proposals one in three has two further choices; of expired ones a few are to go on.
  `INSERT INTO "proposal_choices" ("proposalId", "position", "menteeId", "mentorId", "isDue")
   SELECT p."id", i, p."menteeId", ${someMentor("n + i * 31")}, p."status" = 'expired'
   FROM "proposals" p, LATERAL (SELECT ${number('p."id"')} AS n) a, generate_series(1, 2) i
   WHERE (p."status" = 'sent' AND n % 3 = 0 OR p."status" = 'expired' AND n % 20 = 0) AND ${someMentor("n + i * 31")} <> p."mentorId"
     AND (p."programmeId" IS NULL OR EXISTS (SELECT FROM "programme_members" j WHERE j."programmeId" = p."programmeId"
       AND j."memberId" = ${someMentor("n + i * 31")} AND j."role" = 'mentor' AND j."status" = 'joined'))`,
  // Nearly all wait for a mentor without a free place; the others are about to be asked for.
  `INSERT INTO "queue_places" ("proposalId", "menteeId", "mentorId", "joinedAt", "goesFirst")
   SELECT p."id", p."menteeId", p."mentorId", p."movedAt" + interval '1 hour', n % 10 = 0
   FROM "proposals" p, LATERAL (SELECT ${number('p."id"')} AS n) a
   WHERE p."withdrawnBecause" = 'mentor-full'
     AND (n % 10 = 0 OR NOT EXISTS (SELECT FROM "mentor_listings" l WHERE l."memberId" = p."mentorId"))`,
  `INSERT INTO "mentor_alerts" ("id", "memberId", "about", "mentorId", "programmeId", "topics", "region", "createdAt")
   SELECT md5('alert' || w."memberId")::uuid, w."memberId", CASE WHEN "isOne" THEN concat("mentor", '?programme=' || "programmeId")
       ELSE concat('topic=' || 1 + n % 7, '&programme=' || "programmeId") END,
     CASE WHEN "isOne" THEN "mentor" END, "programmeId", CASE WHEN "isOne" THEN '{}' ELSE ARRAY[1 + n % 7] END,
     CASE WHEN NOT "isOne" AND n % 2 = 0 THEN 1 + n % 5 END, ${MOMENT} - interval '40 days'
   FROM "mentee_profiles" w, LATERAL (SELECT ${number('w."memberId"')} AS n) a,
     LATERAL (SELECT ${someMentor("n")} AS "mentor", n % 3 = 0 AS "isOne") b,
     LATERAL (SELECT ${sharedProgramme('w."memberId"', '"mentor"')} AS "programmeId") c
   WHERE n % 20 = 1 AND "mentor" <> w."memberId"`,
  `INSERT INTO "mentor_alert_finds" ("memberId", "mentorId", "dueAt", "since", "dueIn", "knownIn")
   SELECT a."memberId", ${someMentor("n + 7")}, CASE WHEN n % 40 = 0 THEN ${MOMENT} - interval '5 minutes' END, ${MOMENT} - interval '20 days',
     "in", "in"
   FROM "mentor_alerts" a, LATERAL (SELECT ${number('a."memberId"')} / 20 AS n) b,
     LATERAL (SELECT ARRAY[coalesce(a."programmeId", '${SOCIETY_SCHEME}')] AS "in") c WHERE ${someMentor("n + 7")} <> a."memberId"`,
  `INSERT INTO "mentor_openings" ("mentorId") SELECT "memberId" FROM "mentor_listings" WHERE ${number('"memberId"')} % 100 = 0`,
  // Questions of who has asked nobody for mentoring yet; one in four waits.
  `INSERT INTO "conversations" ("relationshipId", "newest", "lowerId", "higherId")
   SELECT md5('asked' || w."memberId")::uuid, 1, least(w."memberId", "mentor"), greatest(w."memberId", "mentor")
   FROM "mentee_profiles" w, LATERAL (SELECT ${number('w."memberId"')} AS n) a, LATERAL (SELECT ${someMentor("n")} AS "mentor") b
   WHERE n % 10 = 2 AND "mentor" <> w."memberId" AND NOT EXISTS (SELECT FROM "proposals" p WHERE p."menteeId" = w."memberId")`,
  `INSERT INTO "questions" ("id", "conversationId", "menteeId", "mentorId", "programmeId", "status", "slot", "firstNumber", "askedAt",
     "dueAt")
   SELECT c."relationshipId", c."relationshipId", w."memberId", "mentor", ${sharedProgramme('w."memberId"', '"mentor"')},
     CASE WHEN n % 4 = 0 THEN 'waiting' WHEN n % 4 = 1 THEN 'unanswered' ELSE 'answered' END, 1, 1,
     "due" - interval '14 days', CASE WHEN n % 4 = 0 THEN "due" END
   FROM "mentee_profiles" w JOIN "conversations" c ON c."relationshipId" = md5('asked' || w."memberId")::uuid,
     LATERAL (SELECT CASE WHEN c."lowerId" = w."memberId" THEN c."higherId" ELSE c."lowerId" END AS "mentor") m,
     LATERAL (SELECT ${number('w."memberId"')} / 10 AS n) a, LATERAL (SELECT ${ahead("n", "14 days")} AS "due") b`,
  `INSERT INTO "messages" ("relationshipId", "number", "senderId", "key", "body", "sentAt", "conversationId")
   SELECT q."conversationId", 1, q."menteeId", q."conversationId", 'bench.' || repeat('c2VhbGVkIHdvcmRz', 6), q."askedAt", q."conversationId"
   FROM "questions" q`,
  `INSERT INTO "conversation_readers" ("relationshipId", "memberId", "role", "newest", "readTo", "unread", "spellAt", "mailAt")
   SELECT q."conversationId", q."mentorId", 'mentor', 1, (q."status" <> 'waiting')::integer, (q."status" = 'waiting')::integer,
     q."askedAt", q."askedAt" + interval '1 hour'
   FROM "questions" q`,
  // Members who were there before have rows of their own.
].map((statement) => `${statement} ON CONFLICT DO NOTHING`);
