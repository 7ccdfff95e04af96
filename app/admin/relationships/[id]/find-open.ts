import { notFound, redirect } from "next/navigation";
import type { Viewer } from "@/lib/foundation/viewer";
import { isOpen } from "@/lib/pairing/relationships/access";
import type { Settings } from "@/lib/society/settings/settings";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";

/** The relationship that staff are about to act on; back to its page when there is nothing to be done by them any more. */
export async function findOpen(viewer: Viewer, id: string, settings: Settings, now: Date) {
  const found = await findRelationshipRecord(viewer, id, settings, now);
  if (!found) notFound();
  if (found.isOwn || !isOpen(found.relationship, now)) redirect(`/admin/relationships/${id}`);
  return found;
}
