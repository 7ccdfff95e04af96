import { Prisma } from "@/lib/foundation/db/client";
import { areFew, bestOfFew, FEW, foundBy, hasWords, readWords } from "./by-words";
import {
  asksOfEach,
  conditionOf,
  EQUALS_BITS,
  IS_WELCOME,
  isAfter,
  isAllowed,
  listingsWith,
  type Ranking,
  rankIn,
  unwelcome,
} from "./order-sql";
import { tiersOf } from "./order-tiers";

/**
 * The ranked mentors with what their cards show, which is fetched for those on the page alone. Up to `few` with the words that are
 * searched for are ranked in another way than more of them, with the same result. In one process: each tier would start workers
 * of its own, those too that turn out to have nothing to do.
 */
export function rankedCards(ranking: Ranking, few = FEW): Prisma.Sql {
  return Prisma.sql`
    SELECT best."rank", best."memberId", best."placesFree", m."name", p."headline", p."sector", p."region", p."yearsOfExperience",
      p."topics", p."methods", p."languages", p."capacity",
      p."answerHours", p."askedCount", p."repliedCount", ${WAITING} AS "waiting", i."picture"
    FROM (${rankedMentors(ranking, few)}) AS best
    JOIN "members" m ON m."id" = best."memberId"
    JOIN "mentor_profiles" p ON p."memberId" = best."memberId"
    LEFT JOIN "pictures" i ON i."memberId" = best."memberId"
    WHERE in_one_process()
    ORDER BY best."rank" DESC, best."memberId"`;
}

/** How many people wait for a reply of the mentor `p`, now: counted for those who are shown, and for nobody else. */
export const WAITING = Prisma.sql`(
  SELECT count(*)::integer FROM "proposals" o WHERE o."mentorId" = p."memberId" AND o."status" = 'sent')`;

/** The best `limit` mentors after the cursor: (rank, memberId, placesFree), best first. */
function rankedMentors(ranking: Ranking, few: number): Prisma.Sql {
  const query = readWords(ranking.filters.words);
  const allowed = isAllowed(ranking, ORDERED);
  if (query) {
    const has = hasWords(query, ORDERED);
    // Reading somebody's words takes far longer than finding a row of theirs, and the planner takes it for cheaper.
    const isFound = ranking.ofEach
      ? Prisma.sql`CASE WHEN ${allowed} THEN ${has} ELSE false END`
      : Prisma.sql`${has} AND ${allowed}`;
    const many = firstWhere(Prisma.sql`NOT (${areFew(few)}) AND ${isFound}`, ranking);
    return Prisma.sql`WITH ${unwelcome(ranking)}, ${foundBy(query, few)} ${firstOf([bestOfFew(ranking, few), many], ranking)}`;
  }
  const best = asksOfEach(ranking)
    ? firstWhere(allowed, ranking)
    : firstOf(tierByTier(ranking, bestOf(ranking.limit)), ranking);
  return Prisma.sql`WITH ${unwelcome(ranking)} ${best}`;
}

/** Rests on UNION ALL giving its parts in order, which an ORDER BY around it would undo. */
function firstOf(parts: Prisma.Sql[], { limit }: Ranking): Prisma.Sql {
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) AS parts LIMIT ${limit}`;
}

/**
 * Of everybody in order, the first who fulfil a condition that takes long: their words, or rules. It is asked of one mentor after another
 * until the page is full, so it stands outside of the parts: the database plans it once for all of them.
 */
function firstWhere(condition: Prisma.Sql, ranking: Ranking): Prisma.Sql {
  const everybody = Prisma.join(tierByTier(ranking, inOrder), " UNION ALL ");
  return Prisma.sql`(SELECT * FROM (${everybody}) AS ordered WHERE ${condition} LIMIT ${ranking.limit})`;
}

const ORDERED = Prisma.sql`ordered."memberId"`;

/** A part of the list, of those whom a condition leaves. */
type Part = (rank: Prisma.Sql, condition: Prisma.Sql) => Prisma.Sql;

/**
 * Scoring everybody is slow at 100,000 mentors, so the ranking is cut into tiers, best first, of which PostgreSQL runs only
 * as many as it needs to fill the page.
 */
function tierByTier(ranking: Ranking, part: Part): Prisma.Sql[] {
  const { wanted, after, rules = [] } = ranking;
  const group = after === null ? Number.POSITIVE_INFINITY : Number(after.rank >> BigInt(EQUALS_BITS));
  return tiersOf(wanted, rules.length > 0)
    .filter((tier) => tier.lowest <= group)
    .map((tier) => {
      const rank = rankIn(ranking, tier.group);
      const rest = after !== null && group <= tier.highest ? isAfter(rank, after) : Prisma.sql`true`;
      return part(rank, Prisma.sql`${conditionOf(ranking)} AND ${tier.condition} AND ${rest}`);
    });
}

function bestOf(limit: number): Part {
  return (rank, condition) => Prisma.sql`(${ordered(rank, condition)} LIMIT ${limit})`;
}

/** Everybody in order: OFFSET 0 keeps what is asked of them until the order is known. */
const inOrder: Part = (rank, condition) => Prisma.sql`(${ordered(rank, condition)} OFFSET 0)`;

function ordered(rank: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM ${listingsWith(condition)}
    WHERE ${IS_WELCOME} ORDER BY "rank" DESC, l."memberId"`;
}
