import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { findMentor } from "@/lib/pairing/matching/queries";
import { ROOM } from "@/lib/pairing/questions/input";
import { findAsking } from "@/lib/pairing/questions/queries";
import { sayAskRefusal } from "@/lib/pairing/questions/wording";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireHolder, requireRole } from "@/lib/people/auth/session";
import { askQuestion } from "./actions";

export default async function AskPage({ params }: PageProps<"/mentors/[id]/question">) {
  const viewer = await requireHolder("mentee");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const mentor = await findMentor(viewer, settings, id, now);
  if (!mentor || mentor.isViewer) findNothing(viewer, "mentor");
  await requireRole(viewer, "mentee");
  const { refusal, conversationId } = await findAsking(viewer, id, settings, now);
  if (refusal === "asked-already" && conversationId) redirect(`/questions/${conversationId}`);
  const heading = `A question to ${mentor.name}`;
  const { questionDays } = settings.proposals;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede={
        refusal
          ? undefined
          : `${mentor.name} has ${questionDays === 1 ? "a day" : `${questionDays} days`} to reply. You can still send a proposal at any time.`
      }
      back={{ href: `/mentors/${id}`, label: mentor.name }}
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
            <LinkButton href={`/mentors/${id}`} kind="plain">
              Not now
            </LinkButton>
          }
        >
          <input type="hidden" name="mentorId" value={id} />
          <input type="hidden" name="key" value={randomUUID()} />
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
