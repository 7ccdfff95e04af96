import { notFound, redirect } from "next/navigation";
import type { Viewer } from "@/lib/foundation/viewer";
import { isOpen } from "@/lib/pairing/relationships/access";
import type { Settings } from "@/lib/society/settings/settings";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";

/** The relationship that staff are about to act on; redirects to its page if staff can no longer do anything about it. */
export async function findOpenRelationship(viewer: Viewer, id: string, settings: Settings, now: Date) {
  const found = await findRelationshipRecord(viewer, id, settings, now);
  if (!found) notFound();
  if (found.isOwn || !isOpen(found.relationship, now)) redirect(`/admin/relationships/${id}`);
  return found;
}
