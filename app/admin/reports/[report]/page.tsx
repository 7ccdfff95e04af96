import { notFound } from "next/navigation";
import { ReportFigures } from "@/components/reports/report-figures";
import { Page } from "@/components/ui/page";
import { dayOf } from "@/lib/foundation/dates";
import { sayPlainDay } from "@/lib/foundation/day-range";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { isOfNow, isReport, makeReport } from "@/lib/staff/reports/reports";
import { sayRangeProblem, sayReport } from "@/lib/staff/reports/wording";
import { ProgrammeForm, RangeForm } from "./range-form";

export default async function ReportPage({ params, searchParams }: PageProps<"/admin/reports/[report]">) {
  const viewer = await requireStaff("reports");
  const [{ settings, now, hasProgrammes }, { report: name }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const report = isReport(name) ? await makeReport(viewer, name, asked, settings, now) : null;
  if (!report || !isReport(name)) notFound();
  const { range, programme, figures } = report;
  const options = (hasProgrammes ? report.programmes : []).map(({ id, name }) => ({ value: id, label: name }));
  const { title } = sayReport(name, settings.words);
  const days = new URLSearchParams({ from: range.from, to: range.to, ...(programme ? { programme } : {}) });
  return (
    <Page
      settings={settings}
      title={title}
      heading={title}
      lede={isOfNow(name) ? "As it stands now." : `From ${sayPlainDay(range.from)} to ${sayPlainDay(range.to)}.`}
      back={{ href: "/admin/reports", label: "Reports" }}
      problem={sayRangeProblem(range)}
    >
      {!isOfNow(name) && (
        <RangeForm
          name={name}
          range={range}
          latest={dayOf(now, settings.society.timeZone)}
          programme={programme}
          programmes={options}
        />
      )}
      {isOfNow(name) && options.length > 1 && <ProgrammeForm name={name} programme={programme} programmes={options} />}
      {figures.length === 0 && <p>There is nothing to count yet.</p>}
      {figures.map((one) => (
        <ReportFigures key={one.key} figures={one} fileHref={`/admin/reports/${name}/download?table=${one.key}&${days}`} />
      ))}
    </Page>
  );
}
