import { addDays } from "@/lib/foundation/dates";
import { db, Prisma } from "@/lib/foundation/db/client";
import { findFew } from "@/lib/foundation/db/few";
import { isFoundBy } from "@/lib/foundation/db/member-search";
import type { ProposalFilter } from "./input";

/** Rows on one page of a list. */
export const PAGE_SIZE = 25;

/** Conditions on the instant at which something began. */
export function ageCondition(column: Prisma.Sql, age: ProposalFilter["age"], timeZone: string, now: Date): Prisma.Sql {
  if (!age) return Prisma.sql`true`;
  const [side, days] = age.split("-");
  const edge = addDays(now, -Number(days), timeZone);
  return side === "newer" ? Prisma.sql`${column} >= ${edge}::timestamptz` : Prisma.sql`${column} < ${edge}::timestamptz`;
}

/** The versions of a proposal and its relationship, so that no letter goes out in ignorance of a change; the query calls them p and r. */
export const SEEN = Prisma.sql`concat(p."version", '.', coalesce(r."version", 0))`;

/** At most so many people are looked for at once when only a part of a name is given. */
const MOST_PEOPLE = 50;

/** One of the two, as staff see them. */
export interface Party {
  memberId: string;
  name: string;
  number: string;
}

/** The people whom somebody typed; null when nobody in particular is asked for. */
export async function findPeople(who: string | undefined): Promise<string[] | null> {
  if (who === undefined) return null;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "members" m WHERE ${isFoundBy(who)} LIMIT ${MOST_PEOPLE}`;
  return rows.map(({ id }) => id);
}

/**
 * How a list of what p names is narrowed to a topic. Of a rare one the ids are looked up first: through a list that is a million
 * long, few would be found late.
 */
export async function topicCondition(topic: number | undefined): Promise<Prisma.Sql> {
  if (topic === undefined) return Prisma.sql`true`;
  const few = await findFew(
    Prisma.sql`SELECT "proposalId" AS "id" FROM "proposal_texts" WHERE "topics" @> ${[topic]}::integer[]`,
  );
  const among = few ? Prisma.sql`p."id" = ANY(${few}::uuid[])` : Prisma.sql`true`;
  // An earlier text of the same proposal may have had it.
  return Prisma.sql`(${among} AND EXISTS (
    SELECT FROM "proposals" a JOIN "proposal_texts" t ON t."proposalId" = a."id" AND t."number" = a."textNumber"
    WHERE a."id" = p."id" AND t."topics" @> ${[topic]}::integer[]))`;
}

/** The two of a proposal, from the members that a query calls mentee and mentor. */
export const PARTIES = Prisma.sql`
  json_build_object('memberId', mentee."id", 'name', mentee."name", 'number', mentee."number") AS "mentee",
  json_build_object('memberId', mentor."id", 'name', mentor."name", 'number', mentor."number") AS "mentor"`;

/** One of the two is among these. */
export function ofPeople(people: readonly string[]): Prisma.Sql {
  return Prisma.sql`(p."menteeId" = ANY(${[...people]}::uuid[]) OR p."mentorId" = ANY(${[...people]}::uuid[]))`;
}
