import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { readId } from "@/lib/foundation/id";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";
import { findHelp } from "@/lib/staff/support/queries";
import { CATEGORIES, type RequestLine } from "@/lib/staff/support/request";
import { REQUEST_TOO_LARGE, STATE_FOR_MEMBER } from "@/lib/staff/support/wording";
import { RequestForm } from "./request-form";
import { Ways } from "./ways";

/** With `?relationship=` one of the viewer's own, of whose conversation they may show messages; `?about=` names a category. */
export default async function SupportPage({ searchParams }: PageProps<"/support">) {
  const viewer = await requireSignedIn();
  const [{ settings, now }, { relationship: asked, about, refused }] = await Promise.all([readRequest(), searchParams]);
  await noteArrival();
  const relationshipId = readId(asked);
  const [{ requests, people }, relationship] = await Promise.all([
    findHelp(viewer),
    relationshipId ? findRelationship(viewer, relationshipId, now) : null,
  ]);
  const conversation = relationship && (await findConversation(viewer, relationship.id));
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      heading="Help"
      lede={`Ask the people who run ${settings.society.product}. A person reads every request and answers it.`}
      isNarrow
    >
      {refused === "too-large" && <Message sentence={REQUEST_TOO_LARGE} kind="problem" />}
      <Ways settings={settings} />
      <YourRequests requests={requests} when={when} />
      <RequestForm
        viewer={viewer}
        settings={settings}
        people={people}
        relationship={relationship}
        messages={conversation?.messages ?? []}
        category={CATEGORIES.find((one) => one === about) ?? (relationship ? "relationship" : null)}
        now={now}
      />
    </Page>
  );
}

function YourRequests({ requests, when }: { requests: readonly RequestLine[]; when: { now: Date; timeZone: string } }) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="yours" className="grid gap-3">
      <h2 id="yours">Your requests</h2>
      <ul className="border-t border-rule">
        {requests.map(({ id, reference, subject, state, openedAt }) => (
          <li key={id} className="grid gap-0.5 border-b border-rule py-3">
            <Link href={`/support/${id}`} className="wrap-anywhere">
              {subject}
            </Link>
            <span className="text-[0.92rem] text-soft">
              {reference}, of <Time {...when} at={openedAt} />: {STATE_FOR_MEMBER[state].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
