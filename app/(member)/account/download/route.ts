import { redirect } from "next/navigation";
import { inTurn, tooManyFiles } from "@/lib/entrypoints/file-response";
import { dayOf } from "@/lib/foundation/dates";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest } from "@/lib/people/auth/session";
import { makeArchive } from "@/lib/people/privacy/archive";
import { recordDownload } from "@/lib/people/privacy/commands";
import { loadFile, loadKnown } from "@/lib/people/privacy/queries";
import { archiveName } from "@/lib/people/privacy/wording";

/**
 * Download my data: a ZIP of everything about whoever asks, made when they ask and kept nowhere. Also for those who deleted
 * their account and have signed in again: what is kept about them is still theirs to have.
 */
export async function GET(): Promise<Response> {
  const { viewer, departed, settings, now } = await readRequest();
  const memberId = viewer?.memberId ?? departed?.memberId;
  if (!memberId) redirect("/sign-in?to=/account");
  if (!(await isWithinLimits("download", memberId, null))) return tooManyFiles();
  await recordDownload(memberId, now);
  const known = await loadKnown(memberId);
  const timeZone = viewer?.timeZone ?? settings.society.timeZone;
  const number = String(known.rows.get("members")?.[0]?.number);
  const archive = makeArchive(known, { settings, timeZone, now }, ({ table, column, at }) =>
    loadFile(memberId, table, column, at),
  );
  return new Response(inTurn(archive), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${archiveName(number, dayOf(now, timeZone))}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
