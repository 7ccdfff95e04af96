import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { type KeptCondition, listConditions } from "@/lib/pairing/readiness/conditions/queries";
import { KIND_WORDS } from "@/lib/pairing/readiness/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";

/** What each role is asked for, and in which programme. */
export default async function ConditionsPage({ searchParams }: PageProps<"/admin/readiness/conditions">) {
  const viewer = await requireStaff("readiness");
  const scope = scopeOf(viewer, "readiness") ?? [];
  const [{ settings, now }, { done }, conditions] = await Promise.all([readRequest(), searchParams, listConditions(scope)]);
  const rowsOf = (some: readonly KeptCondition[]) =>
    some.map(({ id, name, programme, role, kind, countsAt }) => ({
      key: id,
      cells: [
        <Link key="open" href={`/admin/readiness/conditions/${id}`} className="inline-block py-0.5 wrap-anywhere">
          {name}
        </Link>,
        KIND_WORDS[kind],
        capital(settings.words[role]),
        programme,
        <Time key="from" at={countsAt} now={now} timeZone={viewer.timeZone} as="date" />,
      ],
    }));
  const columns = ["Name", "Kind", "As", "Programme", "Counts from"].map((label) => ({ label }));
  const asked = conditions.filter(({ retiredAt }) => retiredAt === null);
  const retired = conditions.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <Page
      settings={settings}
      title="Conditions"
      heading="Conditions"
      lede="Conditions say what somebody in a role needs before they are listed or can send proposals. A condition of the society’s scheme counts in every programme."
      back={{ href: "/admin/readiness", label: "Readiness" }}
      done={done}
    >
      <p>
        <LinkButton href="/admin/readiness/conditions/new" kind="quiet">
          Add a condition
        </LinkButton>
      </p>
      {asked.length === 0 ? (
        <EmptyState heading="Nothing is asked yet">
          <p>{scope === "all" ? "Everybody with a profile takes part." : "Your programmes ask nothing of their own."}</p>
        </EmptyState>
      ) : (
        <Table caption="Conditions that are asked" columns={columns} rows={rowsOf(asked)} />
      )}
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="grid grid-cols-1 gap-3">
          <h2 id="retired">Retired</h2>
          <Table caption="Conditions that are no longer asked" columns={columns} rows={rowsOf(retired)} />
        </section>
      )}
    </Page>
  );
}
