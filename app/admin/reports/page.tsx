import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { REPORTS } from "@/lib/staff/reports/report";
import { sayReport } from "@/lib/staff/reports/wording";
import { ListFiles } from "./list-files";

export default async function ReportsPage() {
  await requireStaff();
  const { settings } = await readRequest();
  return (
    <Page
      settings={settings}
      title="Reports"
      heading="Reports"
      lede="How mentoring is going, in numbers. You can choose the dates of every report and download it as a file."
    >
      <p>
        <Link href="/admin/board" className="font-semibold">
          The society’s board
        </Link>
        <span className="block text-soft">
          The most important numbers of a month, a quarter or a year on one page, beside those of the period before.
        </span>
      </p>
      <ul className="grid gap-4">
        {REPORTS.map((name) => {
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
      <ListFiles words={settings.words} />
    </Page>
  );
}
