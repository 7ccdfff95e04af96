import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Settings } from "@/lib/society/settings/settings";
import { monthToMail } from "./deadlines";
import { BOARD_NOTICES } from "./notices";
import { makeBoardPdf } from "./pdf";
import type { AskedPeriod } from "./period";
import { readBoard } from "./queries";

/** The board of a period as a PDF, and that it was taken away. Null if the viewer is not staff. */
export async function downloadBoard(
  viewer: Viewer,
  asked: AskedPeriod,
  settings: Settings,
  now: Date,
): Promise<{ fileName: string; pdf: Buffer } | null> {
  const board = await readBoard(viewer, asked, settings, now);
  if (!board) return null;
  const { from, to } = board.period.range;
  await db().$executeRaw`
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    VALUES (${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'board-downloaded', 'board', NULL,
      ${JSON.stringify({ from, to })}::jsonb)`;
  return { fileName: `board-${from}-to-${to}.pdf`, pdf: await makeBoardPdf(board, settings, now) };
}

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
