/** The programmes of a society that is measured, besides its own scheme, and who is in them: pieces of SQL, as in society.ts. */
const idOf = (n: number) => `00000000-0000-4000-8000-00000000010${n}`;
/** An intake that is under way, two that are always open, of which one asks for an approval, and an intake that members still join. */
export const [RUNNING, APPROVED, OPEN, JOINING] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const ALL = [RUNNING, APPROVED, OPEN, JOINING];

/** Who looks at the pages joins them before the society is there. */
export const insertProgrammes = (moment: string) => `
  INSERT INTO "programmes" ("id", "name", "forWhom", "status", "time", "finding", "needsApproval", "takesMembers", "opensAt", "joinUntil",
    "startsAt", "endsAt", "own", "createdAt", "movedAt", "dueAt")
  SELECT "id"::uuid, "name", 'Members who would like to.', "status", "time", 'both', "needsApproval", true, "opens", "joinUntil", "starts",
    "ends", '{}', "made", coalesce("starts", "made"), coalesce("joinUntil", "ends")
  FROM (SELECT ${moment} - interval '3 years' AS "made") m, LATERAL (VALUES
    ('${RUNNING}', 'Newly qualified', 'running', 'intake', false, "made", NULL::timestamptz, ${moment} - interval '2 years',
      ${moment} + interval '60 days'),
    ('${APPROVED}', 'Returners', 'open', 'always', true, NULL, NULL, NULL, NULL),
    ('${OPEN}', 'Leadership', 'open', 'always', false, NULL, NULL, NULL, NULL),
    ('${JOINING}', 'Next intake', 'open', 'intake', false, "made", ${moment} + interval '1 day', NULL, NULL)
  ) p ("id", "name", "status", "time", "needsApproval", "opens", "joinUntil", "starts", "ends")
  ON CONFLICT DO NOTHING`;

/**
 * Everybody is in one of them, and one in three in the next as well, in each of their roles; some have left, and staff keep up with those
 * who would like to be let in. In their second, mentors take one mentee alone. The pieces of society.ts for a member, for chance, and for
 * when somebody has joined.
 */
export function insertJoinings(
  member: (number: string) => string,
  chance: (of: string, outOf: number) => string,
  joined: (number: string) => string,
): string {
  return `
  INSERT INTO "programme_members" ("programmeId", "memberId", "role", "status", "capacity", "askedAt", "movedAt")
  SELECT "programmeId", ${member("i")}, "role",
    CASE WHEN "programmeId" = '${APPROVED}' AND i > $1::integer - 240 THEN 'applied' WHEN i % 40 = 3 THEN 'left'
      WHEN "programmeId" = '${APPROVED}' AND i % 40 = 5 THEN 'declined' ELSE 'joined' END,
    CASE WHEN "role" = 'mentor' AND nth = 1 THEN 1 END, at, at
  FROM generate_series(1, $1::integer) i, unnest(ARRAY['mentor', 'mentee']) "role", generate_series(0, 1) nth,
    LATERAL (SELECT (ARRAY['${ALL.join("', '")}']::uuid[])[1 + (${chance("i + 3", 4)} + nth) % 4] AS "programmeId",
      ${joined("i")} + interval '1 hour' AS at) p
  WHERE (CASE "role" WHEN 'mentor' THEN i % 4 = 0 ELSE i % 4 <> 0 OR i % 20 = 0 END) AND (nth = 0 OR ${chance("i + 4", 3)} = 0)
    AND i % 300 <> 1 AND i % 2503 <> 0`;
}

/** One that both are in and that brings people together now, as mentee and mentor; null where there is none. */
export const sharedProgramme = (mentee: string, mentor: string) => `(
  SELECT one."programmeId" FROM "programme_members" one JOIN "programme_members" other USING ("programmeId", "status")
  WHERE one."memberId" = ${mentee} AND one."role" = 'mentee' AND one."status" = 'joined' AND other."memberId" = ${mentor}
    AND other."role" = 'mentor' AND "programmeId" <> '${JOINING}'
  ORDER BY "programmeId" LIMIT 1)`;
