import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MailChoices } from "@/lib/notify/notices/groups";

/** What the page Edit Account says of the viewer besides what every page knows. */
export interface OwnAccount {
  /** When a mentor who is unavailable is made available again; null when they say so themselves. */
  availableAgainAt: Date | null;
  /** How many proposals wait for their reply. */
  openProposals: number;
  /** How many members they have blocked. */
  blocked: number;
  mailChoices: MailChoices;
}

/** One query for all sections of the page. */
export async function findOwnAccount({ memberId, isAvailable }: Viewer, now: Date): Promise<OwnAccount> {
  const [row] = await db().$queryPrepared<OwnAccount[]>`
    SELECT (SELECT "availableAgainAt" FROM "mentor_profiles" WHERE "memberId" = ${memberId}::uuid AND NOT ${isAvailable}) AS "availableAgainAt",
      (SELECT count(*)::integer FROM "proposals"
        WHERE "mentorId" = ${memberId}::uuid AND "status" = 'sent' AND "expiresAt" > ${now}::timestamptz) AS "openProposals",
      (SELECT count(*)::integer FROM "blocks" WHERE "blockerId" = ${memberId}::uuid) AS "blocked",
      (SELECT coalesce(jsonb_object_agg("group", "choice"), '{}') FROM "notification_choices" WHERE "memberId" = ${memberId}::uuid) AS "mailChoices"`;
  if (!row) throw new Error("The database did not say how the account stands.");
  return row;
}
