import { AskPage } from "@/components/ui/ask-page";
import { sayPeriod } from "@/lib/foundation/dates";
import { cancel } from "../../actions";
import { WhichMeeting } from "../../which-meeting";
import { requireMeeting } from "../require-meeting";

export default async function CancelMeetingPage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/cancel">) {
  const { viewer, settings, now, found, partner, back } = await requireMeeting(params, "cancel");
  return (
    <AskPage
      settings={settings}
      heading="Cancel this meeting?"
      title="Cancel this meeting"
      back={back}
      consequences={
        <>
          <p>
            <strong className="prose-plain">{found.words.title}</strong>
            <br />
            {sayPeriod(found.meeting, now, viewer.timeZone)}
          </p>
          <p>
            We tell {partner.name} that it will not take place, and send a cancellation for their calendar. It stays in your
            list as cancelled. To meet after all, arrange another meeting.
          </p>
        </>
      }
      action={cancel}
      submit="Cancel the meeting"
    >
      <WhichMeeting meeting={found.meeting} />
    </AskPage>
  );
}
