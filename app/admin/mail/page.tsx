import { EmptyState } from "@/components/ui/empty-state";
import { DateField, SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Narrowing } from "@/components/ui/narrowing";
import { Page, titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { NOTICES } from "@/lib/entrypoints/notices";
import { MAIL_STATES, type MailFilters, readMailFilters } from "@/lib/notify/mailbox/input";
import { listMails } from "@/lib/notify/mailbox/queries";
import { STATE_LABELS, sayMailKind } from "@/lib/notify/mailbox/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { sendAgain } from "./actions";
import { MailTable } from "./mail-table";

export default async function MailPage({ searchParams }: PageProps<"/admin/mail">) {
  const viewer = await requireStaff();
  const [{ settings, now }, query] = await Promise.all([readRequest(), searchParams]);
  const { timeZone } = settings.society;
  const filters = readMailFilters(query, timeZone);
  const { mails, older } = await listMails(viewer, filters, timeZone, typeof query.before === "string" ? query.before : null);
  const isFiltered = Object.values(filters).some(Boolean);
  const hasFailed = mails.some(({ status }) => status === "failed");
  const table = <MailTable mails={mails} now={now} timeZone={viewer.timeZone} canSendAgain={hasFailed} />;
  return (
    <Page
      settings={settings}
      heading="Mail"
      title={hasFailed ? undefined : "Mail"}
      done={query.done}
      lede="E-mails that were sent, are waiting or did not arrive. Only the recipient can read what an e-mail says."
    >
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/admin/mail?state=failed" className="py-1">
          Failed mails
        </Link>
        <Link href="/admin/letters" className="py-1">
          Letters to members
        </Link>
        <Link href="/admin/mail/blocks" className="py-1">
          Blocked addresses
        </Link>
        {viewer.staff === "admin" && (
          <Link href="/admin/mails" className="py-1">
            Words of e-mails
          </Link>
        )}
      </p>
      <FilterForm href="/admin/mail" submit="Show" isFiltered={isFiltered}>
        <TextField name="who" type="search" label="Recipient" hint="Name, number or e-mail" initial={filters.who} />
        <Narrowing of="mails" isNarrowed={Object.values({ ...filters, who: null }).some(Boolean)}>
          <SelectField
            name="state"
            label="State"
            none="All"
            options={MAIL_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
            initial={filters.state}
          />
          <SelectField
            name="kind"
            label="Kind"
            none="All"
            options={[...Object.keys(NOTICES), "digest"]
              .map((value) => ({ value, label: sayMailKind(NOTICES, value) }))
              .sort((a, b) => a.label.localeCompare(b.label, "en-GB"))}
            initial={filters.kind}
          />
          <DateField name="from" label="Written from" initial={filters.from} />
          <DateField name="until" label="until" initial={filters.until} />
        </Narrowing>
      </FilterForm>
      {mails.length === 0 ? (
        <EmptyState heading={isFiltered ? "No such mail" : "No mail yet"}>
          {isFiltered ? "No e-mails match. Remove a filter, or show all." : "Every e-mail to a member is listed here."}
        </EmptyState>
      ) : hasFailed ? (
        <Form
          action={sendAgain}
          submit="Resend the ticked ones"
          title={titleOf("Mail", settings)}
          aside={
            <LinkButton href="/admin/mail/again" kind="quiet">
              Resend all failed ones
            </LinkButton>
          }
        >
          {table}
        </Form>
      ) : (
        table
      )}
      <Pagination of="mails" previous={null} next={older && addressOf(filters, older)} />
    </Page>
  );
}

function addressOf(filters: MailFilters, before: string): string {
  const chosen = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/admin/mail?${new URLSearchParams([...chosen, ["before", before]])}`;
}
