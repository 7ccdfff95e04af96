import { noteArrival } from "@/lib/entrypoints/arrival";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";

/** Loads what every page of a relationship needs. For anybody but the two partners, the page does not exist. */
export async function requireRelationship(params: Promise<{ id: string }>) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const relationship = await findRelationship(viewer, id, now);
  if (!relationship) findNothing(viewer, "relationship");
  await noteArrival();
  const whoReads = sayWhoReads("partners", relationship.partner.name);
  return { viewer, settings, now, relationship, id, whoReads, when: { now, timeZone: viewer.timeZone } };
}
