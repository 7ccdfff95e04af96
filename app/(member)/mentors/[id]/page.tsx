import { Reasons } from "@/components/matching/reasons";
import { MentorFacts } from "@/components/members/profile-facts";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { capital } from "@/lib/foundation/wording";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { findMentor } from "@/lib/pairing/matching/queries";
import { sayClosed } from "@/lib/pairing/matching/wording";
import { findAsking } from "@/lib/pairing/questions/queries";
import type { AskRefusal } from "@/lib/pairing/questions/question";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { sayPlaces } from "@/lib/people/members/wording";
import type { Settings } from "@/lib/society/settings/settings";

export default async function MentorPage({ params }: PageProps<"/mentors/[id]">) {
  const viewer = await requireViewer("mentee");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const mentor = await findMentor(viewer, settings, id);
  if (!mentor) findNothing(viewer, "mentor");
  const asking = mentor.isViewer ? null : await findAsking(viewer, id, settings, now);
  return (
    <Page
      settings={settings}
      title={mentor.name}
      heading={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Portrait of={mentor} />
          <span className="prose-plain min-w-0">{mentor.name}</span>
        </span>
      }
      lede={mentor.headline}
      back={{ href: "/mentors", label: capital(settings.words.mentors) }}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.7fr_1fr] full:gap-14">
        <div className="grid min-w-0 gap-8">
          {mentor.reasons.length > 0 && (
            <section aria-labelledby="fit" className="grid gap-3">
              <h2 id="fit">Why this could fit</h2>
              <Reasons reasons={mentor.reasons} />
            </section>
          )}
          <section aria-labelledby="about" className="grid gap-3">
            <h2 id="about">About</h2>
            <p className="prose-plain">{mentor.about}</p>
          </section>
        </div>
        <aside className="grid min-w-0 gap-6">
          <NextStep mentor={mentor} settings={settings} now={now} />
          {asking && <AskFirst mentor={mentor} {...asking} />}
          <section aria-labelledby="facts" className="grid gap-3">
            <h2 id="facts">At a glance</h2>
            <MentorFacts profile={mentor} settings={settings} />
          </section>
        </aside>
      </div>
    </Page>
  );
}

/** Send proposal, or the reason why the mentor cannot be asked. */
function NextStep({ mentor, settings, now }: { mentor: MentorDetails; settings: Settings; now: Date }) {
  const { proposal, memberId, isViewer, closedBecause } = mentor;
  if (isViewer) return <p className="rounded-[0.5rem] bg-tint p-5">This is your own profile, as others see it.</p>;
  return (
    <div className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-6">
      {proposal && (
        <p>
          You have written to {mentor.name} before: <a href={`/relationships/${proposal.id}/details`}>see your proposal</a>.
        </p>
      )}
      {closedBecause && <p>{sayClosed(closedBecause, settings)}</p>}
      {canAsk(mentor, now) && (
        <>
          <LinkButton href={`/mentors/${memberId}/proposal`}>Send proposal</LinkButton>
          <p className="text-[0.92rem] text-soft">{sayPlaces(mentor.placesFree, mentor.capacity)}</p>
        </>
      )}
    </div>
  );
}

interface AskFirstProps {
  mentor: MentorDetails;
  refusal: AskRefusal | null;
  conversationId: string | null;
}

/** Ask a question, or the conversation that the two have already; nothing where neither is possible. */
function AskFirst({ mentor, refusal, conversationId }: AskFirstProps) {
  if (refusal === null) {
    return (
      <div className="grid gap-2">
        <LinkButton href={`/mentors/${mentor.memberId}/question`} kind="quiet">
          Ask a question
        </LinkButton>
        <p className="text-[0.92rem] text-soft">Something short, before you decide on a proposal.</p>
      </div>
    );
  }
  if (conversationId === null || refusal === "not-found") return null;
  return (
    <p>
      You have written to each other: <a href={`/questions/${conversationId}`}>see your conversation</a>.
    </p>
  );
}

/** Links to an open proposal or relationship instead. The command decides; this only saves filling in a form for nothing. */
function canAsk({ closedBecause, proposal }: MentorDetails, now: Date): boolean {
  const isWaiting = proposal?.status === "sent" && proposal.expiresAt > now;
  return closedBecause === null && !isWaiting;
}
