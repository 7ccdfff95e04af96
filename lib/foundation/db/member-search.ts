import { Prisma } from "./client";

/**
 * The one way in which staff find people: the member `m` of a query has words that begin like each of those typed, in the name, the
 * number or the address, whatever the case, the accents and the order. Spelt like the condition of the index `members_words`.
 */
export function isFoundBy(typed: string): Prisma.Sql {
  return Prisma.sql`member_words(m."name", m."number", m."email") @@ member_query(${typed}) AND m."erasedAt" IS NULL`;
}
