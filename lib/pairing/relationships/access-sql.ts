import { Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * The condition under which a relationship, and all that the two write in it, exists for somebody: they are one of its two
 * partners. For statements that call the relationship `r`; partOf in access.ts is the same rule without the database.
 */
export function isPartner({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`${memberId}::uuid IN (r."menteeId", r."mentorId")`;
}

/**
 * The relationship `id` of the viewer, while the two can write in it; no row otherwise. Goes in front of every statement that
 * writes something of theirs (`WITH open AS MATERIALIZED (…)`), and holds the row, so that nothing is written after the end.
 */
export function openRelationship(viewer: Pick<Viewer, "memberId">, id: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id", r."menteeId", r."mentorId" FROM "relationships" r
    WHERE r."id" = ${id}::uuid AND ${isPartner(viewer)}
      AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}
    FOR SHARE`;
}
