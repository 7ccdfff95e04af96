import { notFound, redirect } from "next/navigation";
import { MeetingFields } from "@/components/meeting-fields";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireViewer } from "@/lib/auth/session";
import { findMeeting } from "@/lib/meetings/queries";
import { findPartnership } from "@/lib/relationships/queries";
import { change } from "../../actions";

export default async function ChangeMeetingPage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/change">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id, meetingId }] = await Promise.all([readRequest(), params]);
  const partnership = await findPartnership(viewer, id, now);
  const found = partnership && (await findMeeting(viewer, id, meetingId, now));
  if (!found) notFound();
  const meetings = `/relationships/${id}/meetings`;
  if (!partnership.isOpen || !found.allowed.includes("change")) redirect(meetings);
  const { partner, viewerIs } = partnership;
  return (
    <Page
      settings={settings}
      heading="Change this meeting"
      lede={`We tell ${partner.name}. If you change the time, ${partner.name} is asked again.`}
      back={{ href: meetings, label: `Meetings with ${partner.name}` }}
      isNarrow
    >
      <Form
        action={change}
        submit="Save"
        title={titleOf("Change this meeting", settings)}
        aside={
          <LinkButton href={meetings} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="meetingId" value={meetingId} />
        <input type="hidden" name="version" value={found.meeting.version} />
        <MeetingFields
          viewerIs={viewerIs}
          partnerName={partner.name}
          settings={settings}
          timeZone={viewer.timeZone}
          initial={found}
        />
      </Form>
    </Page>
  );
}
