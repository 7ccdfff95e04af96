import { notFound } from "next/navigation";
import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { downloadBoard } from "@/lib/staff/board/commands";

/** The board of the period in the address, as a PDF. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireStaff("board");
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const { settings, now } = await readRequest();
  const file = await downloadBoard(viewer, Object.fromEntries(new URL(request.url).searchParams), settings, now);
  if (!file) notFound();
  return fileResponse(file.pdf, "application/pdf", file.fileName);
}
