import { findRelationship } from "@/lib/pairing/relationships/queries";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";

/** What every page of something that two partners share begins with; it does not exist for anybody else. */
export async function enter(params: Promise<{ id: string }>) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const relationship = await findRelationship(viewer, id, now);
  if (!relationship) findNothing(viewer, "relationship");
  const whoReads = sayWhoReads("partners", relationship.partner.name);
  return { viewer, settings, now, relationship, id, whoReads, when: { now, timeZone: viewer.timeZone } };
}
