import { VersionField } from "@/components/ui/version-field";
import type { ShownMeeting } from "@/lib/mentoring/meetings/queries";

/** What a form about a meeting sends along: which one, and as it was seen. */
export function WhichMeeting({ meeting }: Pick<ShownMeeting, "meeting">) {
  return (
    <>
      <input type="hidden" name="relationshipId" value={meeting.relationshipId} />
      <input type="hidden" name="meetingId" value={meeting.id} />
      <VersionField name="version" initial={meeting.version} />
    </>
  );
}
