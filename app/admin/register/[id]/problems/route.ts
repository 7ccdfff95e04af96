import { notFound } from "next/navigation";
import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { makeCsv } from "@/lib/foundation/csv";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { requireStaff } from "@/lib/people/auth/session";
import { getImport, listProblems } from "@/lib/society/register/queries";
import { sayProblems } from "@/lib/society/register/wording";

/** The rows that cannot be imported, as a file to correct: all its columns, and why. */
export async function GET(_request: Request, { params }: RouteContext<"/admin/register/[id]/problems">): Promise<Response> {
  const viewer = await requireStaff();
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const found = await getImport((await params).id);
  if (found?.state !== "checked" && found?.state !== "imported") notFound();
  const rows = await listProblems(found.id, 0, found.rows);
  const table = makeCsv(
    [...found.head.map(({ label }) => label), "Line", "Problem"],
    rows.map(({ line, problem, cells }) => [...found.head.map((_column, i) => cells?.[i] ?? ""), line, sayProblems(problem)]),
  );
  return fileResponse(table, "text/csv", "register-problems.csv");
}
