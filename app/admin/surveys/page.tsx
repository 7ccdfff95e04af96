import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listSurveys } from "@/lib/staff/surveys/queries";
import { STATUS_LABELS } from "@/lib/staff/surveys/wording";
import { ListFile } from "../list-file";

/** The standing surveys, and the society's own. */
export default async function SurveysPage({ searchParams }: PageProps<"/admin/surveys">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { after, done }] = await Promise.all([readRequest(), searchParams]);
  const { standing, own, next } = await listSurveys(viewer, typeof after === "string" ? after : undefined);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Surveys"
      heading="Surveys"
      lede="How members find the mentoring. Figures always count at least five people together, and show no names."
      back={{ href: "/admin/reports", label: "Reports" }}
      done={done}
    >
      <section aria-labelledby="standing" className="grid gap-4">
        <h2 id="standing">How mentoring goes</h2>
        <Table
          caption="Surveys about relationships"
          columns={[{ label: "Survey" }, { label: "State" }, { label: "Answers counted", isNumber: true }]}
          rows={standing.map(({ survey, title, people }) => ({
            key: survey,
            cells: [
              <Link key="title" href={`/admin/surveys/${survey}`} className="inline-block py-0.5">
                {title}
              </Link>,
              settings.surveys[survey] ? "On" : "Off",
              people,
            ],
          }))}
        />
        {viewer.staff === "admin" && (
          <p>
            <Link href="/admin/settings/surveys" className="inline-block py-1">
              Turn them on or off
            </Link>
          </p>
        )}
      </section>
      <section aria-labelledby="own" className="grid gap-4">
        <h2 id="own">Questions of your own</h2>
        {own.length === 0 ? (
          <p>There are none yet.</p>
        ) : (
          <div>
            <Table
              caption="Surveys of your own"
              columns={[
                { label: "Survey" },
                { label: "State" },
                { label: "Last day" },
                { label: "Changed" },
                { label: "Answers counted", isNumber: true },
              ]}
              rows={own.map(({ id, title, status, endsAt, changedAt, people }) => ({
                key: id,
                cells: [
                  <Link key="title" href={`/admin/surveys/${id}`} className="inline-block min-w-40 py-0.5 wrap-anywhere">
                    {title}
                  </Link>,
                  STATUS_LABELS[status === "open" && endsAt <= now ? "closed" : status],
                  <Time key="ends" {...when} at={new Date(endsAt.getTime() - 1)} as="day" />,
                  <Time key="changed" {...when} at={changedAt} as="date-time" />,
                  people,
                ],
              }))}
            />
            <Pagination
              of="surveys"
              previous={after ? "/admin/surveys" : null}
              previousLabel="Back to the first page"
              next={next && `/admin/surveys?after=${encodeURIComponent(next)}`}
            />
          </div>
        )}
        <p>
          <LinkButton href="/admin/surveys/new" kind="quiet">
            Ask your own questions
          </LinkButton>
        </p>
      </section>
      <ListFile list="survey-figures" filters={{}} />
    </Page>
  );
}
