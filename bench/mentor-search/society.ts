import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Wanted } from "@/lib/pairing/matching/score";

const MENTORS = 100_000;

/** Believable shares: a mentor offers three topics, half of the methods; one in a hundred speaks the third language. */
export async function fillMentors(client: pg.Client): Promise<void> {
  await client.query("SELECT setseed(0.42)");
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentor", "createdAt")
     SELECT gen_random_uuid(), (200000 + i)::text, 'First' || i % 300 || ' Last' || i % 7919, 'p' || i || '@example.org', true, now() FROM generate_series(1, $1::integer) i`,
    [MENTORS],
  );
  // The triggers keep listings one by one; here they are made at once.
  await client.query("SET session_replication_role = replica");
  await client.query(`
    INSERT INTO "mentor_profiles" ("memberId", "headline", "about", "topics", "sector", "region", "yearsOfExperience", "languages",
      "methods", "capacity", "answerHours", "searchText", "updatedAt")
    SELECT "id", 'Headline of ' || "name", repeat('Some words about what I did and how I can help. ', 8),
      ARRAY(SELECT t FROM generate_series(1, 7) t WHERE random() < 0.4 OR t = 1 + m."number"::integer % 7),
      1 + floor(random() * 5), 1 + floor(random() * 5), floor(random() * 40),
      CASE WHEN random() < 0.01 THEN '{1,3}'::integer[] WHEN random() < 0.2 THEN '{1,2}' ELSE '{1}' END,
      ARRAY(SELECT t FROM generate_series(1, 4) t WHERE random() < 0.5 OR t = 1 + m."number"::integer % 4),
      1 + floor(random() * 3), CASE WHEN random() < 0.6 THEN floor(random() * 300) END,
      lower("name") || ' some words about what i did and how i can help '
        || (ARRAY['finance','retail','health','insurance','claims','teaching','design','energy','law','transport'])[1 + floor(random() * 10)]
        || CASE WHEN random() < 0.02 THEN ' insolvency ' ELSE ' ' END
        || (CASE WHEN random() < 0.3 THEN 'management ' ELSE '' END) || (ARRAY['leadership','strategy','research','writing','people'])[1 + floor(random() * 5)] || repeat(' ' || md5("number"), 5),
      now()
    FROM "members" m`);
  await client.query(`
    INSERT INTO "mentor_listings" ("memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree", "calm")
    SELECT "memberId", id_mask("topics"), id_mask("methods"), id_mask("languages"), "sector", "region", "answerHours", "capacity",
      15 - floor(random() * 8)
    FROM "mentor_profiles"`);
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
}

/** Five programmes beside the society's own scheme. Every mentor is in one, every fourth in the next one too, with a limit of their own there. */
export async function fillProgrammes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`
    INSERT INTO "programmes" ("id", "name", "forWhom", "status", "time", "finding", "takesMembers", "own", "createdAt", "movedAt")
    SELECT gen_random_uuid(), 'Programme ' || i, 'Members', 'open', 'always', 'members', true, '{}', now(), now()
    FROM generate_series(1, 5) i RETURNING "id"`);
  const ids = rows.map(({ id }) => id);
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO "programme_members" ("programmeId", "memberId", "role", "status", "capacity", "askedAt", "movedAt")
     SELECT ($1::uuid[])[1 + (m."number"::integer + nth) % 5], m."id", 'mentor', 'joined', CASE WHEN nth = 1 THEN 1 END, now(), now()
     FROM "members" m JOIN "mentor_listings" l ON l."memberId" = m."id", generate_series(0, 1) nth
     WHERE nth = 0 OR m."number"::integer / 5 % 4 = 0`,
    [ids],
  );
  await client.query("SET session_replication_role = origin");
  await client.query("VACUUM ANALYZE");
  return ids;
}

export async function joinAsMentee(client: pg.Client, programmeId: string, memberId: string): Promise<void> {
  await client.query(
    `INSERT INTO "programme_members" ("programmeId", "memberId", "role", "status", "askedAt", "movedAt")
     VALUES ($1, $2, 'mentee', 'joined', now(), now())`,
    [programmeId, memberId],
  );
}

export async function insertViewer(client: pg.Client, { topics, methods, languages, sector, region }: Wanted): Promise<Viewer> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "members" ("id", "number", "name", "email", "isMentee", "createdAt") VALUES ($1, $2, 'Amina', 'a@example.org', true, now())`,
    [id, id],
  );
  await client.query(`INSERT INTO "mentee_profiles" VALUES ($1, '', '', $2, '', $3, $4, NULL, $5, $6, now())`, [
    id,
    topics,
    sector,
    region,
    languages,
    methods,
  ]);
  const who = { memberId: id, name: "Amina", email: "a@example.org", number: id, isMentor: false, isMentee: true };
  return { ...who, activeRole: "mentee", staff: "none", timeZone: "Europe/London", picture: null, isAvailable: true };
}
