import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listMatchable } from "@/lib/staff/matching/queries";
import { STATUS_LABELS, sayWaiting } from "@/lib/staff/matching/wording";
import { beginMatching } from "./actions";

/** Who waits in each programme and how many places are free, and where staff begin to match them. */
export default async function MatchingPage({ searchParams }: PageProps<"/admin/matching">) {
  const viewer = await requireStaff("matching");
  const [{ settings, now }, { done }] = await Promise.all([readRequest(), searchParams]);
  const { words } = settings;
  const lines = await listMatchable(viewer, now);
  const free = lines.filter(({ run }) => run === null);
  return (
    <Page
      settings={settings}
      title="Matching"
      heading="Matching"
      lede={`Bring ${words.mentees} and ${words.mentors} together: two at a time, or everybody who waits. Drafts are for staff alone until you publish them.`}
      done={done}
    >
      <section aria-labelledby="by-hand" className="grid grid-cols-1 gap-3">
        <h2 id="by-hand">Two at a time</h2>
        <p>See two people side by side, with the reasons for and against, and suggest them to each other.</p>
        <p>
          <LinkButton href="/admin/matching/pair" kind="quiet">
            Compare two people
          </LinkButton>
        </p>
      </section>
      <section aria-labelledby="whole" className="grid grid-cols-1 gap-4">
        <h2 id="whole">A whole programme</h2>
        {lines.length === 0 ? (
          <EmptyState heading="No programme is under way">
            <p>You can match members here once a programme is under way.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Who waits in each programme"
            columns={[
              { label: "Programme" },
              { label: `Waiting ${words.mentees}`, isNumber: true },
              { label: "Free places", isNumber: true },
              { label: "Matching" },
            ]}
            rows={lines.map(({ id, name, waiting, places, run }) => ({
              key: id,
              cells: [
                <span key="name" className="wrap-anywhere">
                  {name}
                </span>,
                sayNumber(waiting),
                sayNumber(places),
                run ? (
                  <Link key="run" href={`/admin/matching/${run.id}`} className="inline-block py-0.5">
                    {STATUS_LABELS[run.status]}
                    <span className="sr-only">: {name}</span>
                  </Link>
                ) : (
                  "Not begun"
                ),
              ],
            }))}
          />
        )}
        {free.length > 0 && (
          <>
            <p>
              A {words.mentee} is waiting if they have a profile, but neither a {words.mentor} nor an unanswered proposal in the
              programme. A place does not count as free while a proposal for it is unanswered.
            </p>
            <Form action={beginMatching} submit="Draft matches" title={titleOf("Matching", settings)} isOneOfSeveral>
              <SelectField
                name="programmeId"
                label="For everybody who waits in"
                options={free.map((line) => ({ value: line.id, label: `${line.name}: ${sayWaiting(line, words)}` }))}
                initial={free[0]?.id}
              />
            </Form>
          </>
        )}
      </section>
    </Page>
  );
}
