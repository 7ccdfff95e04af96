import { ActFields } from "@/components/readiness/act-fields";
import { Draft } from "@/components/ui/draft";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { TickOne } from "@/components/ui/tick-one";
import { Time } from "@/components/ui/time";
import { writeTick } from "@/lib/foundation/ticks";
import { capital } from "@/lib/foundation/wording";
import { listConditions, listPlaces } from "@/lib/pairing/readiness/conditions/queries";
import { LIST_STATES, ReadinessFiltersInput } from "@/lib/pairing/readiness/input";
import { listItems } from "@/lib/pairing/readiness/queries";
import { STATE_WORDS, STATUS_WORDS } from "@/lib/pairing/readiness/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { TickAll } from "../tick-all";
import { actOnReadiness } from "./actions";

const HERE = "/admin/readiness";

/** Who lacks what, and what staff can do about it for several at once. */
export default async function ReadinessPage({ searchParams }: PageProps<"/admin/readiness">) {
  const viewer = await requireStaff("readiness");
  const scope = scopeOf(viewer, "readiness") ?? [];
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const filters = ReadinessFiltersInput.parse(asked);
  const [{ items, next }, conditions, places] = await Promise.all([
    listItems(scope, filters),
    listConditions(scope),
    listPlaces(scope),
  ]);
  const { state, condition, programme, role, after } = filters;
  const live = conditions.filter(({ retiredAt }) => retiredAt === null);
  const query = new URLSearchParams(
    Object.entries({ state, condition, programme, role }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const here = `${HERE}?${query}`;
  return (
    <Page
      settings={settings}
      title="Readiness"
      heading="Readiness"
      lede="See who lacks something that their role needs, and what is waiting for you. Members who lack something are not listed and cannot send proposals."
      done={asked.done}
    >
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/admin/readiness/conditions" className="inline-block py-1">
          Conditions
        </Link>
        <Link href="/admin/programmes" className="inline-block py-1">
          Programmes
        </Link>
      </p>
      {live.length === 0 ? (
        <EmptyState heading="Nothing is asked yet">
          <p>
            {scope === "all" ? "Everybody with a profile takes part." : "Your programmes ask nothing of their own."} Add a
            condition to ask for a declaration, training, a check or a referee first.
          </p>
        </EmptyState>
      ) : (
        <>
          <FilterForm href={HERE} submit="Show" isFiltered={state !== "lacking" || Boolean(condition ?? programme ?? role)}>
            <SelectField
              name="state"
              label="Show"
              initial={state}
              options={LIST_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))}
            />
            <SelectField
              name="condition"
              label="Condition"
              none="All"
              initial={condition}
              options={live.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {places.length > 1 && (
              <SelectField
                name="programme"
                label="Programme"
                none="All"
                initial={programme}
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <SelectField
              name="role"
              label="As"
              none="Both"
              initial={role}
              options={(["mentor", "mentee"] as const).map((value) => ({ value, label: capital(settings.words[value]) }))}
            />
          </FilterForm>
          {items.length === 0 ? (
            <EmptyState heading={`Nobody here: ${STATE_WORDS[state]}`}>
              <p>Choose another part of the list to see the others.</p>
            </EmptyState>
          ) : (
            <Form action={actOnReadiness} title={titleOf("Readiness", settings)} isOneOfSeveral>
              <HiddenField name="state" initial={state} />
              {condition && <HiddenField name="condition" initial={condition} />}
              <Draft memberId={viewer.memberId} place="admin/readiness" />
              {items.length > 1 && <TickAll keys={items.map(tickOf)} />}
              <Table
                caption={STATE_WORDS[state]}
                columns={["Member", "Tick", "Needed", "As", "Status", "Valid until", "Since"].map((label) => ({ label }))}
                rows={items.map((item) => ({
                  key: item.id,
                  cells: [
                    <Link key="open" href={`${HERE}/${item.id}`} className="inline-block py-0.5 wrap-anywhere">
                      {item.name}
                      <span className="sr-only">{`: ${item.condition}`}</span>
                    </Link>,
                    <TickOne key="tick" name="who" value={tickOf(item)} label={`${item.name}: ${item.condition}`} />,
                    <span key="condition" className="grid min-w-44">
                      {item.condition}
                      {item.programme && <span className="text-soft">{item.programme}</span>}
                    </span>,
                    capital(settings.words[item.role]),
                    STATUS_WORDS[item.status],
                    item.expiresAt ? (
                      <Time key="until" at={item.expiresAt} now={now} timeZone={viewer.timeZone} as="date" />
                    ) : (
                      "–"
                    ),
                    <Time key="since" at={item.movedAt} now={now} timeZone={viewer.timeZone} as="date" />,
                  ],
                }))}
              />
              <ActFields kinds={[...new Set(items.map(({ kind }) => kind))]} several />
            </Form>
          )}
          <Pagination
            of="rows"
            previous={after ? here : null}
            previousLabel="Back to the first page"
            next={next && `${here}&after=${next}`}
          />
        </>
      )}
    </Page>
  );
}

function tickOf({ id, version }: { id: string; version: number }): string {
  return writeTick({ id, seen: version });
}
