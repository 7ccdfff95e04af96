import { notFound } from "next/navigation";
import { fileResponse, tooManyFiles } from "@/lib/entrypoints/file-response";
import { listReflections } from "@/lib/mentoring/reflections/queries";
import { toYear } from "@/lib/mentoring/reflections/reflection";
import { makeRecordCsv, makeRecordPdf } from "@/lib/mentoring/reflections/year-file";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { readRequest, requireViewer } from "@/lib/people/auth/session";

/** The viewer's own record of a year as a file, CSV or PDF, of a long year a part (`format=pdf-2`); with the partners' names when that was ticked. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer();
  const { settings, now } = await readRequest();
  const asked = new URL(request.url).searchParams;
  const [, format, part] = /^(csv|pdf)(?:-([1-9]\d{0,2}))?$/.exec(asked.get("format") ?? "") ?? [];
  if (!format) notFound();
  if (!(await isWithinLimits("download", viewer.memberId, null))) return tooManyFiles();
  const year = toYear(asked.get("year"), now, viewer.timeZone);
  const reflections = await listReflections(viewer, year);
  const record = {
    year,
    name: viewer.name,
    society: settings.society.name,
    reflections,
    withNames: asked.get("names") === "yes",
    now,
  };
  if (format === "csv") return fileResponse(makeRecordCsv(record), "text/csv", `cpd-record-${year}.csv`);
  const pdf = await makeRecordPdf(record, Number(part ?? 1));
  if (!pdf) notFound();
  return fileResponse(pdf, "application/pdf", `cpd-record-${year}${part ? `-part-${part}` : ""}.pdf`);
}
