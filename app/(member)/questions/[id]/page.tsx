import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { Live } from "@/app/(member)/relationships/[id]/messages/live";
import { MessageList } from "@/app/(member)/relationships/[id]/messages/message-list";
import { Button } from "@/components/ui/button";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { WhoReads } from "@/components/ui/who-reads";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { ROOM } from "@/lib/pairing/questions/input";
import { findExchange } from "@/lib/pairing/questions/queries";
import { sayWriteRefusal } from "@/lib/pairing/questions/wording";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { markAsRead, writeMessage } from "./actions";
import { NextStep } from "./next-step";

export default async function QuestionPage({ params, searchParams }: PageProps<"/questions/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { before, done }] = await Promise.all([readRequest(), params, searchParams]);
  const exchange = await findExchange(viewer, id, settings, now);
  if (!exchange) findNothing(viewer, "relationship");
  if (exchange.relationshipId) redirect(`/relationships/${exchange.relationshipId}/messages`);
  const { name, partnerId, picture, refusal, viewerIs } = exchange;
  const cursor = typeof before === "string" && /^\d{1,9}$/.test(before) ? Number(before) : null;
  const conversationId = exchange.conversationId ?? id;
  const conversation = await findConversation(viewer, conversationId, cursor);
  const { messages, earlier, newest, unread, partnerReadTo } = conversation;
  const heading = `You and ${name}`;
  // A mentee's profile is for the mentors who have a proposal of theirs.
  const headline = viewerIs === "mentee" ? exchange.mentorHeadline : exchange.proposal && exchange.menteeHeadline;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Portrait of={{ memberId: partnerId, name, picture }} />
          <span className="prose-plain min-w-0">{heading}</span>
        </span>
      }
      lede={headline ?? undefined}
      back={{ href: "/relationships", label: "Relationships" }}
      done={done}
      isNarrow
    >
      <NextStep exchange={exchange} viewer={viewer} settings={settings} now={now} />
      {earlier !== null && (
        <p className="text-center">
          <Link href={`/questions/${id}?before=${earlier}#end`} className="inline-block py-2 font-semibold">
            Earlier messages
          </Link>
        </p>
      )}
      {messages.length > 0 && (
        <MessageList conversation={conversation} partnerName={name} timeZone={viewer.timeZone} now={now} />
      )}
      {unread > 0 && (
        <noscript>
          <form action={markAsRead}>
            <input type="hidden" name="relationshipId" value={conversationId} />
            <input type="hidden" name="shown" value={newest} />
            <Button kind="quiet">Mark as read</Button>
          </form>
        </noscript>
      )}
      {refusal ? (
        <Note>
          <p>{sayWriteRefusal(refusal, name, settings.words)}</p>
        </Note>
      ) : (
        <Form action={writeMessage} submit="Send" title={titleOf(heading, settings)} key={newest}>
          <input type="hidden" name="id" value={conversationId} />
          <input type="hidden" name="key" value={randomUUID()} />
          <input type="hidden" name="shown" value={newest} />
          <Draft memberId={viewer.memberId} place={`questions/${conversationId}`} />
          <TextArea name="words" label="Your message" hint={`Up to ${ROOM} characters.`} room="short" />
          <WhoReads>{sayWhoReads("partners", name)} Neither of you sees the other’s e-mail address.</WhoReads>
        </Form>
      )}
      {newest > 0 && cursor === null && (
        <Live
          relationshipId={conversationId}
          newest={newest}
          partnerReadTo={partnerReadTo}
          unread={unread}
          isOpen={refusal === null}
        />
      )}
      <div id="end" />
    </Page>
  );
}
