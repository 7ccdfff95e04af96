import { notFound } from "next/navigation";
import { csvResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { type Cell, csvInPieces } from "@/lib/foundation/csv";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { requireStaff } from "@/lib/people/auth/session";
import { eachProblem, getImport, type ImportView } from "@/lib/society/register/queries";
import { sayProblems } from "@/lib/society/register/wording";

/** The rows that cannot be imported, as a file to correct: all its columns, and why. */
export async function GET(_request: Request, { params }: RouteContext<"/admin/register/[id]/problems">): Promise<Response> {
  const viewer = await requireStaff();
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const found = await getImport((await params).id);
  if (found?.state !== "checked" && found?.state !== "imported") notFound();
  const pieces = csvInPieces([...found.head.map(({ label }) => label), "Line", "Problem"], rowsOf(found));
  return csvResponse(pieces, "register-problems.csv");
}

async function* rowsOf({ id, head }: ImportView): AsyncGenerator<Cell[][]> {
  for await (const rows of eachProblem(id))
    yield rows.map(({ line, problem, cells }) => [...head.map((_column, i) => cells?.[i] ?? ""), line, sayProblems(problem)]);
}
