import { MenteeFacts, MentorFacts } from "@/components/members/profile-facts";
import { Answers } from "@/components/profile-questions/answers";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { reasonsFor } from "@/lib/pairing/matching/reasons";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { rulesBetween } from "@/lib/pairing/rules/queries";
import { readRequest } from "@/lib/people/auth/session";
import { findProfilesForStaff } from "@/lib/people/members/queries";
import { sayProfileReaders } from "@/lib/people/members/wording";
import { listShownToStaff } from "@/lib/people/profile-questions/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { asStaffOf } from "@/lib/staff/coordinating/queries";
import { type FoundMember, findStandingOf, type Standing } from "@/lib/staff/matching/pair/queries";
import { sayReasonForStaff, sayRoles, sayWhyNot } from "@/lib/staff/matching/wording";
import { suggestPair } from "../actions";

interface SideBySideProps {
  viewer: Viewer;
  mentee: FoundMember;
  mentor: FoundMember;
  programme: { id: string; name: string };
  settings: Settings;
  now: Date;
}

/** Both profiles, what speaks for and against, places, proposals under way, and Suggest. */
export async function SideBySide({ viewer, mentee, mentor, programme, settings, now }: SideBySideProps) {
  const pair = { menteeId: mentee.id, mentorId: mentor.id, programmeId: programme.id };
  const { words } = settings;
  const staff = await asStaffOf(viewer, { area: "matching", of: "members", ids: [mentee.id, mentor.id] });
  if (!staff) return <p>{sayWhyNot("not-found", words)}</p>;
  const { hasQuestions } = await readRequest();
  const answersOf = (id: string, role: Role) => (hasQuestions ? listShownToStaff(staff, id, role, [programme.id]) : []);
  const [ofMentee, ofMentor, standing, rules, saidByMentee, saidByMentor] = await Promise.all([
    findProfilesForStaff(staff, mentee.id),
    findProfilesForStaff(staff, mentor.id),
    findStandingOf(viewer, pair, settings, now),
    rulesBetween(programme.id === SOCIETY_SCHEME ? null : programme.id, mentee.id, mentor.id),
    answersOf(mentee.id, "mentee"),
    answersOf(mentor.id, "mentor"),
  ]);
  const [wanted, offer] = [ofMentee?.mentee, ofMentor?.mentor];
  if (!wanted || !offer || !standing) return <p>{sayWhyNot("not-found", words)}</p>;
  const reasons = reasonsFor(wanted, offer, settings);
  const [asMentee, asMentor] = sayRoles(words);
  const say = (isFor: boolean) =>
    reasons.filter((reason) => reason.isFor === isFor).map((reason) => sayReasonForStaff(reason, words));
  const bare = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replace(/\.$/, ""));
  return (
    <>
      <section aria-labelledby="reasons" className="grid gap-4">
        <h2 id="reasons">How they fit, in {programme.name}</h2>
        <div className="grid grid-cols-1 gap-6 wide:grid-cols-2">
          <Reasons heading="For it" sentences={[...say(true), ...bare(rules.pro)]} />
          <Reasons heading="Against it" sentences={[...say(false), ...bare(rules.contra)]} />
        </div>
      </section>
      <Places standing={standing} {...{ mentee, mentor, settings, now, timeZone: viewer.timeZone }} />
      <Suggest
        standing={standing}
        pair={pair}
        title={titleOf(`${mentee.name} and ${mentor.name}`, settings)}
        settings={settings}
      />
      <div className="grid grid-cols-1 gap-10 wide:grid-cols-2">
        <section aria-labelledby="mentee-profile" className="grid min-w-0 content-start gap-4">
          <h2 id="mentee-profile" className="wrap-anywhere">
            {asMentee}: <Link href={`/admin/members/${mentee.id}`}>{mentee.name}</Link>
          </h2>
          <p className="text-soft">{sayProfileReaders("mentee", words)}</p>
          <p className="prose-plain">{wanted.headline}</p>
          <p className="prose-plain">{wanted.about}</p>
          <MenteeFacts profile={wanted} settings={settings} />
          <Answers shown={saidByMentee} />
        </section>
        <section aria-labelledby="mentor-profile" className="grid min-w-0 content-start gap-4">
          <h2 id="mentor-profile" className="wrap-anywhere">
            {asMentor}: <Link href={`/admin/members/${mentor.id}`}>{mentor.name}</Link>
          </h2>
          <p className="text-soft">{sayProfileReaders("mentor", words)}</p>
          <p className="prose-plain">{offer.headline}</p>
          <p className="prose-plain">{offer.about}</p>
          <MentorFacts profile={offer} settings={settings} />
          <Answers shown={saidByMentor} />
        </section>
      </div>
    </>
  );
}

function Reasons({ heading, sentences }: { heading: string; sentences: readonly string[] }) {
  return (
    <div className="grid content-start gap-2">
      <h3>{heading}</h3>
      {sentences.length === 0 ? (
        <p>Nothing that we know of.</p>
      ) : (
        <ul className="grid gap-1">
          {sentences.map((sentence) => (
            <li key={sentence} className="wrap-anywhere">
              {sentence}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface PlacesProps {
  standing: Standing;
  mentee: FoundMember;
  mentor: FoundMember;
  settings: Settings;
  now: Date;
  timeZone: string;
}

function Places({ standing, mentee, mentor, settings, now, timeZone }: PlacesProps) {
  const { circumstances, openOfMentee, openToMentor, earlier } = standing;
  const { capacity, takenPlaces, isAvailable } = circumstances.mentor;
  const { words } = settings;
  return (
    <section aria-labelledby="places" className="grid gap-4">
      <h2 id="places">Places and proposals</h2>
      <Facts
        facts={[
          [
            `Places of ${mentor.name}`,
            `${Math.max(0, capacity - takenPlaces.length)} of ${capacity} free${isAvailable ? "" : ", but not available at present"}`,
          ],
          [`Unanswered proposals to ${mentor.name}`, openToMentor],
          [
            `${words.mentors.charAt(0).toUpperCase()}${words.mentors.slice(1)} of ${mentee.name}`,
            circumstances.mentee.takenPlaces.length,
          ],
          [`Unanswered proposals of ${mentee.name}`, openOfMentee],
          [
            "Between the two before",
            earlier.length === 0 ? (
              "Nothing"
            ) : (
              <ul key="earlier">
                {earlier.map(({ status, movedAt }) => (
                  <li key={movedAt.toISOString()}>
                    A proposal, {status}: <Time at={movedAt} now={now} timeZone={timeZone} />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </section>
  );
}

interface SuggestProps {
  standing: Standing;
  pair: { menteeId: string; mentorId: string; programmeId: string };
  title: string;
  settings: Settings;
}

/** Suggest makes a draft, or asks both at once. */
function Suggest({ standing, pair, title, settings }: SuggestProps) {
  const { words } = settings;
  const draft = standing.drafts.find(({ menteeId }) => menteeId === pair.menteeId);
  if (standing.refusal)
    return (
      <Note>
        <p>They cannot be suggested to each other. {sayWhyNot(standing.refusal, words)}</p>
      </Note>
    );
  if (draft && draft.state !== "draft")
    return (
      <Note>
        <p>
          The {words.mentee} has a match with {draft.mentorName} that has been published.{" "}
          <Link href={`/admin/matching/${draft.runId}?view=published`}>See where it stands</Link>
        </p>
      </Note>
    );
  return (
    <section aria-labelledby="suggest" className="grid gap-3">
      <h2 id="suggest">Suggest</h2>
      {draft && (
        <p>
          {draft.mentorId === pair.mentorId
            ? "There is a draft of these two already."
            : `The ${words.mentee} has a draft with ${draft.mentorName}, which this one would replace.`}{" "}
          <Link href={`/admin/matching/${draft.runId}`}>See the drafts</Link>
        </p>
      )}
      <p>
        A draft is for staff alone. If you suggest them now, the {words.mentor} gets a proposal from the society with the usual
        deadline, and the {words.mentee} is told whom we have asked; or, where the programme says so, the relationship begins.
      </p>
      <Form action={suggestPair} title={title} isOneOfSeveral>
        <HiddenField name="programmeId" initial={pair.programmeId} />
        <HiddenField name="menteeId" initial={pair.menteeId} />
        <HiddenField name="mentorId" initial={pair.mentorId} />
        <HiddenField name="seen" initial={draft?.version ?? 0} />
        <div className="flex flex-wrap gap-x-4 gap-y-3">
          <Button name="how" value="draft">
            Suggest as a draft
          </Button>
          <Button name="how" value="publish" kind="quiet">
            Suggest to both now
          </Button>
        </div>
      </Form>
    </section>
  );
}
