import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { type Alert, MOST_ALERTS } from "./alert";
import { STANDS } from "./conditions";

/** What the viewer waits for, newest first. */
export async function findAlerts({ memberId }: Viewer): Promise<Alert[]> {
  return db().$queryRaw<Alert[]>`
    SELECT a."id", a."about", CASE WHEN mentor."id" IS NOT NULL THEN json_build_object('memberId', mentor."id", 'name', mentor."name") END AS "mentor",
      (SELECT g."name" FROM "programmes" g WHERE g."id" = a."programmeId") AS "programme"
    FROM "mentor_alerts" a
    LEFT JOIN "members" mentor ON mentor."id" = a."mentorId" AND mentor."status" = 'active' AND NOT are_blocked(${memberId}::uuid, mentor."id")
    WHERE a."memberId" = ${memberId}::uuid AND (a."mentorId" IS NULL OR mentor."id" IS NOT NULL) AND ${STANDS}
    ORDER BY a."createdAt" DESC, a."id" LIMIT ${MOST_ALERTS}`;
}
