import { redirect } from "next/navigation";
import { QuestionList } from "@/components/questions/question-list";
import { CpdLink } from "@/components/reflections/cpd-link";
import { RelationshipList } from "@/components/relationships/relationship-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { noteArrival } from "@/lib/entrypoints/arrival";
import type { Role } from "@/lib/foundation/viewer";
import { listRelationships } from "@/lib/pairing/proposals/queries";
import { listQuestions } from "@/lib/pairing/questions/queries";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";

export default async function RelationshipsPage({ searchParams }: PageProps<"/relationships">) {
  const viewer = await requireAddressee();
  if (!viewer.activeRole) redirect("/join");
  const [{ settings, now }, { after, done }] = await Promise.all([readRequest(), searchParams]);
  await noteArrival();
  const cursor = typeof after === "string" ? after : undefined;
  const [{ rows, next }, questions] = await Promise.all([
    listRelationships(viewer, viewer.activeRole, "all", cursor),
    cursor ? [] : listQuestions(viewer, viewer.activeRole, now),
  ]);
  return (
    <Page
      settings={settings}
      title="Relationships"
      heading="Relationships"
      lede="Your proposals and relationships, most recent changes first."
      done={done}
    >
      <QuestionList questions={questions} viewerIs={viewer.activeRole} timeZone={viewer.timeZone} now={now} />
      {rows.length > 0 ? (
        <div>
          <h2 className="sr-only">All of them</h2>
          <RelationshipList rows={rows} viewerIs={viewer.activeRole} settings={settings} timeZone={viewer.timeZone} now={now} />
          <Pagination
            of="relationships"
            previous={cursor ? "/relationships" : null}
            previousLabel="Back to the newest"
            next={next && `/relationships?after=${encodeURIComponent(next)}`}
          />
        </div>
      ) : (
        <Nothing role={viewer.activeRole} settings={settings} />
      )}
      <CpdLink />
    </Page>
  );
}

function Nothing({ role, settings: { words } }: { role: Role; settings: Settings }) {
  if (role === "mentee") {
    return (
      <EmptyState heading="Nothing here yet" action={<LinkButton href="/mentors">Find a {words.mentor}</LinkButton>}>
        <p>It begins with a proposal: choose a {words.mentor} who fits, and say what you would like to achieve.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      heading="You have not received a proposal yet"
      action={
        <LinkButton href="/profile" kind="quiet">
          Look at your profile
        </LinkButton>
      }
    >
      <p>
        It can take days or months for the right {words.mentee} to come along. A full profile helps them to find you. We e-mail
        you as soon as somebody writes.
      </p>
    </EmptyState>
  );
}
