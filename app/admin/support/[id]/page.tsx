import { notFound } from "next/navigation";
import { ShownMessages, SupportThread } from "@/components/support/support-thread";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { atStart } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findRequest, type RequestForStaff } from "@/lib/staff/support/answering/queries";
import { CATEGORY_WORDS, STATE_FOR_STAFF } from "@/lib/staff/support/wording";
import { AnswerForm, NoteForm, SortForm, TakeForm } from "./forms";

export default async function DeskRequestPage({ params, searchParams }: PageProps<"/admin/support/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const request = await findRequest(viewer, id);
  if (!request) notFound();
  const when = { now, timeZone: viewer.timeZone };
  const name = atStart(request.memberName);
  const title = `Request ${request.reference}`;
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="wrap-anywhere">{request.subject}</span>}
      lede={
        <>
          {request.reference}, {CATEGORY_WORDS[request.category].toLowerCase()}. {STATE_FOR_STAFF[request.state]} since{" "}
          <Time {...when} at={request.waitingSince} as="date-time" />.
        </>
      }
      back={{ href: "/admin/support", label: "Support" }}
      done={done}
    >
      <Who request={request} name={name} when={when} />
      <Circumstances request={request} name={name} />
      <SupportThread
        entries={request.entries}
        filesAt={`/admin/support/${id}/files`}
        when={when}
        sayAuthor={({ kind, authorName }) => (kind === "note" ? `${authorName}, internal note` : authorName)}
      />
      <ShownMessages shown={request.shown} when={when} by={name} />
      {!request.isErased && <AnswerForm request={request} name={name} memberId={viewer.memberId} settings={settings} />}
      <NoteForm request={request} name={name} memberId={viewer.memberId} settings={settings} />
      <div className="grid gap-8 border-t border-rule pt-6 wide:grid-cols-2">
        <TakeForm request={request} settings={settings} />
        <SortForm request={request} settings={settings} />
      </div>
    </Page>
  );
}

interface PartProps {
  request: RequestForStaff;
  name: string;
}

function Who({ request, name, when }: PartProps & { when: { now: Date; timeZone: string } }) {
  const { memberId, memberNumber, openedAt, aboutName, handlerName, relationshipId } = request;
  return (
    <ul className="grid gap-1">
      <li>
        From <Link href={`/admin/members/${memberId}`}>{name}</Link>
        {request.isErased ? "" : ` (number ${memberNumber})`}, asked on <Time {...when} at={openedAt} as="date-time" />.
      </li>
      {aboutName !== null && <li>About {aboutName}, who is not told about it.</li>}
      {relationshipId !== null && (
        <li>
          Sent from <Link href={`/admin/relationships/${relationshipId}`}>one of their relationships</Link>.
        </li>
      )}
      <li>{handlerName === null ? "Nobody is handling it yet." : `${handlerName} is handling it.`}</li>
    </ul>
  );
}

/** What staff should know before they answer. */
function Circumstances({ request, name }: PartProps) {
  const { category, isErased, memberStatus, memberId, memberEmail } = request;
  if (isErased) {
    return (
      <Note kind="plain">
        <p>This member’s data has been erased, including everything written here. That solves the request.</p>
      </Note>
    );
  }
  return (
    <>
      {category === "erasure" && (
        <Note>
          <p>
            {name} has asked for their data to be erased. This has not been done yet:{" "}
            <Link href={`/admin/members/${memberId}/erase`}>erase it</Link>, and the request is marked as solved as well. If you
            only mark it as solved, we tell them that their data has not been erased.
          </p>
        </Note>
      )}
      {memberStatus !== "active" && (
        <Note>
          <p>
            This account is {memberStatus}, so {name} cannot see your reply here and gets no e-mail about it. Write to{" "}
            <a href={`mailto:${memberEmail}`}>{memberEmail}</a> instead, and note here what you wrote.
          </p>
        </Note>
      )}
    </>
  );
}
