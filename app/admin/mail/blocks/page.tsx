import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listBlocked } from "@/lib/notify/mailbox/queries";
import { BLOCK_LABELS } from "@/lib/notify/mailbox/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";

export default async function BlocksPage({ searchParams }: PageProps<"/admin/mail/blocks">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { done, before }] = await Promise.all([readRequest(), searchParams]);
  const { blocked, older } = await listBlocked(typeof before === "string" ? before : null);
  return (
    <Page
      settings={settings}
      heading="Blocked addresses"
      title="Blocked addresses"
      back={{ href: "/admin/mail", label: "Mail" }}
      done={done}
      lede="We stop sending to an address after a permanent bounce or a spam complaint, so that everybody else's e-mails keep arriving."
    >
      {blocked.length === 0 ? (
        <EmptyState heading="None">We send e-mail to every member's address.</EmptyState>
      ) : (
        <Table
          caption="Members whose address is blocked, newest first"
          columns={[{ label: "Member" }, { label: "Number" }, { label: "Why" }, { label: "Since" }, { label: "What to do" }]}
          rows={blocked.map(({ memberId, name, number, reason, since }) => ({
            key: memberId,
            cells: [
              name,
              number,
              BLOCK_LABELS[reason],
              <Time key="since" at={since} now={now} timeZone={viewer.timeZone} />,
              <Link key="lift" href={`/admin/mail/blocks/${memberId}`}>
                Allow e-mail again
              </Link>,
            ],
          }))}
        />
      )}
      <Pagination of="addresses" previous={null} next={older && `/admin/mail/blocks?before=${encodeURIComponent(older)}`} />
    </Page>
  );
}
