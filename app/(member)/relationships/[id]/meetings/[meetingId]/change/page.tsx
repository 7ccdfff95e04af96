import { MeetingFields } from "@/components/meetings/meeting-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { change } from "../../actions";
import { WhichMeeting } from "../../which-meeting";
import { requireMeeting } from "../require-meeting";

export default async function ChangeMeetingPage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/change">) {
  const { viewer, settings, found, partner, viewerIs, back } = await requireMeeting(params, "change");
  return (
    <Page
      settings={settings}
      heading="Change this meeting"
      lede={`We tell ${partner.name}. If you change the time, we ask ${partner.name} again.`}
      back={back}
      isNarrow
    >
      <Form
        action={change}
        submit="Save"
        title={titleOf("Change this meeting", settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <WhichMeeting meeting={found.meeting} />
        <Draft memberId={viewer.memberId} place={`meetings/${found.meeting.id}`} />
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
