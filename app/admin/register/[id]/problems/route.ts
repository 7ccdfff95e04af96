import { notFound } from "next/navigation";
import { isWithinLimits } from "@/lib/auth/local/limits";
import { requireStaff } from "@/lib/auth/session";
import { makeCsv } from "@/lib/csv";
import { fileResponse, tooManyFiles } from "@/lib/file-response";
import { getImport, listProblems } from "@/lib/register/queries";
import { sayProblems } from "@/lib/register/wording";

/** The rows that cannot be taken, as a file to work through. */
export async function GET(_request: Request, { params }: RouteContext<"/admin/register/[id]/problems">): Promise<Response> {
  const viewer = await requireStaff();
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const found = await getImport((await params).id);
  if (found?.state !== "checked") notFound();
  const rows = await listProblems(found.id, 0, found.rows);
  const table = makeCsv(
    ["Line", "Why", "What it says"],
    rows.map(({ line, problem, said }) => [line, sayProblems(problem), said]),
  );
  return fileResponse(table, "text/csv", "register-problems.csv");
}
