import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { withField } from "@/lib/foundation/destination";
import type { Viewer } from "@/lib/foundation/viewer";
import { statusAt } from "@/lib/pairing/questions/decide";
import type { ExchangeView } from "@/lib/pairing/questions/queries";
import type { Settings } from "@/lib/society/settings/settings";

interface NextStepProps {
  exchange: ExchangeView;
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

/** Who has until when to do what; for a mentee, the way to a proposal. */
export function NextStep(props: NextStepProps) {
  const { exchange, viewer } = props;
  const mentorId = exchange.question?.mentorId;
  const canPropose = viewer.activeRole === "mentee" && exchange.viewerIs === "mentee" && !exchange.proposal && mentorId;
  return (
    <div className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-6">
      <Deadline {...props} />
      {exchange.programme && !exchange.proposal && <p className="prose-plain">Asked in {exchange.programme.name}.</p>}
      {exchange.proposal && (
        <p>
          <Link href={`/relationships/${exchange.proposal.id}/details`}>
            {exchange.viewerIs === "mentor" ? `Read the proposal, and accept or reject it` : "See your proposal"}
          </Link>
        </p>
      )}
      {canPropose && (
        <p>
          <LinkButton
            href={withField(`/mentors/${mentorId}/proposal`, "programme", exchange.programme?.id ?? null)}
            kind="quiet"
          >
            Send proposal
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function Deadline({ exchange, viewer, settings, now }: NextStepProps) {
  const { proposal, question, viewerIs, name } = exchange;
  const when = (at: Date) => (
    <strong>
      <Time at={at} now={now} timeZone={viewer.timeZone} as="date-time" />
    </strong>
  );
  if (proposal) {
    return viewerIs === "mentor" ? (
      <p>
        {name} has sent you a proposal. You can ask something here first; please still answer the proposal by{" "}
        {when(proposal.expiresAt)}.
      </p>
    ) : (
      <p>
        {name} has until {when(proposal.expiresAt)} to answer your proposal, and can ask you something here first.
      </p>
    );
  }
  if (question?.dueAt && statusAt(question, now) === "waiting") {
    return viewerIs === "mentor" ? (
      <p>
        {name} would like to know something before sending you a proposal. You can reply until {when(question.dueAt)}; after
        that the question closes, and we tell {name}.
      </p>
    ) : (
      <p>
        {name} has until {when(question.dueAt)} to reply. We tell you as soon as there is a reply, or when the question closes
        without one.
      </p>
    );
  }
  return (
    <p>
      {viewerIs === "mentor"
        ? `You can write a few messages to each other. To begin mentoring, ${name} sends you a proposal.`
        : `You can write a few messages to each other. When you are ready, send a proposal to begin with your ${settings.words.mentor}.`}
    </p>
  );
}
