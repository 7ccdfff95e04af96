import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Asked, Standing } from "./asking";

/** More than anybody asks in a lifetime; what is still moving is always among them. */
const MOST_ASKED = 500;

/** Whom the viewer has asked, and what became of it. The date decides: past its deadline a proposal has expired. */
export async function findStanding({ memberId }: Viewer, now: Date): Promise<Standing> {
  const asked = await db().$queryRaw<Asked[]>`
    SELECT p."mentorId", p."id", CASE
        WHEN p."status" = 'accepted' THEN CASE WHEN r."endedAt" IS NULL THEN 'partner' ELSE 'was-partner' END
        WHEN p."status" = 'sent' THEN CASE WHEN p."expiresAt" > ${now} THEN 'waiting' ELSE 'expired' END
        ELSE p."status" END AS "became"
    FROM "proposals" p LEFT JOIN "relationships" r ON r."id" = p."id"
    WHERE p."menteeId" = ${memberId}::uuid
    ORDER BY p."status" = 'sent' AND p."expiresAt" > ${now} OR p."status" = 'accepted' AND r."endedAt" IS NULL DESC, p."movedAt" DESC
    LIMIT ${MOST_ASKED}`;
  return { asked };
}
