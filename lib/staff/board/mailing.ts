import { db } from "@/lib/foundation/db/client";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Settings } from "@/lib/society/settings/settings";
import { monthToMail } from "./deadlines";
import { BOARD_NOTICES } from "./notices";

/**
 * For the nightly job: tells the readers whom the settings name that the board of the last month is there, each once for a
 * month. Nobody who is no longer staff. Returns how many were told.
 */
export async function tellReaders(settings: Settings, now: Date): Promise<number> {
  const month = monthToMail(settings, now);
  if (!month) return 0;
  const [counted] = await db().$queryRaw<{ told: number }[]>`
    WITH readers AS MATERIALIZED (
      SELECT "id", concat('board:', "id", ':', ${month.from}::text) AS "key" FROM "members"
      WHERE "id" = ANY(${settings.board.readers}::uuid[]) AND "staff" <> 'none' AND "status" = 'active'
    ), told AS MATERIALIZED (
      SELECT r."key", r."id" AS "to", NULL::text AS "role", 'board-ready' AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        ${JSON.stringify(month)}::jsonb AS "data", ${now}::timestamptz AS "at"
      FROM readers r
      WHERE NOT EXISTS (SELECT FROM "mails" t WHERE t."key" = r."key") AND NOT EXISTS (SELECT FROM "notifications" n WHERE n."key" = r."key")
    ), ${NOTIFIED}, ${mailed(BOARD_NOTICES)}
    SELECT count(*)::integer AS "told" FROM told`;
  return counted?.told ?? 0;
}
