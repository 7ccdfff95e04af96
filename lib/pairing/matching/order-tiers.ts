import { Prisma } from "@/lib/foundation/db/client";
import { IS_QUICK, maskOf, meetsAllWishes, number, pointsOf } from "./order-sql";
import { mostPoints, QUICK, type Wanted, WEIGHTS } from "./score";

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

const POINTS_BITS = 7;

/**
 * All wanted topics, every other wish and a quick answer; all topics; all but one; fewer. Where a sector leads to them by the index, those
 * who are only not quick come apart from other mentors with all topics, so that the page is mostly full before anybody reads every listing.
 * `isRuled`: those too who lack only the region, since a rule may keep the mentee from everybody better.
 */
export function tiersOf(wanted: Wanted, isRuled: boolean): Tier[] {
  const [all, most] = [wanted.topics.length, mostPoints(wanted)];
  const mask = maskOf(wanted.topics);
  const points = pointsOf(wanted);
  const covers = coversOf(wanted);
  const coversAll = Prisma.sql`l."topics" & ${mask} = ${mask}`;
  const meetsAll = meetsAllWishes(wanted);
  const exactly = (condition: Prisma.Sql, below: number): Tier => ({
    condition: Prisma.sql`${coversAll} AND ${condition}`,
    group: number(groupOf(all, most - below)),
    highest: groupOf(all, most - below),
    lowest: groupOf(all, most - below),
  });
  const tiers: Tier[] = [exactly(Prisma.sql`${meetsAll} AND ${IS_QUICK}`, 0)];
  let isAbove = Prisma.sql`${meetsAll} AND ${IS_QUICK}`;
  // Whoever lacks a wish has fewer points than anybody who is only not quick.
  if (wanted.sector !== null) {
    tiers.push({
      condition: Prisma.sql`${coversAll} AND ${meetsAll} AND (${IS_QUICK}) IS NOT TRUE`,
      group: Prisma.sql`${number(groupOf(all, 0))} + ${points}`,
      highest: groupOf(all, most - 1),
      lowest: groupOf(all, most - QUICK.points),
    });
    isAbove = meetsAll;
    // Of these, lacking the region costs least.
    if (wanted.region !== null && isRuled) {
      const isElsewhere = Prisma.sql`(l."region" = ${number(wanted.region)}) IS NOT TRUE`;
      const meetsOthers = meetsAllWishes({ ...wanted, region: null });
      tiers.push(exactly(Prisma.sql`${meetsOthers} AND ${IS_QUICK} AND ${isElsewhere}`, WEIGHTS.region));
      isAbove = Prisma.sql`${meetsOthers} AND (${IS_QUICK} OR NOT ${isElsewhere})`;
    }
  }
  tiers.push({
    condition: Prisma.sql`${coversAll} AND (${isAbove}) IS NOT TRUE`,
    group: Prisma.sql`${number(groupOf(all, 0))} + ${points}`,
    highest: groupOf(all, most - 1),
    lowest: groupOf(all, 0),
  });
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
