import type { ShownMeeting } from "@/lib/mentoring/meetings/queries";

/** What a form about a meeting sends along: which one, and as it was seen. */
export function WhichMeeting({ meeting }: Pick<ShownMeeting, "meeting">) {
  return (
    <>
      <input type="hidden" name="relationshipId" value={meeting.relationshipId} />
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="version" value={meeting.version} />
    </>
  );
}
