import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { MOST_LINES } from "@/lib/society/audit/commands";
import { readAsked, toFilter, toQuery, writePlace } from "@/lib/society/audit/input";
import { findPeople, listLines, type Person } from "@/lib/society/audit/queries";
import { asReaderOfTrail, findWhomToOpen } from "@/lib/staff/coordinating/trail/queries";
import { AuditFilters } from "./filters";
import { AuditLines } from "./lines";

const PAGE = 50;

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const viewer = await requireStaff("audit");
  const reader = asReaderOfTrail(viewer);
  const [{ settings, now }, query] = await Promise.all([readRequest(), searchParams]);
  const { timeZone } = settings.society;
  const asked = readAsked(query, timeZone);
  const found = asked.who ? await findPeople(reader, asked.who) : [];
  const people: Person[] = Array.isArray(found) ? found : [{ ...found, name: "", number: "" }];
  const [person] = people;
  const isClear = !asked.who || people.length === 1;
  const filter = toFilter(asked, person?.id ?? null, timeZone);
  const lines = isClear ? await listLines(reader, filter, asked.after, PAGE + 1) : [];
  const shown = lines.slice(0, PAGE);
  const mayOpen = await findWhomToOpen(viewer, shown);
  const last = lines.length > PAGE ? shown.at(-1) : undefined;
  const address = toQuery(asked);
  const isFiltered = address.size > 0;
  return (
    <Page
      settings={settings}
      title="Audit"
      heading="Audit"
      lede={`Who did what to whom${viewer.staff === "none" ? " in your programmes" : ""}, and when. Lines are only ever added, never changed.`}
    >
      <AuditFilters asked={asked} isFiltered={isFiltered} />
      {isClear ? (
        shown.length > 0 ? (
          <section aria-labelledby="lines" className="grid gap-4">
            <h2 id="lines">{asked.after ? "Older lines" : "Newest first"}</h2>
            <AuditLines lines={shown} mayOpen={mayOpen} now={now} timeZone={timeZone} />
            <Pagination
              of="lines"
              previous={asked.after ? `/admin/audit?${address}` : null}
              previousLabel="Newest lines"
              next={
                last ? `/admin/audit?${address}${isFiltered ? "&" : ""}after=${encodeURIComponent(writePlace(last))}` : null
              }
            />
            <p>
              <a href={`/admin/audit/download?${address}`} download className="inline-block py-1">
                Download these lines as CSV
              </a>
            </p>
            <p className="text-soft">
              The file contains the newest {MOST_LINES.toLocaleString("en-GB")} lines that match. Choose dates to get older
              ones. Downloading it adds a line to the audit trail.
            </p>
          </section>
        ) : (
          <EmptyState heading="No lines match">
            <p>Nothing like that happened on these days. Remove a filter, or choose other days.</p>
          </EmptyState>
        )
      ) : (
        <section aria-labelledby="people" className="grid gap-4">
          <h2 id="people">{people.length === 0 ? "Nobody found" : "Who do you mean?"}</h2>
          {people.length === 0 ? (
            <p>Search for the beginning of a name, a membership number, an e-mail address, or an id.</p>
          ) : (
            <ul className="grid gap-1">
              {people.slice(0, 20).map((one) => (
                <li key={one.id}>
                  <Link href={`/admin/audit?${toQuery({ ...asked, who: one.id })}`} className="inline-block py-1">
                    {`${one.name}, ${one.number}`}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {people.length > 20 && <p>There are more. Type more of the name.</p>}
        </section>
      )}
    </Page>
  );
}
