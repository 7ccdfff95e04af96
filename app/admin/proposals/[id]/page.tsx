import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { labelsOf } from "@/lib/society/settings/settings";
import { findProposalRecord } from "@/lib/staff/relationships/proposals/queries";
import { sayState } from "@/lib/staff/relationships/wording";
import { PartyLink } from "../../party-link";
import { SentLetters } from "../../sent-letters";

export default async function ProposalPage({ params, searchParams }: PageProps<"/admin/proposals/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findProposalRecord(id);
  if (!found) notFound();
  const { proposal, mentee, mentor, topics, isRelationship, letters } = found;
  const isOwn = viewer.memberId === mentee.memberId || viewer.memberId === mentor.memberId;
  const isOpen = proposal.status === "sent" && !isPastDeadline(proposal, now);
  const when = { now, timeZone: viewer.timeZone };
  const heading = `${mentee.name} to ${mentor.name}`;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede={sayState(proposal, settings.words, now)}
      back={{ href: "/admin/proposals", label: "Proposals" }}
      done={done}
    >
      {isOwn && (
        <Note>
          <p>You are one of the two, so a colleague has to do anything that staff need to do here.</p>
        </Note>
      )}
      {!isOwn && (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/admin/write/${id}${isOpen ? "?text=answer" : ""}`}>Write to both</LinkButton>
          {isOpen && (
            <>
              <LinkButton href={`/admin/proposals/${id}/extend`} kind="quiet">
                Give more days
              </LinkButton>
              <LinkButton href={`/admin/proposals/${id}/withdraw`} kind="danger">
                Withdraw it
              </LinkButton>
            </>
          )}
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-2 full:gap-14">
        <Facts
          facts={[
            [capital(settings.words.mentee), <PartyLink key="mentee" party={mentee} />],
            [capital(settings.words.mentor), <PartyLink key="mentor" party={mentor} />],
            ["Sent", <Time key="sent" at={proposal.sentAt} {...when} as="date-time" />],
            [isOpen ? "Deadline" : null, <Time key="until" at={proposal.expiresAt} {...when} as="date-time" />],
            [isOpen ? null : "Settled", <Time key="settled" at={proposal.movedAt} {...when} as="date-time" />],
            ["Days added by staff", proposal.extraDays || null],
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
        />
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
      </div>
      <SentLetters letters={letters} settings={settings} {...when} />
    </Page>
  );
}

function sayChanges(changes: number): string | null {
  if (changes === 0) return null;
  return changes === 1 ? "Changed once" : `Changed ${changes} times`;
}
