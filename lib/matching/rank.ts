/** Who may be in the list, and the place of each in it: pieces of SQL on a row `l` of mentor_listings. */
import { Prisma } from "@/lib/db/client";
import { narrowed } from "./conditions";
import type { Cursor, MentorFilters } from "./input";
import type { Wanted } from "./score";

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

/** The best of those that a condition leaves, as a part of the list. */
export type Best = (rank: Prisma.Sql, condition: Prisma.Sql) => Prisma.Sql;

/** A rank is a group (see tiers.ts) and, below it, a hash that shuffles equals. */
export const HASH_BITS = 32;

export function rankIn({ menteeId }: Ranking, group: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((${group})::bigint << ${HASH_BITS}) | ${shuffle(menteeId)}`;
}

export function conditionOf({ menteeId, only, filters }: Ranking): Prisma.Sql {
  return Prisma.sql`l."memberId" <> ${menteeId}::uuid AND ${only} AND ${narrowed(filters)}`;
}

export function isAfter(rank: Prisma.Sql, { rank: last, memberId }: Cursor): Prisma.Sql {
  return Prisma.sql`(${rank} < ${last}::bigint OR (${rank} = ${last}::bigint AND l."memberId" > ${memberId}::uuid))`;
}

function shuffle(menteeId: string): Prisma.Sql {
  const seed = BigInt.asIntN(64, BigInt(`0x${menteeId.replaceAll("-", "").slice(-16)}`));
  return Prisma.sql`(uuid_hash_extended(l."memberId", ${seed}::bigint) & 4294967295)`;
}
