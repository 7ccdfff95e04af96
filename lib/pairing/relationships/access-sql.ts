import { Prisma } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * The condition under which a relationship, and all that the two write in it, exists for somebody: they are one of its two
 * partners. For statements that call the relationship `r`; partOf in access.ts is the same rule without the database.
 */
export function isPartner({ memberId }: Pick<Viewer, "memberId">): Prisma.Sql {
  return Prisma.sql`${memberId}::uuid IN (r."menteeId", r."mentorId")`;
}

/** Whether a letter of staff that the query calls `l` is for a member, who is one of the two of the row `pair`: to both, or to them alone. */
export function isLetterFor({ memberId }: Pick<Viewer, "memberId">, pair: "p" | "r"): Prisma.Sql {
  const [mentee, mentor] = [Prisma.raw(`${pair}."menteeId"`), Prisma.raw(`${pair}."mentorId"`)];
  return Prisma.sql`(l."toOne" IS NULL OR ${memberId}::uuid = CASE l."toOne" WHEN 'mentee' THEN ${mentee} ELSE ${mentor} END)`;
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
