import { redirect } from "next/navigation";
import { findMeeting, type ShownMeeting } from "@/lib/mentoring/meetings/queries";
import { findNothing } from "@/lib/people/auth/session";
import { requireRelationship } from "../../require-relationship";

/** Every page about one meeting begins with this. A viewer who may not use the page is sent back to the list. */
export async function requireMeeting(
  params: Promise<{ id: string; meetingId: string }>,
  command: ShownMeeting["allowed"][number],
) {
  const [entered, { meetingId }] = await Promise.all([requireRelationship(params), params]);
  const { viewer, relationship, id, now } = entered;
  const found = await findMeeting(viewer, id, meetingId, now);
  if (!found) findNothing(viewer, "relationship");
  const meetings = `/relationships/${id}/meetings`;
  if (!relationship.isOpen || !found.allowed.includes(command)) redirect(meetings);
  const { partner, viewerIs } = relationship;
  return { ...entered, found, partner, viewerIs, back: { href: meetings, label: `Meetings with ${partner.name}` } };
}
