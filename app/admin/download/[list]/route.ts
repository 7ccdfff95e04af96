import { notFound } from "next/navigation";
import { csvResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { downloadList } from "@/lib/staff/lists/commands";
import { isList } from "@/lib/staff/lists/list";

/** A list as a file, under the filters of the page it comes from. */
export async function GET(request: Request, { params }: RouteContext<"/admin/download/[list]">): Promise<Response> {
  const viewer = await requireStaff("lists");
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const [{ settings, now }, { list }] = await Promise.all([readRequest(), params]);
  if (!isList(list)) notFound();
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const file = await downloadList(viewer, list, asked, settings, now);
  if (!file) notFound();
  return csvResponse(file.pieces, file.fileName);
}
