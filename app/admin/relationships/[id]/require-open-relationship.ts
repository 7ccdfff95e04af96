import { notFound, redirect } from "next/navigation";
import { isOpen } from "@/lib/pairing/relationships/access";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findRelationshipRecord } from "@/lib/staff/relationships/queries";
import { nameBoth } from "../../record-page";

/** The relationship that staff are about to act on; redirects to its page if they can no longer do anything about it. */
export async function requireOpenRelationship(params: Promise<{ id: string }>) {
  const viewer = await requireStaff("relationships");
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findRelationshipRecord(viewer, id, settings, now);
  if (!found) notFound();
  const page = `/admin/relationships/${id}`;
  if (found.isOwn || !isOpen(found.relationship, now)) redirect(page);
  const back = { href: page, label: nameBoth("relationships", found.mentee, found.mentor) };
  return { ...found, viewer, back, settings, when: { now, timeZone: viewer.timeZone } };
}
