import { randomUUID } from "node:crypto";
import { MeetingFields } from "@/components/meetings/meeting-fields";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { localOf } from "@/lib/foundation/dates";
import { listMeetings, type ShownMeeting } from "@/lib/mentoring/meetings/queries";
import { refusalSentence } from "@/lib/mentoring/meetings/wording";
import { findFeedToken } from "@/lib/notify/calendar/queries";
import { requireRelationship } from "../require-relationship";
import { arrange, press } from "./actions";
import { CalendarAddress } from "./calendar-address";
import { MeetingItem } from "./meeting-item";
import { toReason } from "./reasons";

export default async function MeetingsPage({ params, searchParams }: PageProps<"/relationships/[id]/meetings">) {
  const [{ viewer, settings, now, relationship, id }, { done, refused, first }] = await Promise.all([
    requireRelationship(params),
    searchParams,
  ]);
  const [meetings, token] = await Promise.all([listMeetings(viewer, id, now), findFeedToken(viewer)]);
  const { partner, isOpen, viewerIs } = relationship;
  const refusal = toReason(refused);
  const title = `Meetings with ${partner.name}`;
  const isToCome = ({ meeting }: ShownMeeting) => isOpen && meeting.status === "planned" && meeting.endsAt > now;
  const toCome = meetings.filter(isToCome).reverse();
  const been = meetings.filter((shown) => !isToCome(shown));
  // One form for all buttons of a list, since a form for each is a good part of a long one.
  const list = (shown: readonly ShownMeeting[]) => (
    <Form action={press}>
      <input type="hidden" name="relationshipId" value={id} />
      <ul className="border-t border-rule">
        {shown.map((one) => (
          <li key={one.meeting.id} className="max-w-none border-b border-rule">
            <MeetingItem
              shown={one}
              partnerName={partner.name}
              viewerZone={viewer.timeZone}
              partnerZone={partner.timeZone ?? settings.society.timeZone}
              isOpen={isOpen}
              hasReflections={!relationship.without.includes("reflections")}
              settings={settings}
              now={now}
            />
          </li>
        ))}
      </ul>
    </Form>
  );
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="meetings"
      heading="Meetings"
      title={refusal ? `Error: ${title}` : title}
      lede={isOpen ? `Your meetings with ${partner.name}, past and future.` : `The meetings you had with ${partner.name}.`}
      done={done}
      problem={refusal && refusalSentence(refusal)}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.1fr_1fr] full:gap-14">
        <div className="grid min-w-0 gap-10">
          {isOpen && (
            <section aria-labelledby="to-come" className="grid gap-3">
              <h2 id="to-come">Coming up</h2>
              {toCome.length > 0 ? list(toCome) : <p className="text-soft">Nothing is arranged yet.</p>}
            </section>
          )}
          {!isOpen && <Been>{list(been)}</Been>}
        </div>
        {isOpen && (
          <section
            aria-labelledby="arrange"
            className="grid min-w-0 gap-5 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7"
          >
            <h2 id="arrange">Arrange a meeting</h2>
            <Form action={arrange} submit="Save" title={titleOf(title, settings)} isOneOfSeveral>
              <input type="hidden" name="relationshipId" value={id} />
              <input type="hidden" name="meetingId" value={randomUUID()} />
              <Draft memberId={viewer.memberId} place={`${id}/meetings/new`} />
              <MeetingFields
                viewerIs={viewerIs}
                partnerName={partner.name}
                settings={settings}
                timeZone={viewer.timeZone}
                earliest={localOf(now, viewer.timeZone)}
                suggestedTitle={first === undefined ? undefined : "First conversation"}
              />
            </Form>
            <p className="text-soft">When you save, we tell {partner.name} and send a file for their calendar.</p>
          </section>
        )}
        {isOpen && (
          <div className="min-w-0 full:col-span-2">
            <Been
              log={
                <LinkButton href={`/relationships/${id}/meetings/log`} kind="quiet">
                  Log a meeting
                </LinkButton>
              }
            >
              {been.length > 0 ? list(been) : <p className="text-soft">No meeting has been held yet.</p>}
            </Been>
          </div>
        )}
      </div>
      <CalendarAddress relationshipId={id} feed={token} />
    </RelationshipPage>
  );
}

function Been({ children, log }: { children: React.ReactNode; log?: React.ReactNode }) {
  return (
    <section aria-labelledby="been" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="been">Past meetings</h2>
        {log}
      </div>
      {children}
    </section>
  );
}
