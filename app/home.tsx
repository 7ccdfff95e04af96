import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { StillAvailable } from "@/components/availability/still-available";
import { OpenQuestion } from "@/components/check-ins/open-question";
import { SuggestedMentors } from "@/components/matching/suggested-mentors";
import { RelationshipList } from "@/components/relationships/relationship-list";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { WaitingList } from "@/components/waiting/waiting-list";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { WAITING } from "@/lib/entrypoints/waiting";
import type { Viewer } from "@/lib/foundation/viewer";
import { asSentence, FORMER_MEMBER } from "@/lib/foundation/wording";
import { toOpenQuestion } from "@/lib/mentoring/check-ins/waiting";
import { findHome } from "@/lib/pairing/home/queries";
import { suggestMentors } from "@/lib/pairing/matching/queries";
import { readRequest } from "@/lib/people/auth/session";
import { staffHomeOf } from "@/lib/people/rights/rights";
import { arrangeWaiting, type ShownWaiting } from "@/lib/people/waiting/arrange";
import type { Found } from "@/lib/people/waiting/waiting";
import { labelOf } from "@/lib/society/settings/settings";
import { answerQuestion } from "./(member)/check-ins/actions";
import { ProgrammesLink } from "./(member)/programmes/programmes-link";
import { sayYes } from "./(public)/answer/actions";
import { ledeOf, NoProfile, Quiet } from "./home-states";

interface HomeProps {
  viewer: Viewer;
  done: string | string[] | undefined;
}

/** Everything that waits for the member or that they wait for, and the next sensible step. */
export async function Home({ viewer, done }: HomeProps) {
  const { settings, now, hasProgrammes } = await readRequest();
  const { activeRole, timeZone } = viewer;
  // Staff who take no part in the mentoring themselves begin with the staff inbox.
  if (!activeRole) {
    const start = staffHomeOf(viewer) ?? "/join";
    redirect(typeof done === "string" ? `${start}?done=${encodeURIComponent(done)}` : start);
  }
  await noteArrival();
  const { waiting: all, active, isOffered } = await findHome(WAITING, viewer, activeRole, { now, hasProgrammes });
  const { rows, next } = active;
  const isHere = ({ role }: { role: string | null }) => role === activeRole;
  const lacksProfile = all.some((one) => one.kind === "profile-missing" && isHere(one));
  const turnedDown = all.find((one) => one.kind === "proposal-turned-down" && isHere(one));
  const { programmeId = null, wanted } = turnedDown?.data ?? {};
  const suggested = turnedDown ? await suggestMentors(viewer.memberId, [], settings, { programmeId, known: wanted }) : [];
  const because = labelOf(settings.rejectionReasons, turnedDown?.data.because ?? null);
  const questions = all.flatMap((one) => (isHere(one) ? (toOpenQuestion(one) ?? []) : []));
  const asked = all.find((one) => one.kind === "still-available" && isHere(one));
  // Questions, and the profile of this role, have panels of their own.
  const hasPanel = (one: Found) =>
    one === asked || (isHere(one) && (one.kind === "profile-missing" || toOpenQuestion(one) !== null));
  const found = all.filter((one) => !hasPanel(one));
  const { you, others, soon } = arrangeWaiting(WAITING, found, { viewer, settings, now });
  const list = (items: ShownWaiting[]) => <WaitingList items={items} words={settings.words} timeZone={timeZone} now={now} />;
  // A place in a queue may take months: meanwhile the way to others stays open.
  const isIdle = rows.length === 0 && !found.some((one) => isHere(one) && one.kind !== "queue-place");
  return (
    <Page
      settings={settings}
      title="Home"
      heading={`Welcome, ${viewer.name}`}
      lede={ledeOf(
        {
          you: you.length + questions.length + (asked ? 1 : 0),
          others: others.length,
          soon: soon.length,
          lacksProfile,
          isIdle,
        },
        activeRole,
        settings,
      )}
      done={done}
    >
      {questions.map((open) => (
        <OpenQuestion key={open.relationshipId} open={open} action={answerQuestion} title={titleOf("Home", settings)} />
      ))}
      {asked && <StillAvailable round={asked.data.round ?? 0} action={sayYes} title={titleOf("Home", settings)} />}
      {lacksProfile && <NoProfile role={activeRole} settings={settings} />}
      {you.length > 0 && (
        <Section id="you" heading="Waiting for you">
          {list(you)}
        </Section>
      )}
      {suggested.length > 0 && (
        <Section id="instead" heading={`Other ${settings.words.mentors} who may fit`}>
          {because && (
            <p>
              {turnedDown?.partnerName ?? FORMER_MEMBER} gave a reason: {asSentence(because)}
            </p>
          )}
          <SuggestedMentors mentors={suggested} from={turnedDown?.subjectId} programmeId={programmeId} />
        </Section>
      )}
      {soon.length > 0 && (
        <Section id="soon" heading="Coming up">
          {list(soon)}
        </Section>
      )}
      {others.length > 0 && (
        <Section id="others" heading="Waiting for others">
          {list(others)}
        </Section>
      )}
      {rows.length > 0 && (
        <Section
          id="active"
          heading={activeRole === "mentor" ? `Your ${settings.words.mentees}` : `Your ${settings.words.mentor}`}
        >
          <RelationshipList rows={rows} viewerIs={activeRole} settings={settings} timeZone={timeZone} now={now} />
        </Section>
      )}
      {isIdle && !lacksProfile && <Quiet role={activeRole} isAll={all.length === 0} settings={settings} />}
      {isOffered && <ProgrammesLink />}
      {(!isIdle || found.some(isHere)) && (
        <p>
          <Link href="/relationships" className="inline-block py-1">
            {next ? "There is more in Relationships" : "Everything so far is in Relationships"}
          </Link>
        </p>
      )}
    </Page>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
