import pg from "pg";
import { CLOCKS } from "./clocks";
import { insertJoinings, insertProgrammes, sharedProgramme } from "./programmes";

/** Given names and surnames, of nine hundred and of forty thousand syllables. */
const NAME = `initcap(substr(translate(md5((i % 900)::text), '0123456789', 'aeioulnrst'), 1, 5)) || ' '
  || initcap(substr(translate(md5((i % 41777)::text || 's'), '0123456789', 'aeioulnrst'), 1, 7))`;
const WORDS = "'Some words about what I did, what I would like to do next, and how we could go about it. '";
/** What nobody opens here. */
const SEALED = "'bench.' || repeat('c2VhbGVkIHdvcmRzIHRoYXQgbm9ib2R5IG9wZW5z', 4)";
/** Ids are reckoned from numbers, so that rows find each other without a search. */
const member = (number: string) => `md5('member' || (${number}))::uuid`;
const proposal = (number: string) => `md5('proposal' || (${number}))::uuid`;
const meeting = (number: string) => `md5('meeting' || (${number}))::uuid`;
/** Choices that look like chance and are the same in every run. */
const chance = (of: string, outOf: number) => `(abs(hashint4((${of})::integer)) % ${outOf})`;
const MOMENT = "$2::timestamptz";

/**
 * A society of so many members after three years: a quarter are mentors, half as many proposals as members, half of them
 * accepted, a third of all people in a relationship that goes on. It has five programmes with its own scheme, and a quarter of the proposals
 * belongs to the others. Into an empty database, or beside whoever is there.
 */
export async function fillSociety(connectionString: string, members: number, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Derived tables are made at once, at the end, instead of row by row.
    await client.query("SET session_replication_role = replica");
    for (const statement of [...STATEMENTS, ...DERIVED, ...CLOCKS]) {
      // A statement takes the values that it names; one that names the moment alone is given it as its first.
      const values = { $1: members, $2: now.toISOString() };
      const named = (["$1", "$2"] as const).filter((one) => statement.includes(one));
      const renumbered = named[0] === "$2" ? statement.replaceAll("$2", "$1") : statement;
      await client.query(
        renumbered,
        named.map((one) => values[one]),
      );
    }
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** Joined evenly over three years; the number says which role. */
const joined = (i: string) => `${MOMENT} - interval '3 years' * (1 - (${i})::float8 / $1::integer)`;

/**
 * Proposal k of half as many as there are members: the first half was accepted, by mentor after mentor in an order that is not
 * that of the mentees; of the rest, one in eight waits for its answer.
 */
const PROPOSALS = `
  SELECT k, ${proposal("k")} AS id, ${member("2 * k - 1")} AS mentee,
    ${member("4 * (1 + (k / 2)::bigint * 7919 % ($1::integer / 4))")} AS mentor,
    CASE WHEN k % 2 = 0 THEN 'accepted' WHEN k % 16 = 1 THEN 'sent'
      ELSE (ARRAY['rejected', 'withdrawn', 'expired', 'rejected'])[1 + ${chance("k", 4)}] END AS status,
    CASE WHEN k % 16 = 1 THEN ${MOMENT} - interval '10 days' * ((k / 16) % 97 + 1) / 100
      ELSE ${MOMENT} - interval '30 days' - interval '700 days' * (1 - k / ($1::float8 / 2)) END AS "sentAt"
  FROM generate_series(1, $1::integer / 2) k`;
/** Four of five that began within the last seventeen months go on. */
const RELATIONSHIPS = `
  SELECT k, id, mentee, mentor, "sentAt" + interval '2 days' AS "startedAt",
    CASE WHEN "sentAt" > ${MOMENT} - interval '510 days' AND k % 10 <> 4 THEN NULL
      ELSE "sentAt" + interval '2 days' + least(interval '20 days' * (3 + ${chance("k", 20)}), (${MOMENT} - "sentAt") * 0.8)
      END AS "endedAt"
  FROM (${PROPOSALS}) p WHERE status = 'accepted'`;

const STATEMENTS = [
  `INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "isMentor", "isMentee", "standing", "status", "createdAt",
     "lastSignedInAt")
   SELECT ${member("i")}, 'https://society.example', (1000000 + i)::text, (1000000 + i)::text, ${NAME}, 'member' || i || '@example.org',
     i % 4 = 0, i % 4 <> 0 OR i % 20 = 0, CASE WHEN i % 50 = 7 THEN 'lapsed' ELSE 'current' END,
     CASE WHEN i % 2003 = 0 THEN 'suspended' WHEN i % 300 = 1 THEN 'deleted' WHEN i % 2503 = 0 THEN 'waiting' ELSE 'active' END,
     ${joined("i")}, ${MOMENT} - interval '1 hour' * ${chance("i", 5000)}
   FROM generate_series(1, $1::integer) i`,
  // The newest sixty accounts wait for staff, however many members there are.
  `INSERT INTO "members" ("id", "issuer", "subject", "number", "name", "email", "standing", "status", "createdAt")
   SELECT ${member("$1::integer + i")}, 'https://society.example', (1000000 + $1::integer + i)::text, (1000000 + $1::integer + i)::text, ${NAME},
     'member' || $1::integer + i || '@example.org', 'current', 'waiting', ${MOMENT} - interval '1 minute' * i
   FROM generate_series(1, 60) i`,
  `INSERT INTO "mentor_profiles" ("memberId", "headline", "about", "topics", "sector", "region", "yearsOfExperience", "languages",
     "methods", "capacity", "isAvailable", "answerHours", "searchText", "updatedAt")
   SELECT ${member("i")}, 'Twenty years in the profession', repeat(${WORDS}, 6), ARRAY[1 + i / 4 % 7, 1 + (i / 4 + 1 + i % 3) % 7],
     1 + ${chance("i", 5)}, 1 + ${chance("i + 1", 5)}, i % 40, CASE WHEN i % 20 = 0 THEN '{1,2}'::integer[] ELSE '{1}' END,
     ARRAY[1 + i / 4 % 4, 1 + (i / 4 + 1) % 4], 1 + i / 4 % 3, i % 40 <> 0, ${chance("i + 2", 300)},
     lower(${NAME}) || ' twenty years in the profession ' || ${WORDS}, ${joined("i")}
   FROM generate_series(4, $1::integer, 4) i`,
  `INSERT INTO "mentee_profiles" ("memberId", "headline", "about", "topics", "aims", "sector", "region", "careerStage", "languages",
     "methods", "updatedAt")
   SELECT ${member("i")}, 'Finding my feet', repeat(${WORDS}, 3), ARRAY[1 + i % 7], ${WORDS}, 1 + i % 5, 1 + i / 5 % 5, 1 + i % 4, '{1}',
     ARRAY[1 + i % 4], ${joined("i")}
   FROM generate_series(1, $1::integer) i WHERE i % 4 <> 0 OR i % 20 = 0`,
  insertProgrammes(MOMENT),
  insertJoinings(member, chance, joined),
  // The planner does not know yet how many there are.
  `ANALYZE "programme_members"`,
  `INSERT INTO "proposals" ("id", "menteeId", "mentorId", "programmeId", "status", "withdrawnBecause", "slot", "sentAt", "remindDays",
     "remindAt", "expireDay", "expiresAt", "remindedDay", "dueAt", "movedAt")
   SELECT id, mentee, mentor, CASE WHEN k % 3 > 0 THEN ${sharedProgramme("mentee", "mentor")} END, status,
     CASE WHEN status = 'withdrawn' THEN CASE WHEN k % 5 = 0 THEN 'mentor-full' ELSE 'mentee' END END, 1, "sentAt", '{3,7,15}',
     ARRAY["sentAt" + interval '3 days', "sentAt" + interval '7 days', "sentAt" + interval '15 days'], 21, "sentAt" + interval '21 days',
     CASE WHEN status = 'expired' THEN 15 WHEN passed >= 7 THEN 7 WHEN passed >= 3 THEN 3 ELSE 0 END,
     CASE WHEN status = 'sent' THEN "sentAt" + interval '1 day' * CASE WHEN passed >= 7 THEN 15 WHEN passed >= 3 THEN 7 ELSE 3 END END,
     "sentAt" + CASE status WHEN 'sent' THEN interval '0' WHEN 'expired' THEN interval '21 days' ELSE interval '2 days' END
   FROM (${PROPOSALS}) p, LATERAL (SELECT CASE status WHEN 'sent' THEN extract(day FROM ${MOMENT} - "sentAt") ELSE 2 END AS passed) a`,
  `INSERT INTO "proposal_texts" ("proposalId", "number", "objectives", "topics", "methods", "meeting", "contribution", "writtenAt")
   SELECT id, 1, repeat(${WORDS}, 3), ARRAY[1 + k % 7, 1 + (k + 1 + k % 3) % 7], '{1,2}', ${WORDS}, ${WORDS}, "sentAt"
   FROM (${PROPOSALS}) p`,
  `INSERT INTO "relationships" ("id", "programmeId", "menteeId", "mentorId", "startedAt", "agreedUntil", "endedAt", "endedBecause",
     "firstConversationAt", "dueAt", "mentorPlace", "menteePlace")
   SELECT id, CASE WHEN k % 3 > 0 THEN ${sharedProgramme("mentee", "mentor")} END, mentee, mentor, "startedAt",
     "startedAt" + interval '24 months', "endedAt",
     CASE WHEN "endedAt" IS NOT NULL THEN (ARRAY['mentee', 'mentor', 'completed'])[1 + ${chance("k", 3)}] END,
     CASE WHEN k % 3 = 0 THEN "startedAt" + interval '9 days' END,
     CASE WHEN "endedAt" IS NULL THEN "startedAt" + interval '23 months' END, 1, 1
   FROM (${RELATIONSHIPS}) r`,
  // Two that were held, and for some one to come.
  `INSERT INTO "meetings" ("id", "relationshipId", "organiserId", "status", "answer", "startsAt", "endsAt", "method", "words",
     "sendsDetails", "remindAt", "isReminded", "dueAt", "createdAt", "movedAt")
   SELECT ${meeting("4 * k + n")}, id, mentor, CASE WHEN n = 3 THEN 'planned' ELSE 'held' END, 'accepted', at, at + interval '1 hour', 1,
     ${SEALED}, false, at - interval '1 day', n <> 3, CASE WHEN n = 3 THEN at - interval '1 day' END, at - interval '7 days', at
   FROM (${RELATIONSHIPS}) r, generate_series(1, 3) n, LATERAL (SELECT CASE WHEN n = 3
     THEN ${MOMENT} + interval '1 hour' * (30 + k % 400) ELSE "startedAt" + interval '12 days' * n END AS at) a
   WHERE n < 3 AND at < least("endedAt", ${MOMENT}) OR n = 3 AND "endedAt" IS NULL AND k % 6 = 0`,
  `INSERT INTO "conversations" ("relationshipId", "newest", "lowerId", "higherId")
   SELECT id, 6, least(mentee, mentor), greatest(mentee, mentor) FROM (${RELATIONSHIPS}) r`,
  `INSERT INTO "messages" ("relationshipId", "number", "senderId", "key", "body", "sentAt", "conversationId")
   SELECT id, n, CASE WHEN n % 2 = 0 THEN mentor ELSE mentee END, md5('message' || 8 * k + n)::uuid, ${SEALED},
     "startedAt" + interval '12 hours' * n, id
   FROM (${RELATIONSHIPS}) r, generate_series(1, 6) n`,
  `INSERT INTO "conversation_readers" ("relationshipId", "memberId", "role", "newest", "readTo", "readAt", "unread", "spellAt", "mailAt")
   SELECT id, CASE WHEN n = 6 THEN mentee ELSE mentor END, CASE WHEN n = 6 THEN 'mentee' ELSE 'mentor' END, n,
     CASE WHEN k % 40 = 0 THEN n - 2 ELSE n END, "startedAt" + interval '3 days', CASE WHEN k % 40 = 0 THEN 1 ELSE 0 END,
     "startedAt" + interval '3 days', "startedAt" + interval '4 days'
   FROM (${RELATIONSHIPS}) r, generate_series(5, 6) n`,
  `INSERT INTO "sheets" ("id", "relationshipId", "kind", "number", "createdAt", "changedAt")
   SELECT md5('sheet' || k)::uuid, id, 'swot', 1, "startedAt", "startedAt" FROM (${RELATIONSHIPS}) r WHERE k % 4 = 0`,
  `INSERT INTO "sheet_versions" ("sheetId", "number", "words", "authorId", "writtenAt")
   SELECT md5('sheet' || k)::uuid, 1, ${SEALED}, mentee, "startedAt" FROM (${RELATIONSHIPS}) r WHERE k % 4 = 0`,
  `INSERT INTO "goals" ("id", "relationshipId", "textId", "createdAt", "changedAt")
   SELECT md5('goal' || k)::uuid, id, md5('step' || k)::uuid, "startedAt", "startedAt" FROM (${RELATIONSHIPS}) r WHERE k % 4 = 0`,
  `INSERT INTO "goal_steps" ("id", "goalId", "fact", "words", "authorId", "at")
   SELECT md5('step' || k)::uuid, md5('goal' || k)::uuid, 'added', ${SEALED}, mentee, "startedAt" FROM (${RELATIONSHIPS}) r WHERE k % 4 = 0`,
  `INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "createdAt", "readAt")
   SELECT id || ':sent', mentor, 'mentor', 'proposal-sent', id, mentee, "sentAt", CASE WHEN status <> 'sent' THEN "sentAt" END
   FROM (${PROPOSALS}) p
   UNION ALL
   SELECT id || ':' || status, mentee, 'mentee', 'proposal-' || status, id, mentor, "sentAt" + interval '2 days', "sentAt" + interval '3 days'
   FROM (${PROPOSALS}) p WHERE status IN ('accepted', 'rejected')`,
  `INSERT INTO "mails" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "status", "attempts", "createdAt", "sentAt",
     "toAddress", "subject", "text")
   SELECT id || ':sent', mentor, 'mentor', 'proposal-sent', id, mentee, 'sent', 1, "sentAt", "sentAt", 'member@example.org',
     'Somebody has sent you a proposal', repeat(${WORDS}, 3)
   FROM (${PROPOSALS}) p`,
  `INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
   SELECT at, actor, who, fact, subject, id, data FROM (
     SELECT ${joined("i")} AS at, 'member' AS actor, ${member("i")} AS who, 'registered' AS fact, 'member' AS subject, ${member("i")} AS id,
       '{}'::jsonb AS data
     FROM generate_series(1, $1::integer) i
     UNION ALL SELECT j."askedAt", 'member', j."memberId", CASE WHEN g."needsApproval" THEN 'applied-for-programme' ELSE 'joined-programme' END,
       'member', j."memberId", jsonb_build_object('role', j."role", 'programmeId', g."id", 'programme', g."name")
     FROM "programme_members" j JOIN "programmes" g ON g."id" = j."programmeId"
     UNION ALL SELECT "sentAt", 'member', mentee, 'sent', 'proposal', id, '{}' FROM (${PROPOSALS}) p
     UNION ALL SELECT "sentAt" + interval '2 days', 'member', mentor, status, 'proposal', id, '{}' FROM (${PROPOSALS}) p WHERE status <> 'sent'
   ) events ORDER BY at`,
  // Staff keep up with them: the newest sixty are not solved yet, however many members there are.
  `INSERT INTO "support_requests" ("id", "reference", "memberId", "category", "subject", "state", "openedAt", "waitingSince")
   SELECT md5('request' || i)::uuid, 'H-' || translate(upper(lpad(to_hex(i), 5, '0')), '01', 'WX'), ${member("i * 100")},
     (ARRAY['technical', 'relationship', 'other'])[1 + i % 3], 'I cannot find my mentor',
     CASE WHEN i <= $1::integer / 100 - 60 THEN 'solved' WHEN i % 3 = 0 THEN 'waiting' ELSE 'open' END, at, at
   FROM generate_series(1, $1::integer / 100) i, LATERAL (SELECT ${joined("i * 100")} AS at) a`,
  `INSERT INTO "support_entries" ("id", "requestId", "authorId", "kind", "words", "at")
   SELECT md5('entry' || i)::uuid, md5('request' || i)::uuid, ${member("i * 100")}, 'member', ${WORDS}, ${joined("i * 100")}
   FROM generate_series(1, $1::integer / 100) i`,
];

/** As the triggers make them; bench/society.db.test.ts compares. */
const DERIVED = [
  `INSERT INTO "mentor_listings" ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree")
   SELECT p."memberId", id_mask(p."topics"), id_mask(p."methods"), id_mask(p."languages"), p."sector", p."region", p."answerHours",
     p."capacity" - coalesce(t.count, 0)
   FROM "mentor_profiles" p JOIN "members" m ON m."id" = p."memberId"
   LEFT JOIN (SELECT "mentorId", count(*)::integer AS count FROM "relationships" WHERE "endedAt" IS NULL GROUP BY 1) t
     ON t."mentorId" = p."memberId"
   WHERE p."isAvailable" AND m."isMentor" AND m."status" = 'active' AND m."standing" = 'current' AND coalesce(t.count, 0) < p."capacity"
   ON CONFLICT DO NOTHING`,
  `INSERT INTO "relationship_rhythms" ("relationshipId", "programmeId", "startedAt", "lastAt")
   SELECT r."id", r."programmeId", r."startedAt", greatest(r."startedAt", r."firstConversationAt", m.at)
   FROM "relationships" r
   LEFT JOIN (SELECT "relationshipId", max("startsAt") AS at FROM "meetings"
     WHERE "status" = 'held' OR "status" = 'planned' AND "answer" = 'accepted' GROUP BY 1) m
     ON m."relationshipId" = r."id"
   WHERE r."endedAt" IS NULL ON CONFLICT DO NOTHING`,
];
