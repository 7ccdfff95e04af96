import { redirect } from "next/navigation";
import { ChoiceFields } from "@/components/choices/choice-fields";
import { ProgrammeField } from "@/components/proposals/programme-field";
import { ProposalFields } from "@/components/proposals/proposal-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { withField } from "@/lib/foundation/destination";
import { readId } from "@/lib/foundation/id";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { listCandidates } from "@/lib/pairing/matching/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { findBeginning } from "@/lib/pairing/proposals/beginning/queries";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import { findWays, type Way } from "@/lib/pairing/proposals/ways/queries";
import { refusalSentence } from "@/lib/pairing/proposals/wording";
import { findNothing, readRequest, requireHolder, requireRole } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { sendProposal } from "./actions";

export default async function SendProposalPage({ params, searchParams }: PageProps<"/mentors/[id]/proposal">) {
  const viewer = await requireHolder("mentee");
  const [{ settings, now }, { id }, { done, from, programme }] = await Promise.all([readRequest(), params, searchParams]);
  const mentor = await findMentor(viewer, settings, id, now);
  if (!mentor || mentor.isViewer) findNothing(viewer, "mentor");
  await requireRole(viewer, "mentee");
  if (mentor.proposal?.status === "sent" && mentor.proposal.expiresAt > now)
    redirect(`/relationships/${mentor.proposal.id}/details`);
  if (mentor.closedBecause) redirect(`/mentors/${id}`);
  const [{ words, writtenTo }, { ways, refusal }] = await Promise.all([
    findBeginning(viewer, from, now),
    findWays(viewer, id, settings, now),
  ]);
  if (refusal === "no-profile") return <ProfileFirst mentor={mentor} settings={settings} />;
  if (refusal) return <NotNow mentor={mentor} refusal={refusal} settings={settings} />;
  // Its name is said only where there is something to choose.
  const scheme = ways.length > 1 ? await findProgramme(SOCIETY_SCHEME, now) : null;
  // Of several, those who are not in the chosen one are left out when it is sent.
  const only = ways.length === 1 ? ways[0] : undefined;
  const chosen = readId(programme);
  const candidates =
    settings.proposals.furtherChoices === 0
      ? []
      : await listCandidates(viewer.memberId, id, [], only?.programmeId ?? null, settings);
  return (
    <Page
      settings={settings}
      heading={`Your proposal to ${mentor.name}`}
      lede={ledeOf(mentor, ways)}
      back={{ href: withField(`/mentors/${id}`, "programme", chosen), label: mentor.name }}
      done={done}
      isNarrow
    >
      <Form
        action={sendProposal}
        submit="Send proposal"
        title={titleOf(`Your proposal to ${mentor.name}`, settings)}
        aside={
          <LinkButton href={withField(`/mentors/${id}`, "programme", chosen)} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <input type="hidden" name="mentorId" value={id} />
        <ProgrammeField ways={ways} scheme={scheme?.name ?? ""} settings={settings} chosen={chosen} kind="proposal" />
        <Draft memberId={viewer.memberId} place={`mentors/${id}/proposal`} />
        {writtenTo && <p>We have filled this in with your words to {writtenTo}. You can change anything.</p>}
        <ProposalFields
          mentorName={mentor.name}
          hasChoices={candidates.length > 0}
          initial={words}
          settings={settingsOf(only?.own ?? null, settings)}
        />
        <ChoiceFields candidates={candidates} settings={settings} />
      </Form>
    </Page>
  );
}

function ledeOf({ name }: MentorDetails, [way, ...others]: readonly Way[]): string {
  if (!way || others.length > 0) return "We remind them, so you do not have to.";
  return `${name} has ${way.replyDays} days to reply. We remind them, so you do not have to.`;
}

/** A proposal says who is asking; what the mentee came for waits until they have said it. */
function ProfileFirst({ mentor, settings }: { mentor: MentorDetails; settings: Settings }) {
  const heading = `Your proposal to ${mentor.name}`;
  const page = `/mentors/${mentor.memberId}`;
  return (
    <Page settings={settings} title={heading} heading={heading} back={{ href: page, label: mentor.name }} isNarrow>
      <Note kind="plain">
        <p>
          Before you write, please create your profile: it tells {mentor.name} who is asking. It takes about five minutes, and
          we bring you straight back here.
        </p>
        <p>
          <LinkButton href={`/profile?to=${encodeURIComponent(`${page}/proposal`)}`}>Create Profile</LinkButton>
        </p>
      </Note>
    </Page>
  );
}

interface NotNowProps {
  mentor: MentorDetails;
  refusal: CommandRefusal;
  settings: Settings;
}

/** Said before anything is written, not after. */
function NotNow({ mentor, refusal, settings }: NotNowProps) {
  const heading = `Your proposal to ${mentor.name}`;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      back={{ href: `/mentors/${mentor.memberId}`, label: mentor.name }}
      isNarrow
    >
      <Note>
        <p>{refusalSentence(refusal, "mentee", settings.words)}</p>
        <p>
          <Link href="/relationships">See your relationships</Link>
        </p>
      </Note>
    </Page>
  );
}
