import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { listProgrammesIn } from "@/lib/staff/coordinating/queries";
import { sayCountedProposals } from "@/lib/staff/relationships/counted/wording";
import { PROPOSAL_STATES, ProposalFilter } from "@/lib/staff/relationships/input";
import { listProposals } from "@/lib/staff/relationships/proposals/queries";
import { sayState } from "@/lib/staff/relationships/wording";
import { StaffList } from "../staff-list";

const STATE_LABELS = {
  sent: "Waiting for a reply",
  accepted: "Accepted",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  expired: "Expired",
  answered: "Replied to",
};

export default async function ProposalsPage({ searchParams }: PageProps<"/admin/proposals">) {
  const viewer = await requireStaff("proposals");
  const [{ settings, now, hasProgrammes }, asked] = await Promise.all([readRequest(), searchParams]);
  const filter = ProposalFilter.parse(asked);
  const [{ proposals, next }, programmes] = await Promise.all([
    listProposals(scopeOf(viewer, "proposals") ?? [], filter, settings, now),
    hasProgrammes ? listProgrammesIn(viewer, "proposals", now) : [],
  ]);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <StaffList
      of="proposals"
      lede="Dates, states and topics. What people write in a proposal is private."
      filter={filter}
      counted={sayCountedProposals(filter, settings)}
      states={PROPOSAL_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
      programmes={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      began="Sent"
      columns={[{ label: "Reminders", isNumber: true }]}
      lines={proposals.map((line) => ({
        ...line,
        beganAt: line.sentAt,
        state: (
          <span key="state">
            {sayState(line, settings.words, now)}
            {line.status === "sent" && line.expiresAt > now && (
              <span className="block whitespace-nowrap text-soft">
                until <Time at={line.expiresAt} {...when} />
              </span>
            )}
          </span>
        ),
        cells: [line.remindersSent],
      }))}
      next={next}
      settings={settings}
      {...when}
    />
  );
}
