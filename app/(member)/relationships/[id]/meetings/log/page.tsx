import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { MeetingFields } from "@/components/meetings/meeting-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { localOf } from "@/lib/foundation/dates";
import { requireRelationship } from "../../require-relationship";
import { log } from "../actions";

export default async function LogMeetingPage({ params }: PageProps<"/relationships/[id]/meetings/log">) {
  const { viewer, settings, now, relationship, id } = await requireRelationship(params);
  const meetings = `/relationships/${id}/meetings`;
  if (!relationship.isOpen) redirect(meetings);
  const { partner, viewerIs } = relationship;
  return (
    <Page
      settings={settings}
      heading="Log a meeting"
      lede={`For a meeting with ${partner.name} that has taken place but was not arranged here.`}
      back={{ href: meetings, label: `Meetings with ${partner.name}` }}
      isNarrow
    >
      <Form
        action={log}
        submit="Save"
        title={titleOf("Log a meeting", settings)}
        aside={
          <LinkButton href={meetings} kind="plain">
            Not now
          </LinkButton>
        }
      >
        <input type="hidden" name="relationshipId" value={id} />
        <input type="hidden" name="meetingId" value={randomUUID()} />
        <Draft memberId={viewer.memberId} place={`${id}/meetings/log`} />
        <MeetingFields
          viewerIs={viewerIs}
          partnerName={partner.name}
          settings={settings}
          timeZone={viewer.timeZone}
          latest={localOf(now, viewer.timeZone)}
        />
      </Form>
    </Page>
  );
}
