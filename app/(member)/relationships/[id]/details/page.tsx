import { SuggestedMentors } from "@/components/matching/suggested-mentors";
import { BlockLink } from "@/components/members/block-link";
import { MenteeFacts } from "@/components/members/profile-facts";
import { Answers } from "@/components/profile-questions/answers";
import { ProposalWords } from "@/components/proposals/proposal-words";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import { noteArrival } from "@/lib/entrypoints/arrival";
import type { Viewer } from "@/lib/foundation/viewer";
import { suggestMentors } from "@/lib/pairing/matching/queries";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { findProposal, type ProposalDetails } from "@/lib/pairing/proposals/queries";
import { isKeepable } from "@/lib/pairing/proposals/refusals";
import { headingOf, refusalSentence, saySuggested, statusWords } from "@/lib/pairing/proposals/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { findMenteeWithAnswers } from "@/lib/people/members/queries";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import { sayLetters } from "@/lib/staff/relationships/wording";
import { Commands } from "./commands";
import { History } from "./history";
import { NextChoices } from "./next-choices";
import { NextStep } from "./next-step";
import { toReason } from "./reasons";

export default async function DetailsPage({ params, searchParams }: PageProps<"/relationships/[id]/details">) {
  const viewer = await requireViewer();
  const [{ settings, now, hasQuestions }, { id }, { done, refused }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) findNothing(viewer, "relationship");
  await noteArrival();
  const { proposal, partner, relationship, text, viewerIs } = found;
  const { words } = settings;
  const refusal = toReason(refused);
  const mentee = viewerIs === "mentor" ? await findMenteeWithAnswers(viewer, partner.memberId, hasQuestions) : null;
  const { programmeId } = proposal;
  const instead = hasComeToNothing(found, viewer, now)
    ? await suggestMentors(viewer.memberId, [], settings, { programmeId, known: found.wanted })
    : [];
  const when = { now, timeZone: viewer.timeZone };
  const heading = headingOf(proposal.isFromStaff, viewerIs, partner.name);
  return (
    <Page
      settings={settings}
      title={refusal ? `Error: ${heading}` : heading}
      heading={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Portrait of={partner} />
          <span className="min-w-0">{heading}</span>
        </span>
      }
      lede={statusWords(proposal, viewerIs, partner.name, words, now)}
      back={
        relationship
          ? { href: `/relationships/${id}`, label: `You and ${partner.name}` }
          : { href: "/relationships", label: "Relationships" }
      }
      done={done}
      problem={refusal && refusalSentence(refusal, viewerIs, words)}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.7fr_1fr] full:gap-14">
        <div className="grid min-w-0 gap-10">
          <Why found={found} settings={settings} />
          {proposal.withdrawnWords && (
            <section aria-labelledby="why">
              <h2 id="why">What the society says</h2>
              <p className="prose-plain mt-2">{proposal.withdrawnWords}</p>
            </section>
          )}
          {found.letters > 0 && (
            <p>
              <Link href={`/relationships/${proposal.id}/letters`}>{sayLetters(found.letters)}</Link>
            </p>
          )}
          <section aria-labelledby="proposal" className="rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7">
            <h2 id="proposal">The proposal</h2>
            {proposal.isFromStaff && <p className="mt-2">{saySuggested(viewerIs, partner.name, text.number > 1, words)}</p>}
            <p className="mt-1 mb-5 text-soft">
              {text.number > 1 ? "Changed on " : proposal.isFromStaff ? "Suggested on " : "Written on "}
              <Time at={text.writtenAt} {...when} as="date-time" />
            </p>
            {found.programme && <p className="prose-plain mb-5">Sent in {found.programme.name}.</p>}
            <ProposalWords words={text} settings={settings} />
            <Commands found={found} words={words} />
          </section>
          {instead.length > 0 && (
            <section aria-labelledby="instead" className="grid gap-4">
              <h2 id="instead">Other {words.mentors} you could ask</h2>
              <SuggestedMentors mentors={instead} from={proposal.id} programmeId={programmeId} />
            </section>
          )}
          {mentee && (
            <section aria-labelledby="who" className="grid gap-4">
              <h2 id="who">About {partner.name}</h2>
              <p className="font-lede prose-plain text-[1.15rem] italic">{mentee.profile.headline}</p>
              <p className="prose-plain">{mentee.profile.about}</p>
              <MenteeFacts profile={mentee.profile} settings={settings} />
              <Answers shown={mentee.answers} />
            </section>
          )}
          {found.earlierTexts.length > 0 && (
            <section aria-labelledby="earlier" className="grid gap-3">
              <h2 id="earlier">Earlier texts</h2>
              {found.earlierTexts.map((earlier) => (
                <details key={earlier.number} className="border-t border-rule py-3">
                  <summary className="py-1 font-[650]">
                    As written on <Time at={earlier.writtenAt} {...when} as="date-time" />
                  </summary>
                  <div className="pt-3">
                    <ProposalWords words={earlier} settings={settings} />
                  </div>
                </details>
              ))}
            </section>
          )}
        </div>
        <aside className="grid min-w-0 gap-8">
          <NextStep found={found} viewer={viewer} settings={settings} now={now} />
          {found.refusal && !refusal && !isKeepable(proposal) && (
            <Note>
              <p>{refusalSentence(found.refusal, viewerIs, words)}</p>
            </Note>
          )}
          <NextChoices found={found} viewer={viewer} settings={settings} />
          <History
            history={found.history}
            viewerIs={viewerIs}
            partnerName={partner.name}
            timeZone={viewer.timeZone}
            now={now}
          />
          <BlockLink memberId={partner.memberId} name={partner.name} />
        </aside>
      </div>
    </Page>
  );
}

/** The reason that the mentor chose, and their note. */
function Why({ found: { proposal, partner, viewerIs }, settings }: { found: ProposalDetails; settings: Settings }) {
  const because = labelOf(settings.rejectionReasons, proposal.rejectedBecause);
  if (proposal.status !== "rejected" || !(because || proposal.rejectionReason)) return null;
  return (
    <section aria-labelledby="reason">
      <h2 id="reason">{viewerIs === "mentee" ? `${partner.name}’s reason` : "Your reason"}</h2>
      {because && <p className="mt-2 font-semibold">{because}</p>}
      {proposal.rejectionReason && <p className="prose-plain mt-2">{proposal.rejectionReason}</p>}
    </section>
  );
}

/** Whether it came to nothing, and the mentee, acting as one, could ask somebody else now. */
function hasComeToNothing({ proposal, viewerIs, mayAskAnother }: ProposalDetails, { activeRole }: Viewer, now: Date): boolean {
  const isOver =
    proposal.status === "rejected" || proposal.status === "expired" || isPastDeadline(proposal, now) || isKeepable(proposal);
  return isOver && mayAskAnother && viewerIs === "mentee" && activeRole === "mentee";
}
