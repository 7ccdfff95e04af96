import { Prisma } from "@/lib/foundation/db/client";

/** The same as takesProposals, of a row `g` of programmes as it is kept: a date that has come counts from the next sweep on. */
export const TAKES_PROPOSALS = Prisma.sql`(g."finding" <> 'staff'
  AND (g."status" IN ('matching', 'running') OR (g."status" = 'open' AND g."time" = 'always')))`;
