import { redirect } from "next/navigation";
import { MenteeFacts, MentorFacts } from "@/components/members/profile-facts";
import { MenteeFields, MentorFields } from "@/components/members/profile-fields";
import { AnswerFields } from "@/components/profile-questions/answer-fields";
import { Answers } from "@/components/profile-questions/answers";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { readDestination } from "@/lib/foundation/destination";
import type { Viewer } from "@/lib/foundation/viewer";
import { withArticle } from "@/lib/foundation/wording";
import { areAllPlacesTaken } from "@/lib/pairing/queue/queries";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import { getMenteeProfile, getMentorProfile } from "@/lib/people/members/queries";
import { FORM_TOO_LARGE } from "@/lib/people/pictures/wording";
import { pickForEverybody } from "@/lib/people/profile-questions/answers";
import { listAsked } from "@/lib/people/profile-questions/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { saveAsMentee, saveAsMentor } from "./actions";
import { RemovePicture, YourPicture } from "./your-picture";

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const viewer = await requireAddressee();
  if (!viewer.activeRole) redirect("/join");
  const [{ settings }, { done, refused, to }] = await Promise.all([readRequest(), searchParams]);
  const problem = refused === "too-large" ? FORM_TOO_LARGE : null;
  return viewer.activeRole === "mentor" ? (
    <MentorProfilePage viewer={viewer} settings={settings} done={done} problem={problem} />
  ) : (
    <MenteeProfilePage viewer={viewer} settings={settings} done={done} problem={problem} to={readDestination(to)} />
  );
}

interface RolePageProps {
  viewer: Viewer;
  settings: Settings;
  done: string | string[] | undefined;
  problem: string | null;
}

async function MentorProfilePage({ viewer, settings, done, problem }: RolePageProps) {
  const [profile, areTaken, asked] = await Promise.all([
    getMentorProfile(viewer.memberId),
    areAllPlacesTaken(viewer),
    listAsked(viewer, "mentor"),
  ]);
  const { mentor, mentees } = settings.words;
  return (
    <Page
      settings={settings}
      heading={`Your profile as ${withArticle(mentor)}`}
      lede={`This is how ${mentees} find you and decide whether to write.`}
      done={done}
      problem={problem}
    >
      <div className="grid grid-cols-1 gap-10 full:grid-cols-[1.7fr_1fr] full:gap-14">
        <div className="grid grid-cols-1 content-start gap-8">
          {areTaken && (
            <Note kind="plain">
              <p>All your places are taken, so nobody new can find you. You can offer more places below.</p>
            </Note>
          )}
          <Form action={saveAsMentor} submit="Save Profile" title={titleOf("Profile", settings)}>
            <Draft memberId={viewer.memberId} place="profile/mentor" />
            <MentorFields profile={profile} settings={settings} />
            <AnswerFields asked={asked} settings={settings} />
            <YourPicture viewer={viewer} />
          </Form>
          <RemovePicture viewer={viewer} settings={settings} />
        </div>
        {profile && (
          <Preview heading={`What ${mentees} see`} headline={profile.headline} about={profile.about}>
            <MentorFacts profile={profile} settings={settings} />
            <Answers shown={pickForEverybody(asked)} />
          </Preview>
        )}
      </div>
      <AboutMentoring />
    </Page>
  );
}

async function MenteeProfilePage({ viewer, settings, done, problem, to }: RolePageProps & { to: string | null }) {
  const [profile, asked] = await Promise.all([getMenteeProfile(viewer.memberId), listAsked(viewer, "mentee")]);
  const { mentee, mentors } = settings.words;
  return (
    <Page
      settings={settings}
      heading={`Your profile as ${withArticle(mentee)}`}
      lede={to ? "Save it, and we take you on to where you were." : `We use this to work out which ${mentors} fit you best.`}
      done={done}
      problem={problem}
    >
      {done === "profile-saved" && (
        <p>
          <LinkButton href="/mentors">See the {mentors} who fit</LinkButton>
        </p>
      )}
      <div className="grid grid-cols-1 gap-10 full:grid-cols-[1.7fr_1fr] full:gap-14">
        <div className="grid grid-cols-1 content-start gap-8">
          <Form action={saveAsMentee} submit="Save Profile" title={titleOf("Profile", settings)}>
            {to && <input type="hidden" name="to" value={to} />}
            <Draft memberId={viewer.memberId} place="profile/mentee" />
            <MenteeFields profile={profile} settings={settings} />
            <AnswerFields asked={asked} settings={settings} />
            <YourPicture viewer={viewer} />
          </Form>
          <RemovePicture viewer={viewer} settings={settings} />
        </div>
        {profile && (
          <Preview heading={`What ${mentors} see when you write to them`} headline={profile.headline} about={profile.about}>
            <MenteeFacts profile={profile} settings={settings} />
            <Answers shown={pickForEverybody(asked)} />
          </Preview>
        )}
      </div>
      <AboutMentoring />
    </Page>
  );
}

function AboutMentoring() {
  return (
    <p className="border-t border-rule pt-4">
      <Link href="/welcome" className="inline-block py-1">
        Getting the most from mentoring
      </Link>
      : three short films
    </p>
  );
}

/** The profile from the other side. */
function Preview(props: { heading: string; headline: string; about: string; children: React.ReactNode }) {
  return (
    <aside aria-labelledby="seen" className="grid content-start gap-4 border-t border-rule pt-6">
      <h2 id="seen">{props.heading}</h2>
      <p className="font-lede text-[1.15rem] italic">{props.headline}</p>
      <p className="prose-plain">{props.about}</p>
      {props.children}
    </aside>
  );
}
