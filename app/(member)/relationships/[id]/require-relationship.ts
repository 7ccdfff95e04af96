import { noteArrival } from "@/lib/entrypoints/arrival";
import type { Tool } from "@/lib/pairing/programmes/programme";
import { toolsOf } from "@/lib/pairing/programmes/settings-of";
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

/** The same for the pages of a tool: where the programme does without it, they do not exist. Says whether anything new can be begun. */
export async function requireTool(tool: Tool, params: Promise<{ id: string }>) {
  const facts = await requireRelationship(params);
  const { viewer, relationship } = facts;
  if (relationship.without.includes(tool)) findNothing(viewer, "relationship");
  const isOffered = toolsOf(relationship.programme?.own ?? null).includes(tool);
  return { ...facts, mayBegin: relationship.isOpen && isOffered };
}
