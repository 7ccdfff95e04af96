import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";

/**
 * Staff have mails sent again that were given up: those with these keys, or all. They are due at once, with all their
 * attempts before them; the words stay as they were written, under the same key, while the address is taken anew – but for
 * mails about a change of address, which are for the one that they were written to. Each is a line in the audit trail. Returns how many; keys of mails that have not failed count for nothing.
 */
export async function resendFailed(
  keys: readonly string[] | "all",
  actor: Viewer,
  now: Date,
): Promise<Result<number, "not-staff">> {
  if (actor.staff === "none") return refuse("not-staff");
  const chosen = keys === "all" ? Prisma.empty : Prisma.sql`AND "key" = ANY(${keys}::text[])`;
  const count = await db().$executeRaw`
    WITH again AS (
      UPDATE "mails" SET "status" = 'waiting', "attempts" = 0, "nextAttemptAt" = ${now}::timestamptz,
        "toAddress" = CASE WHEN "kind" IN ('change-email', 'email-changed') THEN "toAddress" END
      WHERE "status" = 'failed' ${chosen}
      RETURNING "key", "memberId", "kind"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, 'mail-sent-again', 'member', "memberId",
      jsonb_build_object('key', "key", 'kind', "kind")
    FROM again`;
  return done(count);
}

/**
 * Staff let mail go again to a member's address that has bounced or complained, after talking to them: with a line in the audit
 * trail. Refuses when nothing blocks the address that the member has now.
 */
export async function liftBlock(
  memberId: string,
  actor: Viewer,
  now: Date,
): Promise<Result<null, "not-staff" | "not-blocked">> {
  if (actor.staff === "none") return refuse("not-staff");
  const count = await db().$executeRaw`
    WITH lifted AS (
      DELETE FROM "mail_blocks" b USING "members" m
      WHERE b."memberId" = ${memberId}::uuid AND m."id" = b."memberId" AND b."address" = address_form(m."email")
      RETURNING b."memberId", b."reason"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${now}::timestamptz, 'staff', ${actor.memberId}::uuid, 'address-unblocked', 'member', "memberId",
      jsonb_build_object('because', "reason")
    FROM lifted`;
  return count > 0 ? done(null) : refuse("not-blocked");
}
