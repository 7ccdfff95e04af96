import { db, Prisma } from "@/lib/foundation/db/client";
import type { Departed } from "@/lib/foundation/viewer";
import type { Matters } from "./account";

/** What a member has under way in each role. The date decides: past its deadline a proposal is not open any more. */
export async function countMatters(memberId: string, now: Date): Promise<Matters> {
  const [row] = await db().$queryRaw<Record<string, number>[]>`
    SELECT
      (SELECT count(*)::integer FROM "proposals" WHERE "mentorId" = ${memberId}::uuid AND "status" = 'sent'
        AND "expiresAt" > ${now}::timestamptz) AS "mentorProposals",
      (SELECT count(*)::integer FROM "relationships" WHERE "mentorId" = ${memberId}::uuid AND "endedAt" IS NULL)
        AS "mentorRelationships",
      (SELECT count(*)::integer FROM "proposals" WHERE "menteeId" = ${memberId}::uuid AND "status" = 'sent'
        AND "expiresAt" > ${now}::timestamptz) AS "menteeProposals",
      (SELECT count(*)::integer FROM "relationships" WHERE "menteeId" = ${memberId}::uuid AND "endedAt" IS NULL)
        AS "menteeRelationships"`;
  return {
    mentor: { proposals: row?.mentorProposals ?? 0, relationships: row?.mentorRelationships ?? 0 },
    mentee: { proposals: row?.menteeProposals ?? 0, relationships: row?.menteeRelationships ?? 0 },
  };
}

/** When a deleted account is to be erased; null when nobody has asked for it. */
export async function findErasure({ memberId }: Pick<Departed, "memberId">): Promise<Date | null> {
  const where = { id: memberId, status: "deleted", erasedAt: null };
  return (await db().member.findFirst({ where, select: { eraseDueAt: true } }))?.eraseDueAt ?? null;
}

/** The number that a member types to have everything erased. */
export async function findOwnNumber({ memberId }: Pick<Departed, "memberId">): Promise<string | null> {
  return (await db().member.findUnique({ where: { id: memberId }, select: { number: true } }))?.number ?? null;
}

/**
 * For a statement that closes an account: how many other administrators there are ("others"), if this member is one. It locks
 * them all in the same order, so that if two leave at the same moment, one of them stays. The count also makes PostgreSQL
 * lock the member, which a condition inside would not.
 */
export function otherAdmins(memberId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE "id" <> ${memberId}::uuid) AS "others" FROM (
      SELECT "id" FROM "members" WHERE "staff" = 'admin' AND "status" = 'active' AND "standing" = 'current'
        AND EXISTS (SELECT FROM "members" WHERE "id" = ${memberId}::uuid AND "staff" = 'admin')
      ORDER BY "id" FOR UPDATE
    ) AS held`;
}
