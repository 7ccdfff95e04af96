import { randomUUID } from "node:crypto";
import { AttachmentField } from "@/components/support/attachment-field";
import { ShownMessages, SupportThread } from "@/components/support/support-thread";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { findNothing, readRequest, requireSignedIn } from "@/lib/people/auth/session";
import { findOwnRequest } from "@/lib/staff/support/queries";
import { CATEGORY_WORDS, REQUEST_TOO_LARGE } from "@/lib/staff/support/wording";
import { reply } from "../actions";

export default async function OwnRequestPage({ params, searchParams }: PageProps<"/support/[id]">) {
  const viewer = await requireSignedIn();
  const [{ settings, now }, { id }, { done, refused }] = await Promise.all([readRequest(), params, searchParams]);
  const request = await findOwnRequest(viewer, id);
  if (!request) findNothing(viewer, "request");
  await noteArrival();
  const { reference, subject, category, state, openedAt, waitingSince, aboutName, entries, shown, hasReader } = request;
  const when = { now, timeZone: viewer.timeZone };
  const { society } = settings;
  return (
    <Page
      settings={settings}
      heading={<span className="wrap-anywhere">{subject}</span>}
      lede={
        <>
          {reference}, {CATEGORY_WORDS[category].toLowerCase()}, of <Time {...when} at={openedAt} />
        </>
      }
      back={{ href: "/support", label: "Help" }}
      done={done}
      isNarrow
    >
      {refused === "too-large" && <Message sentence={REQUEST_TOO_LARGE} kind="problem" />}
      <p>
        {state === "open" && (
          <>
            We have had it since <Time {...when} at={waitingSince} as="date-time" />. We will tell you here and by e-mail when
            there is an answer.
          </>
        )}
        {state === "waiting" && "We have answered, and are waiting to hear from you."}
        {state === "solved" && "This is marked as solved. If it is not, write to us below and we will open it again."}
        {state === "solved" && category === "erasure" && " Your data has not been erased: your account is here as it was."}
      </p>
      <WhoReads>
        You and the staff of {society.name} who look after {society.product} can read this
        {aboutName === null ? "." : <>, but {aboutName}, whom it is about, cannot.</>}
      </WhoReads>
      {!hasReader && (
        <Note>
          <p>
            Nobody else on the staff may read this. Please contact the people named in{" "}
            <Link href="/complaints">how to complain</Link>.
          </p>
        </Note>
      )}
      <SupportThread
        entries={entries}
        filesAt={`/support/${id}/files`}
        when={when}
        sayAuthor={({ kind, authorName }) => (kind === "member" ? "You" : `${authorName}, ${society.name}`)}
      />
      <ShownMessages shown={shown} when={when} by="you" />
      <section aria-labelledby="more" className="grid gap-4">
        <h2 id="more">{state === "solved" ? "Open it again" : "Write more"}</h2>
        <Form action={reply} submit="Send" title={titleOf(`Request ${reference}`, settings)}>
          <Draft memberId={viewer.memberId} place={`support/${id}`} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="entryId" value={randomUUID()} />
          <TextArea name="words" label="Your message" />
          <AttachmentField label="Files (optional)" />
        </Form>
      </section>
    </Page>
  );
}
