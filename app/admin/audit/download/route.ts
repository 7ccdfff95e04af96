import { notFound } from "next/navigation";
import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { dayOf } from "@/lib/foundation/dates";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { exportLines } from "@/lib/society/audit/commands";
import { readAsked, toFilter } from "@/lib/society/audit/input";
import { findPeople } from "@/lib/society/audit/queries";
import { asReaderOfTrail } from "@/lib/staff/coordinating/trail/queries";

/**
 * The lines that the page with the same address shows, as a file. Limited to one person only if it is clear whom is meant.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireStaff("audit");
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const reader = asReaderOfTrail(viewer);
  const { settings, now } = await readRequest();
  const { timeZone } = settings.society;
  const asked = readAsked(Object.fromEntries(new URL(request.url).searchParams), timeZone);
  const found = asked.who ? await findPeople(reader, asked.who) : [];
  const people = Array.isArray(found) ? found : [found];
  if (asked.who && people.length !== 1) notFound();
  const file = await exportLines(reader, toFilter(asked, people[0]?.id ?? null, timeZone), now);
  if (file === null) notFound();
  const days = `${asked.from ?? "beginning"}-to-${asked.to ?? dayOf(now, timeZone)}`;
  return fileResponse(file, "text/csv", `audit-${days}.csv`);
}
