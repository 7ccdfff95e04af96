import { Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * The relationship `id` of the viewer, while the two can write in it; no row otherwise. Goes in front of every statement that
 * writes something of theirs (`WITH open AS MATERIALIZED (…)`), and holds the row, so that nothing is written after the end.
 */
export function openRelationship({ memberId }: Pick<Viewer, "memberId">, id: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id", r."menteeId", r."mentorId" FROM "relationships" r
    WHERE r."id" = ${id}::uuid AND ${memberId}::uuid IN (r."menteeId", r."mentorId")
      AND r."endedAt" IS NULL AND r."agreedUntil" > ${now}
    FOR SHARE`;
}
