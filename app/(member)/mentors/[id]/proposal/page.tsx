import { redirect } from "next/navigation";
import { ProposalFields } from "@/components/proposals/proposal-fields";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import type { Viewer } from "@/lib/foundation/viewer";
import { findOwnWords } from "@/lib/pairing/alternatives/queries";
import type { MentorDetails } from "@/lib/pairing/matching/mentor";
import { findMentor } from "@/lib/pairing/matching/queries";
import type { CommandRefusal } from "@/lib/pairing/proposals/commands";
import type { ProposalWords } from "@/lib/pairing/proposals/proposal";
import { findRefusalToSend } from "@/lib/pairing/proposals/queries";
import { refusalSentence } from "@/lib/pairing/proposals/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { getMenteeProfile } from "@/lib/people/members/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { sendProposal } from "./actions";

export default async function SendProposalPage({ params, searchParams }: PageProps<"/mentors/[id]/proposal">) {
  const viewer = await requireViewer("mentee");
  const [{ settings, now }, { id }, { from }] = await Promise.all([readRequest(), params, searchParams]);
  const mentor = await findMentor(viewer, settings, id);
  if (!mentor || mentor.isViewer) findNothing(viewer, "mentor");
  if (mentor.proposal?.status === "sent" && mentor.proposal.expiresAt > now)
    redirect(`/relationships/${mentor.proposal.id}/details`);
  if (mentor.closedBecause) redirect(`/mentors/${id}`);
  const [initial, refusal] = await Promise.all([findStart(viewer, from), findRefusalToSend(viewer, id, settings, now)]);
  if (refusal) return <NotNow mentor={mentor} refusal={refusal} settings={settings} />;
  return (
    <Page
      settings={settings}
      heading={`Your proposal to ${mentor.name}`}
      lede={`${mentor.name} has ${settings.proposals.expireAfterDays} days to reply. We remind them, so you do not have to.`}
      back={{ href: `/mentors/${id}`, label: mentor.name }}
      isNarrow
    >
      <Form
        action={sendProposal}
        submit="Send proposal"
        title={titleOf(`Your proposal to ${mentor.name}`, settings)}
        aside={
          <LinkButton href={`/mentors/${id}`} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <input type="hidden" name="mentorId" value={id} />
        <ProposalFields mentorName={mentor.name} initial={initial} settings={settings} />
      </Form>
    </Page>
  );
}

/** What the form begins with: the words of an earlier proposal of the mentee's own, or what their profile says. */
async function findStart(viewer: Viewer, from: string | string[] | undefined): Promise<Partial<ProposalWords>> {
  const earlier = typeof from === "string" ? await findOwnWords(viewer, from) : null;
  if (earlier) return earlier;
  const profile = await getMenteeProfile(viewer.memberId);
  return profile ? { objectives: profile.aims, topics: profile.topics, methods: profile.methods } : {};
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
          <a href="/relationships">See your relationships</a>
        </p>
      </Note>
    </Page>
  );
}
