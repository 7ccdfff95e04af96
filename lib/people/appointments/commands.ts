import { db } from "@/lib/foundation/db/client";

/**
 * Gives somebody who signs in the rights that `npm run staff` keeps for their number. An account that staff still have to approve
 * gets nothing yet: whoever registered it may not be the holder of the number.
 */
export async function takeUpAppointment(memberId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH taken AS (
      DELETE FROM "staff_appointments" a USING "members" m
      WHERE m."id" = ${memberId}::uuid AND a."number" = m."number" AND a."expiresAt" > ${now}::timestamptz
        AND m."status" = 'active' AND m."standing" = 'current' AND m."erasedAt" IS NULL
      RETURNING m."id", a."staff"
    ), changed AS (
      UPDATE "members" m SET "staff" = t."staff" FROM taken t WHERE m."id" = t."id" AND m."staff" <> t."staff"
      RETURNING m."id", m."staff"
    )
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'system', CASE "staff" WHEN 'admin' THEN 'made-admin' ELSE 'made-staff' END, 'member', "id" FROM changed`;
}

/** At night: deletes appointments that nobody has taken up in time. Returns how many. */
export async function forgetAppointments(now: Date): Promise<number> {
  const { count } = await db().staffAppointment.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
