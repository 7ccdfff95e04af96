import { Prisma } from "@/lib/foundation/db/client";
import { ANSWER_STEPS, WEIGHTS } from "@/lib/pairing/matching/score";
import { CALM_BITS, POINTS_BITS } from "./run";

/**
 * Finds the mentors who suit each of these mentees best, in one statement: at most `limit` beside those who were found before. Those
 * who share a topic come first, and only where they are too few, others follow. Of mentors without a free place only those are of use who
 * would rather have this mentee than one of those they have (`cut…`). `allowed` are the rules on w."memberId", the mentee, and
 * l."memberId", the mentor: mentors are asked by them one after another, best first, until there are enough. Two lists of numbers are all
 * that a mentee keeps, so that 10,000 × 10,000 pairs are never held anywhere. Returns what was found: for each mentee the numbers of mentors,
 * best first, how well each fits, and whether there is nobody else.
 */
export function findCandidates(
  runId: string,
  numbers: readonly number[],
  limit: number,
  allowed: Prisma.Sql | null,
): Prisma.Sql {
  const best = (shared: Prisma.Sql) => {
    // OFFSET 0 once keeps the score from being worked out a second time for each condition on it.
    const inOrder = Prisma.sql`
      SELECT l."n", l."memberId", l."score", ${LOT} AS "lot" FROM (
        SELECT l."n", l."memberId", l."cutScore", l."cutSince", l."cutId", ${SCORE} AS "score" FROM offers l WHERE ${shared} OFFSET 0) l
      WHERE ${WOULD_KEEP} AND ${IS_FURTHER} AND l."n" <> ALL(w."never") ORDER BY l."score" DESC, "lot"`;
    if (allowed === null) return Prisma.sql`(${inOrder} LIMIT ${limit})`;
    // Here it keeps the rules out of the sorting: they are asked of one after another, and of no more than it takes.
    return Prisma.sql`(SELECT * FROM (${inOrder} OFFSET 0) l WHERE ${allowed} LIMIT ${limit})`;
  };
  return Prisma.sql`
    WITH offers AS MATERIALIZED (
      SELECT l.*, coalesce(l."cutScore", 0) >> ${number(POINTS_BITS + CALM_BITS)} AS "cutCovers"
      FROM "matching_mentors" l WHERE l."runId" = ${runId}::uuid
    ), people AS MATERIALIZED (
      SELECT w."runId", w."n", w."memberId", w."since", w."topics", w."methods", w."languages", w."sector", w."region",
        bit_count(w."topics"::bit(64)) AS "asks", uuid_hash_extended(w."memberId", 0) AS "seed",
        w."scores"[cardinality(w."scores")] AS "lastScore", w."mentors"[cardinality(w."mentors")] AS "last"
      FROM "matching_mentees" w WHERE w."runId" = ${runId}::uuid AND w."n" = ANY(${[...numbers]}::integer[])
    ), asked AS MATERIALIZED (
      SELECT w.*, coalesce(x."never", '{}') AS "never", (SELECT ${LOT} FROM "matching_mentors" l WHERE l."runId" = w."runId" AND l."n" = w."last") AS "lastLot"
      FROM people w LEFT JOIN (
        SELECT w."n", array_agg(DISTINCT l."n") AS "never"
        FROM people w CROSS JOIN LATERAL (${NEVER}) k("memberId") JOIN offers l ON l."memberId" = k."memberId" GROUP BY w."n"
      ) x ON x."n" = w."n"
    ), found AS MATERIALIZED (
      SELECT w."n", array_agg(c."n" ORDER BY c."score" DESC, c."lot") AS "mentors",
        array_agg(c."score" ORDER BY c."score" DESC, c."lot") AS "scores"
      FROM asked w CROSS JOIN LATERAL (
        SELECT * FROM (${best(SHARES_TOPICS)} UNION ALL ${best(SHARES_NONE)}) AS parts
        LIMIT ${limit}
      ) c GROUP BY w."n"
    )
    UPDATE "matching_mentees" m SET "isScored" = true, "isWhole" = coalesce(cardinality(f."mentors"), 0) < ${limit},
      "mentors" = m."mentors" || coalesce(f."mentors", '{}'), "scores" = m."scores" || coalesce(f."scores", '{}')
    FROM asked w LEFT JOIN found f ON f."n" = w."n"
    WHERE m."runId" = ${runId}::uuid AND m."n" = w."n"
    RETURNING m."n", coalesce(f."mentors", '{}') AS "mentors", coalesce(f."scores", '{}') AS "scores", m."isWhole"`;
}

/** The two of a pair in these statements. */
export const MENTEE_ID = Prisma.sql`w."memberId"`;
export const MENTOR_ID = Prisma.sql`l."memberId"`;

const number = (value: number) => Prisma.sql`${value}::integer`;
const worth = (condition: Prisma.Sql, points: number) => Prisma.sql`CASE WHEN ${condition} THEN ${number(points)} ELSE 0 END`;
const steps = ANSWER_STEPS.map(
  (step) => Prisma.sql`WHEN l."answerHours" <= ${number(step.withinHours)} THEN ${number(step.points)}`,
);

/** The score of lib/pairing/matching/score.ts as one number, with how calm it is around the mentor below it. */
export const SCORE = Prisma.sql`((((bit_count((l."topics" & w."topics")::bit(64)) << ${number(POINTS_BITS)})
  + ${worth(Prisma.sql`l."methods" & w."methods" <> 0`, WEIGHTS.method)} + ${worth(Prisma.sql`l."languages" & w."languages" <> 0`, WEIGHTS.language)}
  + ${worth(Prisma.sql`l."sector" = w."sector"`, WEIGHTS.sector)} + ${worth(Prisma.sql`l."region" = w."region"`, WEIGHTS.region)}
  + CASE ${Prisma.join(steps, " ")} ELSE 0 END) << ${number(CALM_BITS)}) | l."calm")::integer`;

/** Shuffles those who fit equally well, for each mentee otherwise. */
const LOT = Prisma.sql`uuid_hash_extended(l."memberId", w."seed")`;

const COVERS = Prisma.sql`bit_count((l."topics" & w."topics")::bit(64))`;

// A mentor whose last mentee shares more topics with them than this one would not keep this one, however well the rest fits: that is
// cheap to see, cheapest where this one does not even ask for as many, and where places are scarce it leaves few to compare.
const SHARES_TOPICS = Prisma.sql`l."topics" & w."topics" <> 0 AND l."cutCovers" <= w."asks"
  AND (l."cutCovers" = 0 OR ${COVERS} >= l."cutCovers")`;
const SHARES_NONE = Prisma.sql`l."topics" & w."topics" = 0 AND l."cutCovers" = 0`;

/** As isPreferred of lib/pairing/assignment/preferences.ts has it. */
const WOULD_KEEP = Prisma.sql`(l."cutScore" IS NULL
  OR (l."score", l."cutSince", l."cutId") > (l."cutScore", w."since", w."memberId"))`;

/**
 * Comes after everybody who was found before. Nobody else can be new: mentors only ever ask for more, so whoever was passed over would
 * not keep this mentee now either. Looking through the list of those who were found would take longer than comparing.
 */
const IS_FURTHER = Prisma.sql`(w."lastScore" IS NULL OR l."score" < w."lastScore" OR l."score" = w."lastScore" AND ${LOT} > w."lastLot")`;

/**
 * The mentors with whom this mentee is not matched: themselves, whom they hide, who would rather not be matched with them, where either has blocked the other, whom they
 * have asked before, and those whom staff have dropped for them in this run.
 */
const NEVER = Prisma.sql`
  SELECT w."memberId"
  UNION ALL SELECT "mentorId" FROM "mentor_marks" WHERE "memberId" = w."memberId" AND "mark" = 'hidden'
  UNION ALL SELECT "mentorId" FROM "avoided_mentees" WHERE "menteeId" = w."memberId"
  UNION ALL SELECT "blockedId" FROM "blocks" WHERE "blockerId" = w."memberId"
  UNION ALL SELECT "blockerId" FROM "blocks" WHERE "blockedId" = w."memberId"
  UNION ALL SELECT "mentorId" FROM "proposals" WHERE "menteeId" = w."memberId"
  UNION ALL SELECT "mentorId" FROM "matches" WHERE "runId" = w."runId" AND "menteeId" = w."memberId" AND "state" <> 'draft'`;
