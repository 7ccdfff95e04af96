import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import type { Viewer } from "@/lib/foundation/viewer";
import { listInWords } from "@/lib/foundation/wording";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import type { ProposalDetails } from "@/lib/pairing/proposals/queries";
import { isKeepable } from "@/lib/pairing/proposals/refusals";
import type { Settings } from "@/lib/society/settings/settings";
import { InTheQueue } from "./in-the-queue";

interface NextStepProps {
  found: ProposalDetails;
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

/** What happens next, and when. */
export function NextStep(props: NextStepProps) {
  return (
    <section aria-labelledby="next" className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-6">
      <h2 id="next">What happens next</h2>
      <What {...props} />
    </section>
  );
}

function What({ found, viewer, settings, now }: NextStepProps) {
  const { proposal, partner, relationship, viewerIs } = found;
  const { mentor, mentors } = settings.words;
  const { timeZone } = viewer;
  if (relationship) {
    return (
      <>
        <p>
          {relationship.endedAt ? "This relationship has ended." : `You and ${partner.name} are in a mentoring relationship.`}
        </p>
        <p>
          <Link href={`/relationships/${proposal.id}`} className="inline-block py-1 font-semibold">
            You and {partner.name}
          </Link>
        </p>
      </>
    );
  }
  if (proposal.status === "sent" && !isPastDeadline(proposal, now)) {
    return viewerIs === "mentor" ? (
      <>
        <p>
          Please answer by{" "}
          <strong>
            <Time at={proposal.expiresAt} now={now} timeZone={timeZone} as="date-time" />
          </strong>
          . After that we withdraw the proposal, and {partner.name} can choose somebody else.
        </p>
        <p className="text-soft">If it is a no, please say so soon, so that {partner.name} can ask somebody else.</p>
        <p>
          <Link href={`/questions/${proposal.id}`}>Ask {partner.name} something first</Link>
        </p>
      </>
    ) : (
      <>
        <p>
          {partner.name} has until{" "}
          <strong>
            <Time at={proposal.expiresAt} now={now} timeZone={timeZone} as="date-time" />
          </strong>{" "}
          to reply. {remindersToCome(found, now)}
        </p>
        {found.away && (
          <p>
            {partner.name} is not taking new {settings.words.mentees} at the moment
            {found.away.backAt && (
              <>
                {" "}
                and plans to be back on <Time at={found.away.backAt} now={now} timeZone={timeZone} />
              </>
            )}
            , but can still reply to you.
          </p>
        )}
        <p>If there is no reply by then, we withdraw the proposal and help you to choose another {mentor}.</p>
        <p>
          <Link href={`/questions/${proposal.id}`}>Messages with {partner.name}</Link>
        </p>
      </>
    );
  }
  if (viewerIs === "mentor") return <p>There is nothing you need to do.</p>;
  if (proposal.status === "withdrawn" && proposal.withdrawnBecause === "mentee") {
    return <p>Nothing happens unless you reopen the request or choose another {mentor}.</p>;
  }
  if (isKeepable(proposal)) return <InTheQueue found={found} viewer={viewer} now={now} />;
  if (proposal.withdrawnBecause === "mentee-matched")
    return <p>You have found your {mentor}, so there is nothing to do here.</p>;
  return (
    <>
      <p>Please do not take it personally: {mentors} often have little time. You can ask others who fit.</p>
      {viewer.activeRole === "mentee" && (
        <p>
          <LinkButton href="/mentors">Choose another {mentor}</LinkButton>
        </p>
      )}
    </>
  );
}

function remindersToCome({ proposal, partner }: ProposalDetails, now: Date): string {
  const days = proposal.reminders.filter(({ at }) => at > now).map(({ day }) => String(day));
  if (days.length === 0) return "";
  return `We remind ${partner.name} on ${days.length === 1 ? "day" : "days"} ${listInWords(days)}.`;
}
