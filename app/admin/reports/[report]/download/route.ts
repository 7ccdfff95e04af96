import { notFound } from "next/navigation";
import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { figuresFileName, isReport, makeFiguresCsv, makeReport } from "@/lib/staff/reports/reports";

/** One table of a report as a file, for the period in the address. */
export async function GET(request: Request, { params }: RouteContext<"/admin/reports/[report]/download">): Promise<Response> {
  const viewer = await requireStaff("reports");
  if (!(await isWithinLimits("staff-download", viewer.memberId, null))) return tooManyFiles();
  const [{ settings, now }, { report: name }] = await Promise.all([readRequest(), params]);
  if (!isReport(name)) notFound();
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const report = await makeReport(viewer, name, asked, settings, now);
  const figures = report?.figures.find(({ key }) => key === asked.table);
  if (!report || !figures) notFound();
  return fileResponse(makeFiguresCsv(figures), "text/csv", figuresFileName(name, figures, report.range));
}
