import { Prisma } from "@/lib/foundation/db/client";
import { plainWords } from "@/lib/people/members/search-text";
import { conditionOf, isAfter, isWelcome, listingsWith, type Ranking, rankIn } from "./order-sql";
import { type Best, groupIn } from "./order-tiers";

/**
 * Up to so many found by their words are all ranked. Beyond, it is quicker to go through everybody from the best on and look at the
 * words of each until the page is full, which is soon when so many have them.
 */
export const FEW = 4000;

/** Every word must be there; the last may be the beginning of one. Null without a word. */
export function readWords(typed: string): Prisma.Sql | null {
  // Letters and digits alone, so nothing else is syntax.
  const words = plainWords(typed).slice(0, 8);
  return words.length === 0 ? null : Prisma.sql`to_tsquery('english', ${`${words.join(" & ")}:*`})`;
}

/**
 * Who is found, up to one more than a few: by the index, or everybody where the query is of nothing but "the" and "of". The words
 * stand in a SELECT of their own, where the planner does not see them: told that everybody has them, it would read everybody's text.
 */
export function foundBy(query: Prisma.Sql, few: number): Prisma.Sql {
  return Prisma.sql`WITH found AS MATERIALIZED (
      (SELECT p."memberId" FROM "mentor_profiles" p WHERE to_tsvector('english', p."searchText") @@ (SELECT ${query}) LIMIT ${few + 1})
      UNION ALL (SELECT p."memberId" FROM "mentor_profiles" p WHERE numnode(${query}) = 0 LIMIT ${few + 1})
    )`;
}

/** The best of those who were found; nobody when they are more than a few. */
export function bestOfFew(ranking: Ranking, few: number): Prisma.Sql {
  const rank = rankIn(ranking, groupIn(ranking.wanted));
  const rest = ranking.after === null ? Prisma.sql`true` : isAfter(rank, ranking.after);
  return Prisma.sql`(SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM found JOIN "mentor_listings" l USING ("memberId")
    WHERE (SELECT count(*) FROM found) <= ${few} AND ${conditionOf(ranking)} AND ${isWelcome(ranking)} AND ${rest}
    ORDER BY "rank" DESC, l."memberId" LIMIT ${ranking.limit})`;
}

/** The best of a tier who have the words; nobody when no more than a few have. */
export function bestOfMany(ranking: Ranking, query: Prisma.Sql, few: number): Best {
  // OFFSET 0 keeps the words from being looked at before the order is known.
  return (rank, condition) => Prisma.sql`(SELECT * FROM (
      SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM ${listingsWith(condition)}
      WHERE (SELECT count(*) FROM found) > ${few} AND ${isWelcome(ranking)} ORDER BY "rank" DESC, l."memberId" OFFSET 0
    ) AS ordered
    WHERE (SELECT ${hasWords(query)} FROM "mentor_profiles" p WHERE p."memberId" = ordered."memberId") LIMIT ${ranking.limit})`;
}

/** A query of nothing but "the" and "of" narrows nothing. */
function hasWords(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(numnode(${query}) = 0 OR to_tsvector('english', p."searchText") @@ ${query})`;
}
