import { Prisma } from "@/lib/foundation/db/client";
import { plainWords } from "@/lib/people/members/search-text";
import { conditionOf, IS_WELCOME, isAfter, isAllowed, type Ranking, rankIn } from "./order-sql";
import { groupIn } from "./order-tiers";

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
 * The CTE `found`: who is found, up to one more than a few, by the index, or everybody where the query is of nothing but "the" and "of".
 * And `tally`, how many that are. The words stand in a SELECT of their own, where the planner does not see them: told that everybody has
 * them, it would read everybody's text.
 */
export function foundBy(query: Prisma.Sql, few: number): Prisma.Sql {
  return Prisma.sql`found AS MATERIALIZED (
      (SELECT p."memberId" FROM "mentor_profiles" p WHERE to_tsvector('english', p."searchText") @@ (SELECT ${query}) LIMIT ${few + 1})
      UNION ALL (SELECT p."memberId" FROM "mentor_profiles" p WHERE numnode(${query}) = 0 LIMIT ${few + 1})
    ), tally AS MATERIALIZED (SELECT count(*) AS "count" FROM found)`;
}

/** Whether no more than a few are found. */
export function areFew(few: number): Prisma.Sql {
  return Prisma.sql`(SELECT "count" FROM tally) <= ${few}`;
}

/** The best of those who were found; nobody when they are more than a few. OFFSET 0 has each looked up, where the planner would rather read everybody. */
export function bestOfFew(ranking: Ranking, few: number): Prisma.Sql {
  const rank = rankIn(ranking, groupIn(ranking.wanted));
  const rest = ranking.after === null ? Prisma.sql`true` : isAfter(rank, ranking.after);
  return Prisma.sql`(SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM found
    CROSS JOIN LATERAL (SELECT * FROM "mentor_listings" l WHERE l."memberId" = found."memberId" OFFSET 0) l
    WHERE ${areFew(few)} AND ${conditionOf(ranking)} AND ${IS_WELCOME} AND ${rest} AND ${isAllowed(ranking, Prisma.sql`l."memberId"`)}
    ORDER BY "rank" DESC, l."memberId" LIMIT ${ranking.limit})`;
}

/** Whether the mentor has the words. A query of nothing but "the" and "of" narrows nothing. */
export function hasWords(query: Prisma.Sql, mentorId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT numnode(${query}) = 0 OR to_tsvector('english', p."searchText") @@ ${query}
    FROM "mentor_profiles" p WHERE p."memberId" = ${mentorId})`;
}
