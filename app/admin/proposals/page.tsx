import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { sayCountedProposals } from "@/lib/staff/relationships/counted/wording";
import { PROPOSAL_STATES, ProposalFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { sayState } from "@/lib/staff/relationships/wording";
import { PairFilters, pageHref } from "../pair-filters";
import { PartyLink } from "../party-link";

const HREF = "/admin/proposals";
const STATE_LABELS = {
  sent: "Waiting for a reply",
  accepted: "Accepted",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  expired: "Expired",
  answered: "Replied to",
};

export default async function ProposalsPage({ searchParams }: PageProps<"/admin/proposals">) {
  const viewer = await requireStaff();
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const filter = ProposalFilter.parse(asked);
  const { proposals, next } = await listProposals(filter, settings, now);
  const { words } = settings;
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Proposals"
      heading="Proposals"
      lede="Dates, states and topics. What people write in a proposal is private."
    >
      <PairFilters
        of="proposals"
        href={HREF}
        filter={filter}
        kept={{ from: filter.from, to: filter.to, before: filter.before }}
        counted={sayCountedProposals(filter)}
        states={PROPOSAL_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
        began="Sent"
        settings={settings}
      />
      {proposals.length === 0 ? (
        <EmptyState heading="No proposals match">
          <p>Remove a filter, or show them all.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Proposals, newest first"
          columns={[
            { label: "Sent" },
            { label: capital(words.mentee) },
            { label: capital(words.mentor) },
            { label: "State" },
            { label: "Reminders", isNumber: true },
            { label: "Topics" },
          ]}
          rows={proposals.map((line) => ({
            key: line.id,
            cells: [
              <a key="sent" href={`${HREF}/${line.id}`} className="whitespace-nowrap">
                <Time at={line.sentAt} {...when} />
                <span className="sr-only">
                  : {line.mentee.name} to {line.mentor.name}
                </span>
              </a>,
              <PartyLink key="mentee" party={line.mentee} />,
              <PartyLink key="mentor" party={line.mentor} />,
              <span key="state">
                {sayState(line, words, now)}
                {line.status === "sent" && line.expiresAt > now && (
                  <span className="block whitespace-nowrap text-soft">
                    until <Time at={line.expiresAt} {...when} />
                  </span>
                )}
              </span>,
              line.remindersSent,
              labelsOf(settings.topics, line.topics).join(", "),
            ],
          }))}
        />
      )}
      <Pagination
        of="proposals"
        previous={filter.after ? pageHref(HREF, { ...filter }, null) : null}
        previousLabel="Newest proposals"
        next={next && pageHref(HREF, { ...filter }, next)}
      />
    </Page>
  );
}
