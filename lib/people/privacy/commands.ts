import { db } from "@/lib/foundation/db/client";
import { erasingSteps } from "./statement";

export interface Farewell {
  subject: string;
  html: string;
  text: string;
}

/**
 * Every personal datum in every table goes, as the inventory says. All of it is one statement: each part of it sees the tables as they were before. What is told and written down, only the
 * first time, which the key of the mail decides. Whatever it says, the mail is of the kind that forgets its address.
 */
export async function eraseData(
  memberId: string,
  staffId: string,
  { subject, html, text }: Farewell,
  now: Date,
): Promise<void> {
  const statement = `
    WITH mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt", "toAddress", "subject", "html", "text")
      SELECT concat('member:', "id", ':erased'), "id", 'account-erased', $2::timestamptz, $2::timestamptz, "email", $4, $5, $6
      FROM "members" WHERE "id" = $1::uuid AND "erasedAt" IS NULL
      ON CONFLICT DO NOTHING
      RETURNING "memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT $2::timestamptz, 'staff', $3::uuid, 'erased', 'member', "memberId" FROM mailed
    ), ${erasingSteps()}
    SELECT`;
  await db().$executeRawUnsafe(statement, memberId, now, staffId, subject, html, text);
}

/** Writes down that somebody has taken a copy of their data: in the audit trail, so that they can see it was them. */
export async function recordDownload(memberId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    VALUES (${now}::timestamptz, 'member', ${memberId}::uuid, 'data-downloaded', 'member', ${memberId}::uuid)`;
}
