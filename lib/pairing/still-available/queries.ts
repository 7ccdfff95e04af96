import { db } from "@/lib/foundation/db/client";

interface Asked {
  round: number;
  askedAt: Date | null;
  answeredAt: Date | null;
  isAvailable: boolean;
}

/** The last question to a mentor who may sign in; null when they have never been asked, or may not. */
export async function findQuestion(memberId: string): Promise<Asked | null> {
  const [asked] = await db().$queryRaw<Asked[]>`
    SELECT c."round", c."askedAt", c."answeredAt", p."isAvailable"
    FROM "availability_checks" c JOIN "members" m ON m."id" = c."memberId" JOIN "mentor_profiles" p ON p."memberId" = m."id"
    WHERE c."memberId" = ${memberId}::uuid AND c."round" > 0 AND m."isMentor" AND m."status" = 'active'
      AND m."standing" = 'current'`;
  return asked ?? null;
}
