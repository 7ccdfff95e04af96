import { db } from "@/lib/foundation/db/client";
import { erasingSteps } from "./statement";

export interface Farewell {
  subject: string;
  html: string;
  text: string;
}

/** Who erases: a member themselves, staff, or the nightly job, which is nobody. */
export type Eraser = { actor: "member" | "staff"; id: string } | { actor: "clock"; id: null };

/**
 * Erases all personal data of a member from every table, following the inventory. It is a single statement, so each part sees
 * the tables as they were before. The notices and the audit line are written the first time only, which the key of the mail
 * decides. Whatever the mail says, it is of the kind that forgets its address.
 */
export async function eraseData(memberId: string, by: Eraser, { subject, html, text }: Farewell, now: Date): Promise<void> {
  const statement = `
    WITH mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt", "toAddress", "subject", "html", "text")
      SELECT concat('member:', "id", ':erased'), "id", 'account-erased', $2::timestamptz, $2::timestamptz, "email", $4, $5, $6
      FROM "members" WHERE "id" = $1::uuid AND "erasedAt" IS NULL
      ON CONFLICT DO NOTHING
      RETURNING "memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT $2::timestamptz, $7, $3::uuid, 'erased', 'member', "memberId" FROM mailed
    ), ${erasingSteps()}
    SELECT`;
  await db().$executeRawUnsafe(statement, memberId, now, by.id, subject, html, text, by.actor);
}

/** Records in the audit trail that a member has downloaded their data, so that they can see that it was them. */
export async function recordDownload(memberId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    VALUES (${now}::timestamptz, 'member', ${memberId}::uuid, 'data-downloaded', 'member', ${memberId}::uuid)`;
}
