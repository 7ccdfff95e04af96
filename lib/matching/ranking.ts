import { Prisma } from "@/lib/db/client";
import { plainWords } from "@/lib/members/search-text";
import { maskOf, meetsAllWishes, narrowed, number, pointsOf } from "./conditions";
import type { Cursor, MentorFilters } from "./input";
import { mostPoints, type Wanted } from "./score";

export interface Ranking {
  wanted: Wanted;
  filters: Omit<MentorFilters, "after">;
  after: Cursor | null;
  /** The mentee. Never in the list; and mentors who fit equally well are shuffled by their id. */
  menteeId: string;
  /** A further condition on the listing `l`. */
  only: Prisma.Sql;
  limit: number;
}

/**
 * A part of the ranking that lies wholly above the next one. `group` is the number of covered topics and the points, as
 * one number; a rank is the group and, below it, a hash that shuffles equals.
 */
interface Tier {
  condition: Prisma.Sql;
  group: Prisma.Sql;
  highest: number;
  lowest: number;
}

const POINTS_BITS = 7;
const HASH_BITS = 32;

/** The ranked mentors with what their cards show, which is fetched for those on the page alone. */
export function rankedCards(ranking: Ranking): Prisma.Sql {
  return Prisma.sql`
    SELECT best."rank", best."memberId", best."placesFree", m."name", p."headline", p."sector", p."region", p."yearsOfExperience",
      p."topics", p."methods", p."languages", p."capacity", p."answerHours", i."picture"
    FROM (${rankedMentors(ranking)}) AS best
    JOIN "members" m ON m."id" = best."memberId"
    JOIN "mentor_profiles" p ON p."memberId" = best."memberId"
    LEFT JOIN "pictures" i ON i."memberId" = best."memberId"
    ORDER BY best."rank" DESC, best."memberId"`;
}

/**
 * The best `limit` mentors after the cursor: (rank, memberId, placesFree), best first.
 *
 * Scoring everybody is slow at 100,000 mentors, so the ranking is cut into tiers, best first, of which PostgreSQL runs
 * only as many as it needs to fill the page. That rests on UNION ALL giving its parts in order, which an ORDER BY around
 * it would undo.
 */
function rankedMentors({ wanted, filters, after, menteeId, only, limit }: Ranking): Prisma.Sql {
  const condition = Prisma.sql`l."memberId" <> ${menteeId}::uuid AND ${only} AND ${narrowed(filters)}`;
  const words = wordsQuery(filters.words);
  const found = words ? foundBy(words) : Prisma.empty;
  const from = words ? FOUND_LISTINGS : Prisma.sql`"mentor_listings" l`;
  const group = after === null ? Number.POSITIVE_INFINITY : Number(after.rank >> BigInt(HASH_BITS));
  const parts = tiersOf(wanted)
    .filter((tier) => tier.lowest <= group)
    .map((tier) => {
      const rank = Prisma.sql`((${tier.group})::bigint << ${HASH_BITS}) | ${shuffle(menteeId)}`;
      const rest = after !== null && group <= tier.highest ? isAfter(rank, after) : Prisma.sql`true`;
      return Prisma.sql`(SELECT ${rank} AS "rank", l."memberId", l."placesFree" FROM ${from}
        WHERE ${condition} AND ${tier.condition} AND ${rest}
        ORDER BY "rank" DESC, l."memberId" LIMIT ${limit})`;
    });
  return Prisma.sql`${found} SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) AS tiers LIMIT ${limit}`;
}

/** All wanted topics and every other wish; all topics; all but one; fewer. */
function tiersOf(wanted: Wanted): Tier[] {
  const [all, most] = [wanted.topics.length, mostPoints(wanted)];
  const mask = maskOf(wanted.topics);
  const points = pointsOf(wanted);
  const covers = Prisma.sql`bit_count((l."topics" & ${mask})::bit(64))`;
  const coversAll = Prisma.sql`l."topics" & ${mask} = ${mask}`;
  const tiers: Tier[] = [
    {
      condition: Prisma.sql`${coversAll} AND ${meetsAllWishes(wanted)}`,
      group: number(groupOf(all, most)),
      highest: groupOf(all, most),
      lowest: groupOf(all, most),
    },
    {
      condition: Prisma.sql`${coversAll} AND (${meetsAllWishes(wanted)}) IS NOT TRUE`,
      group: Prisma.sql`${number(groupOf(all, 0))} + ${points}`,
      highest: groupOf(all, most - 1),
      lowest: groupOf(all, 0),
    },
  ];
  if (all > 0) {
    tiers.push({
      condition: Prisma.sql`${covers} = ${all - 1}`,
      group: Prisma.sql`${number(groupOf(all - 1, 0))} + ${points}`,
      highest: groupOf(all - 1, most),
      lowest: groupOf(all - 1, 0),
    });
  }
  if (all > 1) {
    tiers.push({
      condition: Prisma.sql`${covers} < ${all - 1}`,
      group: Prisma.sql`(${covers} << ${POINTS_BITS}) + ${points}`,
      highest: groupOf(all - 2, most),
      lowest: 0,
    });
  }
  return tiers;
}

function groupOf(covers: number, points: number): number {
  return (covers << POINTS_BITS) + points;
}

/**
 * Who is found by their words, once for all tiers; and if they are few, their listings. The planner cannot know how common
 * a word is: without MATERIALIZED it may read everybody's text instead of the index, and without OFFSET 0 all listings for
 * the sake of a few. A query of nothing but "the" and "of" narrows nothing.
 */
function foundBy(words: string): Prisma.Sql {
  const query = Prisma.sql`to_tsquery('english', ${words})`;
  return Prisma.sql`WITH found AS MATERIALIZED (
      SELECT "memberId" FROM "mentor_profiles" WHERE numnode(${query}) = 0 OR to_tsvector('english', "searchText") @@ ${query}
    ), few AS MATERIALIZED (
      SELECT one.* FROM found
      CROSS JOIN LATERAL (SELECT * FROM "mentor_listings" l WHERE l."memberId" = found."memberId" OFFSET 0) AS one
      WHERE (SELECT count(*) FROM found) <= ${FEW}
    )`;
}

/** Up to so many, fetching listings one by one is quicker than going through all of them for each tier. */
const FEW = 2000;

const FOUND_LISTINGS = Prisma.sql`(
  SELECT * FROM few
  UNION ALL
  SELECT l.* FROM found JOIN "mentor_listings" l USING ("memberId") WHERE (SELECT count(*) FROM found) > ${FEW}
) AS l`;

/** Every word must be there; the last may be the beginning of one. Letters and digits alone, so nothing else is syntax. */
function wordsQuery(typed: string): string {
  const words = plainWords(typed).slice(0, 8);
  return words.length === 0 ? "" : `${words.join(" & ")}:*`;
}

function shuffle(menteeId: string): Prisma.Sql {
  const seed = BigInt.asIntN(64, BigInt(`0x${menteeId.replaceAll("-", "").slice(-16)}`));
  return Prisma.sql`(uuid_hash_extended(l."memberId", ${seed}::bigint) & 4294967295)`;
}

function isAfter(rank: Prisma.Sql, { rank: last, memberId }: Cursor): Prisma.Sql {
  return Prisma.sql`(${rank} < ${last}::bigint OR (${rank} = ${last}::bigint AND l."memberId" > ${memberId}::uuid))`;
}
