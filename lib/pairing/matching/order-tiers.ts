import { Prisma } from "@/lib/foundation/db/client";
import { maskOf, meetsAllWishes, number, pointsOf } from "./order-sql";
import { mostPoints, type Wanted } from "./score";

/**
 * A part of the ranking that lies wholly above the next one. `group` is the number of covered topics and the points, as
 * one number.
 */
export interface Tier {
  condition: Prisma.Sql;
  group: Prisma.Sql;
  highest: number;
  lowest: number;
}

/** The best of those that a condition leaves, as a part of the list. */
export type Best = (rank: Prisma.Sql, condition: Prisma.Sql) => Prisma.Sql;

const POINTS_BITS = 7;

/** All wanted topics and every other wish; all topics; all but one; fewer. */
export function tiersOf(wanted: Wanted): Tier[] {
  const [all, most] = [wanted.topics.length, mostPoints(wanted)];
  const mask = maskOf(wanted.topics);
  const points = pointsOf(wanted);
  const covers = coversOf(wanted);
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
      group: groupIn(wanted),
      highest: groupOf(all - 2, most),
      lowest: 0,
    });
  }
  return tiers;
}

/** How many of the wanted topics the listing covers. */
function coversOf({ topics }: Wanted): Prisma.Sql {
  return Prisma.sql`bit_count((l."topics" & ${maskOf(topics)})::bit(64))`;
}

/** The group of any listing, whatever its tier. */
export function groupIn(wanted: Wanted): Prisma.Sql {
  return Prisma.sql`(${coversOf(wanted)} << ${POINTS_BITS}) + ${pointsOf(wanted)}`;
}

function groupOf(covers: number, points: number): number {
  return (covers << POINTS_BITS) + points;
}
