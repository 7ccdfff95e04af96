import { notFound } from "next/navigation";
import { MenteeFacts, MentorFacts } from "@/components/members/profile-facts";
import { Answers } from "@/components/profile-questions/answers";
import { Page } from "@/components/ui/page";
import type { Role } from "@/lib/foundation/viewer";
import { atStart, withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findProfilesForStaff } from "@/lib/people/members/queries";
import { sayProfileReaders } from "@/lib/people/members/wording";
import { listShownToStaff } from "@/lib/people/profile-questions/queries";
import { scopeOf } from "@/lib/people/rights/rights";
import { asStaffOf } from "@/lib/staff/coordinating/queries";

/** Both profiles, as the other members see them. */
export default async function ProfileForStaffPage({ params }: PageProps<"/admin/members/[id]/profile">) {
  const reader = await requireStaff("members");
  const [{ settings, hasQuestions }, { id }] = await Promise.all([readRequest(), params]);
  const viewer = await asStaffOf(reader, { area: "members", of: "members", ids: [id] });
  if (!viewer) notFound();
  const found = await findProfilesForStaff(viewer, id);
  if (!found) notFound();
  const { mentor, mentee } = found;
  const scope = scopeOf(reader, "members") ?? [];
  const answersAs = (role: Role) => (hasQuestions ? listShownToStaff(viewer, id, role, scope) : []);
  const [asMentor, asMentee] = await Promise.all([answersAs("mentor"), answersAs("mentee")]);
  const name = atStart(found.name);
  const { words } = settings;
  return (
    <Page
      settings={settings}
      title={`Profile of ${name}`}
      heading={`Profile of ${name}`}
      back={{ href: `/admin/members/${id}`, label: name }}
      isNarrow
    >
      {mentor && (
        <section aria-labelledby="mentor" className="grid gap-4">
          <h2 id="mentor">As {withArticle(words.mentor)}</h2>
          <p className="text-soft">{sayProfileReaders("mentor", words)}</p>
          <p className="font-lede prose-plain text-[1.15rem] italic">{mentor.headline}</p>
          <p className="prose-plain">{mentor.about}</p>
          <MentorFacts profile={mentor} settings={settings} />
          <Answers shown={asMentor} />
        </section>
      )}
      {mentee && (
        <section aria-labelledby="mentee" className="grid gap-4">
          <h2 id="mentee">As {withArticle(words.mentee)}</h2>
          <p className="text-soft">{sayProfileReaders("mentee", words)}</p>
          <p className="font-lede prose-plain text-[1.15rem] italic">{mentee.headline}</p>
          <p className="prose-plain">{mentee.about}</p>
          <MenteeFacts profile={mentee} settings={settings} />
          <Answers shown={asMentee} />
        </section>
      )}
      {!mentor && !mentee && (
        <p>
          {name} has no profile yet, neither as {withArticle(words.mentor)} nor as {withArticle(words.mentee)}.
        </p>
      )}
    </Page>
  );
}
