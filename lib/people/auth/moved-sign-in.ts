import { addDays, dayOf, startOfDay } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { addressForm } from "@/lib/foundation/identifier";
import { getSettings } from "@/lib/society/settings/queries";
import type { Settings } from "@/lib/society/settings/settings";
import type { Claims } from "./claims";

/** A move that somebody forgot to close ends by itself, and one that is set for next year does not begin today. */
const OPEN_FOR_DAYS = 31;

/** Whether accounts may be linked to another sign-in now: an administrator names the last day, in the society's time zone. */
export function maySignInMove({ signIn, society }: Settings, now: Date): boolean {
  const { timeZone } = society;
  const last = signIn.moveUntil && startOfDay(signIn.moveUntil, timeZone);
  if (!last || !signIn.moveUntil) return false;
  return dayOf(now, timeZone) <= signIn.moveUntil && last <= addDays(now, OPEN_FOR_DAYS, timeZone);
}

/**
 * Somebody whom we do not know by issuer and subject has a member's number and e-mail address: while the move is open, the account is
 * theirs. All its sessions end, the member is told, and staff can undo it. Returns its id; null where nothing was linked.
 */
export async function moveSignIn(claims: Omit<Claims, "standing">, now: Date): Promise<string | null> {
  if (!maySignInMove(await getSettings(), now)) return null;
  const { issuer, subject, number, email } = claims;
  const [moved] = await db().$queryRaw<{ id: string }[]>`
    WITH moved AS MATERIALIZED (
      UPDATE "members" SET "earlierIssuer" = "issuer", "earlierSubject" = "subject", "issuer" = ${issuer}, "subject" = ${subject},
        "sessionEpoch" = "sessionEpoch" + 1
      WHERE "number" = ${number} AND address_form("email") = ${addressForm(email)} AND "issuer" IS NOT NULL AND "subject" IS NOT NULL
        AND ("issuer" <> ${issuer} OR "subject" <> ${subject}) AND "erasedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "members" o WHERE o."issuer" = ${issuer} AND o."subject" = ${subject})
      RETURNING "id", concat('member:', "id", ':sign-in-moved:', "sessionEpoch") AS "key"
    ), mailed AS (
      INSERT INTO "mails" ("key", "memberId", "kind", "createdAt", "nextAttemptAt")
      SELECT "key", "id", 'sign-in-moved', ${now}::timestamptz, ${now}::timestamptz FROM moved
    ), recorded AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT ${now}::timestamptz, 'member', "id", 'sign-in-moved', 'member', "id" FROM moved
    )
    SELECT "id" FROM moved`;
  return moved?.id ?? null;
}
