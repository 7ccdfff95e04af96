import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { REPORTS, type ReportName } from "@/lib/staff/reports/report";
import { isByProgramme } from "@/lib/staff/reports/reports";
import { sayReport } from "@/lib/staff/reports/wording";
import { ListFiles } from "./list-files";

export default async function ReportsPage() {
  const viewer = await requireStaff("reports");
  const { settings, hasQuestions } = await readRequest();
  const isOfSociety = scopeOf(viewer, "reports") === "all";
  const isThere = (name: ReportName) => (isOfSociety || isByProgramme(name)) && (name !== "own-questions" || hasQuestions);
  return (
    <Page
      settings={settings}
      title="Reports"
      heading="Reports"
      lede="How mentoring is going, in numbers. You can choose the dates of every report and download it as a file."
    >
      {scopeOf(viewer, "board") && (
        <p>
          <Link href="/admin/board" className="font-semibold">
            The society’s board
          </Link>
          <span className="block text-soft">
            The most important numbers of a month, a quarter or a year on one page, beside those of the period before.
          </span>
        </p>
      )}
      {isOfSociety && (
        <p>
          <Link href="/admin/surveys" className="font-semibold">
            Surveys
          </Link>
          <span className="block text-soft">How members find the mentoring, and questions of your own.</span>
        </p>
      )}
      <ul className="grid gap-4">
        {REPORTS.filter(isThere).map((name) => {
          const { title, about } = sayReport(name, settings.words);
          return (
            <li key={name}>
              <Link href={`/admin/reports/${name}`} className="font-semibold">
                {title}
              </Link>
              <p className="text-soft">{about}</p>
            </li>
          );
        })}
      </ul>
      {scopeOf(viewer, "lists") && <ListFiles words={settings.words} />}
    </Page>
  );
}
