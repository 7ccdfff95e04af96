import type { Role, Viewer } from "@/lib/foundation/viewer";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import type { Avoided } from "./avoided";
import { findPeople } from "./queries";

/** The same, counted with the searches for mentors: null when the viewer did so too often in a few minutes. */
export async function searchPeople(viewer: Viewer, role: Role, typed: string): Promise<Avoided[] | null> {
  return (await isWithinLimits("search", viewer.memberId, null)) ? findPeople(viewer, role, typed) : null;
}
