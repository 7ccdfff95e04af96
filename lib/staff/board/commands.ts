import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
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
