import { Closed } from "@/components/matching/closed-mentors";
import { MarkButtons } from "@/components/matching/mark-buttons";
import { Reasons } from "@/components/matching/reasons";
import { SuggestedMentors } from "@/components/matching/suggested-mentors";
import { BlockLink } from "@/components/members/block-link";
import { MentorFacts } from "@/components/members/profile-facts";
import { Answers } from "@/components/profile-questions/answers";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { withField } from "@/lib/foundation/destination";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import { findSendable } from "@/lib/pairing/joining/queries";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { suggestMentors } from "@/lib/pairing/matching/queries";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import { isKeepable } from "@/lib/pairing/proposals/refusals";
import { findRefusalToSend } from "@/lib/pairing/proposals/ways/queries";
import { refusalSentence } from "@/lib/pairing/proposals/wording";
import { findAsking } from "@/lib/pairing/questions/queries";
import type { AskRefusal } from "@/lib/pairing/questions/question";
import { findNothing, readRequest, requireHolder, requireRole } from "@/lib/people/auth/session";
import { sayPlaces, sayWaiting } from "@/lib/people/members/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { markMentor } from "../../saved/actions";
import { TellMeWhen } from "../../saved/tell-me-when";

export default async function MentorPage({ params, searchParams }: PageProps<"/mentors/[id]">) {
  const viewer = await requireHolder("mentee");
  const [{ settings, now, hasQuestions, hasProgrammes }, { id }, { done, programme: asked }] = await Promise.all([
    readRequest(),
    params,
    searchParams,
  ]);
  const programme = hasProgrammes ? await findSendable(viewer, asked, now) : null;
  const [mentor, refusal] = await Promise.all([
    findMentor(viewer, settings, id, now, { lookedIn: programme?.id, hasQuestions }),
    isId(id) ? findRefusalToSend(viewer, id, settings, now) : null,
  ]);
  if (!mentor) findNothing(viewer, "mentor");
  await requireRole(viewer, "mentee");
  const [others, asking] = await Promise.all([
    mentor.closedBecause && !mentor.isViewer
      ? suggestMentors(viewer.memberId, [id], settings, { programmeId: mentor.programmeId })
      : [],
    mentor.isViewer ? null : findAsking(viewer, id, settings, now),
  ]);
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
      back={{ href: withField("/mentors", "programme", mentor.programmeId), label: capital(settings.words.mentors) }}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.7fr_1fr] full:grid-rows-[auto_1fr] full:gap-x-14">
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
        <aside className="grid min-w-0 gap-6 full:row-span-2">
          <NextStep
            mentor={mentor}
            programme={mentor.programmeId === null ? null : (programme?.name ?? null)}
            refusal={refusal}
            settings={settings}
            viewer={viewer}
            now={now}
          />
          {asking && <AskFirst mentor={mentor} {...asking} />}
          {!mentor.isViewer && <Marks mentor={mentor} settings={settings} />}
          <section aria-labelledby="facts" className="grid gap-3">
            <h2 id="facts">At a glance</h2>
            <MentorFacts profile={mentor} settings={settings} />
            <Answers shown={mentor.answers} />
          </section>
          {!mentor.isViewer && <BlockLink memberId={mentor.memberId} name={mentor.name} />}
        </aside>
        {/* After what is said of this mentor, also on a phone: it explains why others are named. */}
        {others.length > 0 && (
          <section aria-labelledby="others" className="grid min-w-0 gap-4">
            <h2 id="others">{`Other ${settings.words.mentors} who may fit`}</h2>
            <SuggestedMentors mentors={others} programmeId={mentor.programmeId} />
          </section>
        )}
      </div>
    </Page>
  );
}

/** Save and Not for me, or the buttons that undo them. */
function Marks({ mentor: { memberId, name, mark, programmeId }, settings }: { mentor: MentorDetails; settings: Settings }) {
  return (
    <Form action={markMentor} title={titleOf(name, settings)} isOneOfSeveral>
      <HiddenField name="back" initial={withField(`/mentors/${memberId}`, "programme", programmeId)} />
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
  /** The name of the programme in which the viewer looks at them; null: the society's own scheme. */
  programme: string | null;
  refusal: CommandRefusal | null;
  settings: Settings;
  viewer: Viewer;
  now: Date;
}

/** Send proposal, or the reason why the mentor cannot be asked, or the viewer can ask nobody at present. */
function NextStep({ mentor, programme, refusal, settings, viewer, now }: NextStepProps) {
  const { proposal, memberId, isViewer, closedBecause, programmeId } = mentor;
  // Somebody without a profile is asked to create it on the way to the form.
  const why = refusal === "no-profile" ? null : refusal;
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
          {programme && <p className="prose-plain">In {programme}:</p>}
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
      {closedBecause && (
        <TellMeWhen about={{ mentorId: memberId, programmeId }} name={mentor.name} isAwaited={mentor.isAwaited} />
      )}
      {closedBecause && programme && !why && (
        <p>
          <Link href={`/mentors/${memberId}/proposal`}>Send a proposal outside this programme</Link>
        </p>
      )}
      {!closedBecause && why && <p>{refusalSentence(why, "mentee", settings.words)}</p>}
      {!closedBecause && !why && (
        <>
          <LinkButton href={withField(`/mentors/${memberId}/proposal`, "programme", programmeId)}>Send proposal</LinkButton>
          <p className="text-[0.92rem] text-soft">
            {sayPlaces(mentor.placesFree, mentor.capacity)}. {sayWaiting(mentor.waiting)}.
          </p>
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

/** Ask a question, or the conversation that the two have already; nothing when neither is possible. */
function AskFirst({ mentor, refusal, conversationId }: AskFirstProps) {
  if (refusal === null) {
    return (
      <div className="grid gap-2">
        <LinkButton href={withField(`/mentors/${mentor.memberId}/question`, "programme", mentor.programmeId)} kind="quiet">
          Ask a question
        </LinkButton>
        <p className="text-[0.92rem] text-soft">Something short, before you decide on a proposal.</p>
      </div>
    );
  }
  if (conversationId === null || refusal === "not-found") return null;
  return (
    <p>
      You have written to each other: <Link href={`/questions/${conversationId}`}>see your conversation</Link>.
    </p>
  );
}
