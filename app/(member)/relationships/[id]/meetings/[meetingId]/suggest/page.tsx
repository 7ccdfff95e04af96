import { Concerns, TimeFields } from "@/components/meetings/meeting-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { localOf, sayPeriod } from "@/lib/foundation/dates";
import { suggest } from "../../actions";
import { WhichMeeting } from "../../which-meeting";
import { requireMeeting } from "../require-meeting";

export default async function SuggestTimePage({ params }: PageProps<"/relationships/[id]/meetings/[meetingId]/suggest">) {
  const { viewer, settings, now, found, partner, back } = await requireMeeting(params, "suggest");
  return (
    <Page
      settings={settings}
      heading="Suggest another time"
      lede={`Instead of ${sayPeriod(found.meeting, now, viewer.timeZone)}. ${partner.name} can accept it or change the meeting.`}
      back={back}
      isNarrow
    >
      <Form
        action={suggest}
        submit="Suggest this time"
        title={titleOf("Suggest another time", settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <WhichMeeting meeting={found.meeting} />
        <Draft memberId={viewer.memberId} place={`meetings/${found.meeting.id}/suggest`} />
        <TimeFields timeZone={viewer.timeZone} initial={found} earliest={localOf(now, viewer.timeZone)} />
        <Concerns partnerName={partner.name} />
      </Form>
    </Page>
  );
}
