import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { labelsOf } from "@/lib/society/settings/settings";
import { findProposalRecord } from "@/lib/staff/relationships/proposals/queries";
import { sayState } from "@/lib/staff/relationships/wording";
import { RecordPage } from "../../record-page";

const COMMANDS = [
  { path: "extend", label: "Give more days", kind: "quiet" },
  { path: "withdraw", label: "Withdraw it", kind: "danger" },
] as const;

export default async function ProposalPage({ params, searchParams }: PageProps<"/admin/proposals/[id]">) {
  const viewer = await requireStaff("proposals");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findProposalRecord(scopeOf(viewer, "proposals"), id);
  if (!found) notFound();
  const { proposal, mentee, mentor, topics, isRelationship, programme, letters } = found;
  const isOwn = viewer.memberId === mentee.memberId || viewer.memberId === mentor.memberId;
  const isOpen = proposal.status === "sent" && !isPastDeadline(proposal, now);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <RecordPage
      of="proposals"
      {...{ id, mentee, mentor, done, isOwn, letters, settings, ...when }}
      lede={sayState(proposal, settings.words, now)}
      letterText={isOpen ? "answer" : null}
      commands={isOpen ? COMMANDS : []}
      facts={[
        ["Sent", <Time key="sent" at={proposal.sentAt} {...when} as="date-time" />],
        [isOpen ? "Deadline" : null, <Time key="until" at={proposal.expiresAt} {...when} as="date-time" />],
        [isOpen ? null : "Settled", <Time key="settled" at={proposal.movedAt} {...when} as="date-time" />],
        ["Days added by staff", proposal.extraDays || null],
        ["Suggested by", proposal.isFromStaff ? "The society, to both" : null],
        ["Programme", programme],
        ["Times sent", proposal.round],
        ["Texts", sayChanges(proposal.textNumber - 1)],
        ["Topics", labelsOf(settings.topics, topics).join("; ")],
        ["Reason staff gave for withdrawing it", proposal.withdrawnWords],
        [
          "Relationship",
          isRelationship && (
            <Link key="relationship" href={`/admin/relationships/${id}`}>
              The relationship
            </Link>
          ),
        ],
      ].flatMap(([name, value]) => (typeof name === "string" && value !== false ? [[name, value] as const] : []))}
    >
      <section aria-labelledby="reminders" className="grid gap-3">
        <h2 id="reminders">Reminders</h2>
        <ol className="grid gap-2 border-l-2 border-rule pl-4">
          {proposal.reminders.map(({ day, at }) => (
            <li key={day}>
              Day {day}, <Time at={at} {...when} />:{" "}
              {day <= proposal.remindedDay ? "done" : isOpen ? "still to come" : "no longer needed"}
            </li>
          ))}
        </ol>
      </section>
    </RecordPage>
  );
}

function sayChanges(changes: number): string | null {
  if (changes === 0) return null;
  return changes === 1 ? "Changed once" : `Changed ${changes} times`;
}
