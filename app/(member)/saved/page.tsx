import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { sayDate } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import type { Alert } from "@/lib/pairing/alerts/alert";
import { findAlerts } from "@/lib/pairing/alerts/queries";
import { saySearch } from "@/lib/pairing/alerts/wording";
import { readSearch } from "@/lib/pairing/matching/input";
import { listMyPlaces } from "@/lib/pairing/queue/queries";
import type { MyPlace } from "@/lib/pairing/queue/queue";
import { sayPosition, sayWait } from "@/lib/pairing/queue/wording";
import { findMarked } from "@/lib/pairing/saved/queries";
import { type MarkedMentor, stateOf } from "@/lib/pairing/saved/saved";
import { sayState } from "@/lib/pairing/saved/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { sayPlaces } from "@/lib/people/members/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { markMentor, stopAlert } from "./actions";

export default async function SavedPage({ searchParams }: PageProps<"/saved">) {
  const viewer = await requireViewer("mentee");
  const [{ settings, now }, { done }, marked, alerts] = await Promise.all([
    readRequest(),
    searchParams,
    findMarked(viewer),
    findAlerts(viewer),
  ]);
  const places = await listMyPlaces(viewer, now);
  const isQueuedFor = new Set(places.map(({ mentorId }) => mentorId));
  const { mentors } = settings.words;
  const saved = marked.filter(({ mark }) => mark === "saved");
  const hidden = marked.filter(({ mark }) => mark === "hidden");
  const title = titleOf(`Saved ${mentors}`, settings);
  return (
    <Page
      settings={settings}
      heading={`Saved ${mentors}`}
      title={`Saved ${mentors}`}
      lede="Only you can see these lists."
      back={{ href: "/mentors", label: capital(mentors) }}
      done={done}
      isNarrow
    >
      {marked.length + alerts.length + places.length === 0 && (
        <EmptyState heading="Nothing saved yet" action={<LinkButton href="/mentors">See who fits</LinkButton>}>
          <p>Choose Save beside anybody you may want to ask later, and you will find them here.</p>
        </EmptyState>
      )}
      {marked.length > 0 && (
        <Form action={markMentor} title={title} isOneOfSeveral className="grid gap-8">
          <HiddenField name="back" initial="/saved" />
          {saved.length > 0 && (
            <List id="saved" heading="Saved">
              {saved.map((mentor) => (
                <Row key={mentor.memberId} mentor={mentor} state={stateIn(mentor, viewer.timeZone, now)}>
                  {stateOf(mentor) !== "free" && !isQueuedFor.has(mentor.memberId) && (
                    <Link href={`/mentors/${mentor.memberId}`} className="py-2">
                      Tell me when<span className="sr-only"> {mentor.name} is free</span>
                    </Link>
                  )}
                  <Button kind="plain" name="forget" value={mentor.memberId}>
                    Remove<span className="sr-only"> {mentor.name}</span>
                  </Button>
                </Row>
              ))}
            </List>
          )}
          {hidden.length > 0 && (
            <List id="hidden" heading="Not for me">
              {hidden.map((mentor) => (
                <Row key={mentor.memberId} mentor={mentor} state={null}>
                  <Button kind="plain" name="forget" value={mentor.memberId}>
                    Bring back<span className="sr-only"> {mentor.name}</span>
                  </Button>
                </Row>
              ))}
            </List>
          )}
        </Form>
      )}
      {places.length > 0 && (
        <List id="queues" heading="Your places in a queue">
          {places.map((place) => (
            <Place key={place.proposalId} place={place} />
          ))}
        </List>
      )}
      {alerts.length > 0 && (
        <List id="alerts" heading="Tell me when somebody is free">
          {alerts.map((alert) => (
            <Awaited key={alert.id} alert={alert} settings={settings} title={title} />
          ))}
        </List>
      )}
    </Page>
  );
}

function stateIn(mentor: MarkedMentor, timeZone: string, now: Date): string {
  const { availableAgainAt } = mentor;
  const day = availableAgainAt && sayDate(availableAgainAt, now, timeZone);
  return sayState(mentor, day) ?? sayPlaces(mentor.placesFree, mentor.capacity);
}

/** A place that the viewer keeps; leaving it is on the page of the proposal. */
function Place({ place }: { place: MyPlace }) {
  return (
    <li className="grid max-w-none gap-1 border-b border-rule py-4">
      <Link href={`/relationships/${place.proposalId}/details`} className="prose-plain w-fit font-[650]">
        {place.mentorName}
      </Link>
      <span>
        {sayPosition(place.position)}. <span className="text-soft">{sayWait(place)}</span>
      </span>
    </li>
  );
}

/** One mentor or search that the viewer waits for. */
function Awaited({
  alert: { id, about, mentor, programme },
  settings,
  title,
}: {
  alert: Alert;
  settings: Settings;
  title: string;
}) {
  const search = readSearch(about, settings);
  const label = mentor?.name ?? saySearch(search, settings);
  return (
    <li className="flex max-w-none flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-4">
      <div className="grid flex-1 basis-[14rem] gap-1">
        <Link href={mentor ? `/mentors/${about}` : `/mentors${about}`} className="prose-plain py-1 font-[650]">
          {label}
        </Link>
        {programme && <span className="prose-plain text-soft">{programme}</span>}
      </div>
      <Form
        action={stopAlert}
        kind="plain"
        title={title}
        isOneOfSeveral
        submit={
          <>
            Stop<span className="sr-only">{` ${label}${programme ? `, ${programme}` : ""}`}</span>
          </>
        }
      >
        <input type="hidden" name="alertId" value={id} />
      </Form>
    </li>
  );
}

function List({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id}>{heading}</h2>
      <ul className="grid border-t border-rule">{children}</ul>
    </section>
  );
}

function Row({ mentor, state, children }: { mentor: MarkedMentor; state: string | null; children: ReactNode }) {
  return (
    <li className="flex max-w-none flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-4">
      <Portrait of={mentor} />
      <div className="grid min-w-0 flex-1 basis-[14rem] gap-1">
        <Link href={`/mentors/${mentor.memberId}`} className="prose-plain font-[650]">
          {mentor.name}
        </Link>
        <span className="prose-plain text-soft">{mentor.headline}</span>
        {state && <span>{state}</span>}
      </div>
      {children}
    </li>
  );
}
