import { EmptyState } from "@/components/ui/empty-state";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { atStart } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listQueue } from "@/lib/staff/support/answering/queries";
import { type Queue, QueueInput } from "@/lib/staff/support/input";
import { CATEGORIES, STATES } from "@/lib/staff/support/request";
import { CATEGORY_WORDS, STATE_FOR_STAFF } from "@/lib/staff/support/wording";

const HERE = "/admin/support";

export default async function SupportQueuePage({ searchParams }: PageProps<"/admin/support">) {
  const viewer = await requireStaff();
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const queue = QueueInput.parse(
    Object.fromEntries(Object.entries(asked).filter(([, value]) => typeof value === "string" && value !== "")),
  );
  const { lines, next } = await listQueue(viewer, queue);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Support"
      heading="Support"
      lede={queue.state === "solved" ? "Solved requests, newest first." : "Requests for help, longest waiting first."}
      done={asked.done}
    >
      <Filters queue={queue} />
      {lines.length > 0 ? (
        <div>
          <Table
            caption="Requests"
            columns={["Request", "From", "Category", "State", "Since", "Handled by"].map((label) => ({ label }))}
            rows={lines.map((line) => ({
              key: line.id,
              cells: [
                <Link key="subject" href={`${HERE}/${line.id}`} className="inline-block min-w-48 py-0.5 wrap-anywhere">
                  {line.subject}
                  <span className="block text-[0.92rem]">{line.reference}</span>
                </Link>,
                atStart(line.memberName),
                CATEGORY_WORDS[line.category],
                STATE_FOR_STAFF[line.state],
                <Time key="since" {...when} at={line.waitingSince} as="date-time" />,
                line.handlerName ?? "Nobody",
              ],
            }))}
          />
          <Pagination
            of="requests"
            previous={queue.after ? hrefOf({ ...queue, after: undefined }) : null}
            previousLabel="Back to the first page"
            next={next && hrefOf({ ...queue, after: next })}
          />
        </div>
      ) : (
        <EmptyState heading={queue.reference ? "No such request" : "Nothing here"}>
          <p>
            {queue.reference
              ? "There is no request with this reference, or from a member with this name, number or e-mail address, that you can see. Your own requests, and those about you, are not listed here."
              : "No requests match. Your own requests, and those about you, are not listed here."}
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

function Filters({ queue }: { queue: Queue }) {
  const { state, category, whose, reference, after } = queue;
  const isFiltered = state !== "open" || [category, whose, reference, after].some((one) => one !== undefined);
  return (
    <FilterForm href={HERE} submit="Show" isFiltered={isFiltered}>
      <SelectField
        name="state"
        label="State"
        options={STATES.map((value) => ({ value, label: STATE_FOR_STAFF[value] }))}
        initial={state}
      />
      <SelectField
        name="category"
        label="Category"
        none="Any"
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
        initial={category ?? ""}
      />
      <SelectField
        name="whose"
        label="Handled by"
        none="Anybody"
        options={[
          { value: "mine", label: "Me" },
          { value: "nobody", label: "Nobody yet" },
        ]}
        initial={whose ?? ""}
      />
      <TextField name="reference" label="Or by reference, name or number" initial={reference ?? ""} maxLength={80} />
    </FilterForm>
  );
}

function hrefOf(queue: Queue): string {
  const pairs = Object.entries(queue).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return `${HERE}?${new URLSearchParams(pairs)}`;
}
