import { Prisma } from "@/lib/foundation/db/client";
import { bestOfFew, bestOfMany, FEW, foundBy, readWords } from "./by-words";
import { conditionOf, EQUALS_BITS, isAfter, isWelcome, listingsWith, type Ranking, rankIn } from "./order-sql";
import { type Best, tiersOf } from "./order-tiers";

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
  if (!query) return firstOf(tierByTier(ranking, bestOf(ranking)), ranking);
  const parts = [bestOfFew(ranking, few), ...tierByTier(ranking, bestOfMany(ranking, query, few))];
  return Prisma.sql`${foundBy(query, few)} ${firstOf(parts, ranking)}`;
}

/** Rests on UNION ALL giving its parts in order, which an ORDER BY around it would undo. */
function firstOf(parts: Prisma.Sql[], { limit }: Ranking): Prisma.Sql {
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) AS parts LIMIT ${limit}`;
}

/**
 * Scoring everybody is slow at 100,000 mentors, so the ranking is cut into tiers, best first, of which PostgreSQL runs only
 * as many as it needs to fill the page.
 */
function tierByTier(ranking: Ranking, best: Best): Prisma.Sql[] {
  const { wanted, after } = ranking;
  const group = after === null ? Number.POSITIVE_INFINITY : Number(after.rank >> BigInt(EQUALS_BITS));
  return tiersOf(wanted)
    .filter((tier) => tier.lowest <= group)
    .map((tier) => {
      const rank = rankIn(ranking, tier.group);
      const rest = after !== null && group <= tier.highest ? isAfter(rank, after) : Prisma.sql`true`;
      return best(rank, Prisma.sql`${conditionOf(ranking)} AND ${tier.condition} AND ${rest}`);
    });
}

function bestOf(ranking: Ranking): Best {
  return (rank, condition) => Prisma.sql`(SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM ${listingsWith(condition)}
    WHERE ${isWelcome(ranking)} ORDER BY "rank" DESC, l."memberId" LIMIT ${ranking.limit})`;
}
