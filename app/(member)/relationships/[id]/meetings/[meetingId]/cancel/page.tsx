import { notFound, redirect } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { readRequest, requireViewer } from "@/lib/auth/session";
import { sayPeriod } from "@/lib/dates";
import { findMeeting } from "@/lib/meetings/queries";
import { findPartnership } from "@/lib/relationships/queries";
import { cancel } from "../../actions";

export default async function CancelMeetingPage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/cancel">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id, meetingId }] = await Promise.all([readRequest(), params]);
  const partnership = await findPartnership(viewer, id, now);
  const found = partnership && (await findMeeting(viewer, id, meetingId, now));
  if (!found) notFound();
  const meetings = `/relationships/${id}/meetings`;
  if (!partnership.isOpen || !found.allowed.includes("cancel")) redirect(meetings);
  const { partner } = partnership;
  return (
    <AskPage
      settings={settings}
      heading="Cancel this meeting?"
      title="Cancel this meeting"
      back={{ href: meetings, label: `Meetings with ${partner.name}` }}
      consequences={
        <>
          <p>
            <strong className="prose-plain">{found.words.title}</strong>
            <br />
            {sayPeriod(found.meeting, now, viewer.timeZone)}
          </p>
          <p>
            We tell {partner.name} that it will not take place, with what takes it out of their calendar. It stays in your list
            as cancelled; to meet after all, arrange another one.
          </p>
        </>
      }
      action={cancel}
      submit="Cancel the meeting"
    >
      <input type="hidden" name="relationshipId" value={id} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={found.meeting.version} />
    </AskPage>
  );
}
