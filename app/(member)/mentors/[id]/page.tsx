import { Closed } from "@/components/matching/closed-mentors";
import { Reasons } from "@/components/matching/reasons";
import { SuggestedMentors } from "@/components/matching/suggested-mentors";
import { MentorFacts } from "@/components/members/profile-facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import type { Viewer } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { findMentor, suggestMentors } from "@/lib/pairing/matching/queries";
import { isKeepable } from "@/lib/pairing/proposals/opening";
import { findNothing, readRequest, requireHolder, requireRole } from "@/lib/people/auth/session";
import { sayPlaces, sayWaiting } from "@/lib/people/members/wording";
import type { Settings } from "@/lib/society/settings/settings";

export default async function MentorPage({ params }: PageProps<"/mentors/[id]">) {
  const viewer = await requireHolder("mentee");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const mentor = await findMentor(viewer, settings, id, now);
  if (!mentor) findNothing(viewer, "mentor");
  await requireRole(viewer, "mentee");
  const others = mentor.closedBecause && !mentor.isViewer ? await suggestMentors(viewer.memberId, [id], settings) : [];
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
          <SuggestedMentors heading={`Other ${settings.words.mentors} who may fit`} mentors={others} />
        </div>
        <aside className="grid min-w-0 gap-6">
          <NextStep mentor={mentor} settings={settings} viewer={viewer} now={now} />
          <section aria-labelledby="facts" className="grid gap-3">
            <h2 id="facts">At a glance</h2>
            <MentorFacts profile={mentor} settings={settings} />
          </section>
        </aside>
      </div>
    </Page>
  );
}

interface NextStepProps {
  mentor: MentorDetails;
  settings: Settings;
  viewer: Viewer;
  now: Date;
}

/** Send proposal, or the reason why the mentor cannot be asked. */
function NextStep({ mentor, settings, viewer, now }: NextStepProps) {
  const { proposal, memberId, isViewer, closedBecause } = mentor;
  if (isViewer) return <p className="rounded-[0.5rem] bg-tint p-5">This is your own profile, as others see it.</p>;
  return (
    <div className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-6">
      {proposal && (
        <p>
          You have written to {mentor.name} before:{" "}
          <Link href={`/relationships/${proposal.id}/details`}>see your proposal</Link>.
        </p>
      )}
      {closedBecause && (
        <>
          <Closed
            closedBecause={closedBecause}
            backAt={mentor.backAt}
            settings={settings}
            timeZone={viewer.timeZone}
            now={now}
          />
          {proposal && isKeepable(proposal) && (
            <LinkButton href={`/relationships/${proposal.id}/details#next`}>Keep my place</LinkButton>
          )}
        </>
      )}
      {canAsk(mentor, now) && (
        <>
          <LinkButton href={`/mentors/${memberId}/proposal`}>Send proposal</LinkButton>
          <p className="text-[0.92rem] text-soft">
            {sayPlaces(mentor.placesFree, mentor.capacity)}. {sayWaiting(mentor.waiting)}.
          </p>
        </>
      )}
    </div>
  );
}

/** Links to an open proposal or relationship instead. The command decides; this only saves filling in a form for nothing. */
function canAsk({ closedBecause, proposal }: MentorDetails, now: Date): boolean {
  const isWaiting = proposal?.status === "sent" && proposal.expiresAt > now;
  return closedBecause === null && !isWaiting;
}
