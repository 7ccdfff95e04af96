import { MarkButtons } from "@/components/matching/mark-buttons";
import { Reasons } from "@/components/matching/reasons";
import { BlockLink } from "@/components/members/block-link";
import { MentorFacts } from "@/components/members/profile-facts";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { isId } from "@/lib/foundation/id";
import { capital } from "@/lib/foundation/wording";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { findMentor } from "@/lib/pairing/matching/queries";
import { sayClosed } from "@/lib/pairing/matching/wording";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import { findRefusalToSend } from "@/lib/pairing/proposals/queries";
import { refusalSentence } from "@/lib/pairing/proposals/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { sayPlaces } from "@/lib/people/members/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { markMentor } from "../../saved/actions";
import { TellMeWhen } from "../../saved/tell-me-when";

export default async function MentorPage({ params, searchParams }: PageProps<"/mentors/[id]">) {
  const viewer = await requireViewer("mentee");
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const [mentor, refusal] = await Promise.all([
    findMentor(viewer, settings, id),
    isId(id) ? findRefusalToSend(viewer, id, settings, now) : null,
  ]);
  if (!mentor) findNothing(viewer, "mentor");
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
      done={done}
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
          <NextStep mentor={mentor} refusal={refusal} settings={settings} />
          {!mentor.isViewer && <Marks mentor={mentor} settings={settings} />}
          <section aria-labelledby="facts" className="grid gap-3">
            <h2 id="facts">At a glance</h2>
            <MentorFacts profile={mentor} settings={settings} />
          </section>
          {!mentor.isViewer && <BlockLink memberId={mentor.memberId} name={mentor.name} />}
        </aside>
      </div>
    </Page>
  );
}

/** Save and Not for me; or taking either back. */
function Marks({ mentor: { memberId, name, mark }, settings }: { mentor: MentorDetails; settings: Settings }) {
  return (
    <Form action={markMentor} title={titleOf(name, settings)} isOneOfSeveral>
      <HiddenField name="back" initial={`/mentors/${memberId}`} />
      {mark === "hidden" ? (
        <p>
          You have marked them as not for you.{" "}
          <Button kind="plain" name="forget" value={memberId}>
            Bring back
          </Button>
        </p>
      ) : (
        <MarkButtons memberId={memberId} name={name} isSaved={mark === "saved"} />
      )}
    </Form>
  );
}

interface NextStepProps {
  mentor: MentorDetails;
  refusal: CommandRefusal | null;
  settings: Settings;
}

/** Send proposal, or the reason why the mentor cannot be asked, or the viewer can ask nobody at present. */
function NextStep({ mentor, refusal, settings }: NextStepProps) {
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
      {closedBecause && <TellMeWhen about={{ mentorId: memberId }} name={mentor.name} isAwaited={mentor.isAwaited} />}
      {!closedBecause && refusal && <p>{refusalSentence(refusal, "mentee", settings.words)}</p>}
      {!closedBecause && !refusal && (
        <>
          <LinkButton href={`/mentors/${memberId}/proposal`}>Send proposal</LinkButton>
          <p className="text-[0.92rem] text-soft">{sayPlaces(mentor.placesFree, mentor.capacity)}</p>
        </>
      )}
    </div>
  );
}
