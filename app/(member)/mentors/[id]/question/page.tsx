import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { ProgrammeField } from "@/components/proposals/programme-field";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { withField } from "@/lib/foundation/destination";
import { readId } from "@/lib/foundation/id";
import { findMentor } from "@/lib/pairing/matching/details/queries";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import type { Way } from "@/lib/pairing/proposals/ways/queries";
import { ROOM } from "@/lib/pairing/questions/input";
import { findAsking } from "@/lib/pairing/questions/queries";
import { sayAskRefusal } from "@/lib/pairing/questions/wording";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireHolder, requireRole } from "@/lib/people/auth/session";
import { askQuestion } from "./actions";

export default async function AskPage({ params, searchParams }: PageProps<"/mentors/[id]/question">) {
  const viewer = await requireHolder("mentee");
  const [{ settings, now }, { id }, { programme }] = await Promise.all([readRequest(), params, searchParams]);
  const mentor = await findMentor(viewer, settings, id, now);
  if (!mentor || mentor.isViewer) findNothing(viewer, "mentor");
  await requireRole(viewer, "mentee");
  const { refusal, conversationId, ways } = await findAsking(viewer, id, settings, now);
  if (refusal === "asked-already" && conversationId) redirect(`/questions/${conversationId}`);
  const heading = `A question to ${mentor.name}`;
  const chosen = readId(programme);
  const page = withField(`/mentors/${id}`, "programme", chosen);
  // Its name is said only where there is something to choose.
  const scheme = ways.length > 1 ? await findProgramme(SOCIETY_SCHEME, now) : null;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede={refusal ? undefined : ledeOf(mentor.name, ways)}
      back={{ href: page, label: mentor.name }}
      isNarrow
    >
      {refusal ? (
        <Note>
          <p>{sayAskRefusal(refusal, settings)}</p>
        </Note>
      ) : (
        <Form
          action={askQuestion}
          submit="Ask a question"
          title={titleOf(heading, settings)}
          aside={
            <LinkButton href={page} kind="plain">
              Not now
            </LinkButton>
          }
        >
          <input type="hidden" name="mentorId" value={id} />
          <input type="hidden" name="key" value={randomUUID()} />
          <ProgrammeField ways={ways} scheme={scheme?.name ?? ""} settings={settings} chosen={chosen} kind="question" />
          <Draft memberId={viewer.memberId} place={`question/${id}`} />
          <WhoReads>{sayWhoReads("partners", mentor.name)} Neither of you sees the other’s e-mail address.</WhoReads>
          <TextArea
            name="words"
            label="Your question"
            hint={`Something short that helps you to decide. Up to ${ROOM} characters.`}
            room="medium"
          />
        </Form>
      )}
    </Page>
  );
}

function ledeOf(name: string, [way, ...others]: readonly Way[]): string {
  const carryOn = "You can still send a proposal at any time.";
  if (!way || others.length > 0) return carryOn;
  return `${name} has ${way.replyDays === 1 ? "a day" : `${way.replyDays} days`} to reply. ${carryOn}`;
}
