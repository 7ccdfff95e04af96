/** Who may be in the list, and the points and the place of each: pieces of SQL on a row `l` of mentor_listings. */
import { Prisma } from "@/lib/foundation/db/client";
import type { HeldRule } from "@/lib/pairing/rules/rule";
import { allowedByListing, allowedByRules } from "@/lib/pairing/rules/rules-sql";
import type { ChosenAnswer, Cursor, MentorFilters } from "./input";
import { ANSWER_STEPS, QUICK, type Wanted, WEIGHTS } from "./score";

export interface Ranking {
  wanted: Wanted;
  filters: Omit<MentorFilters, "after">;
  after: Cursor | null;
  /** The mentee. Never in the list; and mentors who fit equally well are shuffled by their id. */
  menteeId: string;
  /** A further condition on the listing `l`. */
  only: Prisma.Sql;
  /** A further condition on a mentor that takes a look at each: asked of one after another, best first, until the page is full. */
  ofEach?: (mentorId: Prisma.Sql) => Prisma.Sql;
  limit: number;
  /** The society's rules of matching; left out where there are none. */
  rules?: readonly HeldRule[];
}

/** The points of score.ts, in SQL. */
export function pointsOf(wanted: Wanted): Prisma.Sql {
  const steps = ANSWER_STEPS.map(
    (step) => Prisma.sql`WHEN l."answerHours" <= ${number(step.withinHours)} THEN ${number(step.points)}`,
  );
  const terms = wishesOf(wanted).map(
    ({ condition, points }) => Prisma.sql`CASE WHEN ${condition} THEN ${number(points)} ELSE 0 END`,
  );
  return Prisma.join([...terms, Prisma.sql`CASE ${Prisma.join(steps, " ")} ELSE 0 END`], " + ");
}

/** Whether the listing meets every wish but a quick answer, which nobody asks for. */
export function meetsAllWishes(wanted: Wanted): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...wishesOf(wanted).map(({ condition }) => condition)], " AND ");
}

export const IS_QUICK = Prisma.sql`l."answerHours" <= ${number(QUICK.withinHours)}`;

function wishesOf({ methods, languages, sector, region }: Wanted): { condition: Prisma.Sql; points: number }[] {
  const wishes = [];
  if (methods.length > 0) wishes.push({ condition: Prisma.sql`l."methods" & ${maskOf(methods)} <> 0`, points: WEIGHTS.method });
  if (languages.length > 0)
    wishes.push({ condition: Prisma.sql`l."languages" & ${maskOf(languages)} <> 0`, points: WEIGHTS.language });
  if (sector !== null) wishes.push({ condition: Prisma.sql`l."sector" = ${number(sector)}`, points: WEIGHTS.sector });
  if (region !== null) wishes.push({ condition: Prisma.sql`l."region" = ${number(region)}`, points: WEIGHTS.region });
  return wishes;
}

/** The filters, but for the words. */
export function narrowed(filters: Omit<MentorFilters, "after">): Prisma.Sql {
  const { topics, sector, region, language, method, answers = [] } = filters;
  const conditions = [Prisma.sql`true`];
  if (topics.length > 0) conditions.push(Prisma.sql`l."topics" & ${maskOf(topics)} = ${maskOf(topics)}`);
  if (sector !== null) conditions.push(Prisma.sql`l."sector" = ${number(sector)}`);
  if (region !== null) conditions.push(Prisma.sql`l."region" = ${number(region)}`);
  if (language !== null) conditions.push(Prisma.sql`l."languages" & ${maskOf([language])} <> 0`);
  if (method !== null) conditions.push(Prisma.sql`l."methods" & ${maskOf([method])} <> 0`);
  for (const answer of answers) conditions.push(hasAnswered(answer));
  return Prisma.join(conditions, " AND ");
}

/** By the index of choices. A question that no list may be narrowed by finds nobody. */
function hasAnswered({ number: asked, choice }: ChosenAnswer): Prisma.Sql {
  return Prisma.sql`l."memberId" IN (
    SELECT a."memberId" FROM "profile_answers" a
    WHERE char_length(a."answer") <= 200 AND answer_keys(a."questionId", a."answer") @> ARRAY[(
      SELECT q."id"::text || ':' || ${choice} FROM "profile_questions" q
      WHERE q."isFilter" AND q."role" = 'mentor' AND q."programmeId" IS NULL AND q."retiredAt" IS NULL AND q."number" = ${number(asked)})])`;
}

/** Bit n stands for id n, as in the listing. */
export function maskOf(ids: readonly number[]): Prisma.Sql {
  const mask = ids.reduce((bits, id) => bits | (1n << BigInt(id)), 0n);
  return Prisma.sql`${mask}::bigint`;
}

export function number(value: number): Prisma.Sql {
  return Prisma.sql`${value}::integer`;
}

/**
 * A rank is a group (see tiers.ts) and, below it, the order of equals: how calm it is around them (calm_of in the migrations:
 * proposals that expired, then people who wait for a reply), and a hash that shuffles those who are equal even in that.
 */
export const EQUALS_BITS = 32;
const HASH_BITS = 28;

export function rankIn({ menteeId }: Ranking, group: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((${group})::bigint << ${EQUALS_BITS}) | (l."calm"::bigint << ${HASH_BITS}) | ${shuffle(menteeId)}`;
}

/** With what rules say of a listing itself: isAllowed asks the others. */
export function conditionOf({ menteeId, only, filters, rules = [] }: Ranking): Prisma.Sql {
  const { isAllowed } = allowedByListing(rules, Prisma.sql`${menteeId}::uuid`);
  return Prisma.sql`${only} AND ${narrowed(filters)} AND ${isAllowed}`;
}

/**
 * The listings that fulfil a condition, as `l`, to be asked whether they are welcome. OFFSET 0 keeps that apart: the planner takes it
 * for as cheap as a comparison of numbers and would look up each of 100,000 mentors before anything else, for a third of the time.
 */
export function listingsWith(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM "mentor_listings" l WHERE ${condition} OFFSET 0) l`;
}

/**
 * Whom the list leaves out, as the CTE `unwelcome`: the mentee, whom they have marked Not for me, who would rather not be matched with
 * them, and with whom there is a block. It is read and planned once for all parts of the list.
 */
export function unwelcome({ menteeId }: Ranking): Prisma.Sql {
  return Prisma.sql`unwelcome AS MATERIALIZED (
    SELECT ${menteeId}::uuid AS "mentorId"
    UNION ALL SELECT "mentorId" FROM "mentor_marks" WHERE "memberId" = ${menteeId}::uuid AND "mark" = 'hidden'
    UNION ALL SELECT "mentorId" FROM "avoided_mentees" WHERE "menteeId" = ${menteeId}::uuid
    UNION ALL SELECT "blockedId" FROM "blocks" WHERE "blockerId" = ${menteeId}::uuid
    UNION ALL SELECT "blockerId" FROM "blocks" WHERE "blockedId" = ${menteeId}::uuid)`;
}

export const IS_WELCOME = Prisma.sql`l."memberId" NOT IN (SELECT "mentorId" FROM unwelcome)`;

/** Rules that the listing does not answer: each looks up the mentor. */
function restOf({ menteeId, rules = [] }: Ranking) {
  return allowedByListing(rules, Prisma.sql`${menteeId}::uuid`).rest;
}

export function asksOfEach(ranking: Ranking): boolean {
  return ranking.ofEach !== undefined || restOf(ranking).length > 0;
}

/** Whether the mentor meets what is asked of each, and none of the rules that the listing does not answer speaks against them; true where there is neither. */
export function isAllowed(ranking: Ranking, mentorId: Prisma.Sql): Prisma.Sql {
  const byRules = allowedByRules(restOf(ranking), Prisma.sql`${ranking.menteeId}::uuid`, mentorId);
  return ranking.ofEach ? Prisma.sql`${ranking.ofEach(mentorId)} AND ${byRules}` : byRules;
}

export function isAfter(rank: Prisma.Sql, { rank: last, memberId }: Cursor): Prisma.Sql {
  return Prisma.sql`(${rank} < ${last}::bigint OR (${rank} = ${last}::bigint AND l."memberId" > ${memberId}::uuid))`;
}

function shuffle(menteeId: string): Prisma.Sql {
  const seed = BigInt.asIntN(64, BigInt(`0x${menteeId.replaceAll("-", "").slice(-16)}`));
  return Prisma.sql`(uuid_hash_extended(l."memberId", ${seed}::bigint) & ${(1 << HASH_BITS) - 1}::bigint)`;
}
