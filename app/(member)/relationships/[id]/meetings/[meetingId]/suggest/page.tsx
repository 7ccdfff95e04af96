import { notFound, redirect } from "next/navigation";
import { Concerns, TimeFields } from "@/components/meeting-fields";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireViewer } from "@/lib/auth/session";
import { localOf, sayPeriod } from "@/lib/dates";
import { findMeeting } from "@/lib/meetings/queries";
import { findPartnership } from "@/lib/relationships/queries";
import { suggest } from "../../actions";

export default async function SuggestTimePage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/suggest">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id, meetingId }] = await Promise.all([readRequest(), params]);
  const partnership = await findPartnership(viewer, id, now);
  const found = partnership && (await findMeeting(viewer, id, meetingId, now));
  if (!found) notFound();
  const meetings = `/relationships/${id}/meetings`;
  if (!partnership.isOpen || !found.allowed.includes("suggest")) redirect(meetings);
  const { partner } = partnership;
  return (
    <Page
      settings={settings}
      heading="Suggest another time"
      lede={`Instead of ${sayPeriod(found.meeting, now, viewer.timeZone)}. ${partner.name} can take it or change the meeting.`}
      back={{ href: meetings, label: `Meetings with ${partner.name}` }}
      isNarrow
    >
      <Form
        action={suggest}
        submit="Suggest this time"
        title={titleOf("Suggest another time", settings)}
        aside={
          <LinkButton href={meetings} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="meetingId" value={meetingId} />
        <input type="hidden" name="version" value={found.meeting.version} />
        <TimeFields timeZone={viewer.timeZone} initial={found} earliest={localOf(now, viewer.timeZone)} />
        <Concerns partnerName={partner.name} />
      </Form>
    </Page>
  );
}
