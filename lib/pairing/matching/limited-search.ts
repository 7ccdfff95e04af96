import type { Viewer } from "@/lib/foundation/viewer";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import type { Settings } from "@/lib/society/settings/settings";
import { isFiltered, type MentorFilters } from "./input";
import type { MentorList } from "./mentor";
import { findMentors } from "./queries";

/**
 * The mentors for a page of the list. Narrowing it and going on in it are counted, so that no machine carries the whole directory
 * away: null when a member did so too often in a few minutes. How the list begins can always be seen.
 */
export async function searchMentors(viewer: Viewer, settings: Settings, filters: MentorFilters): Promise<MentorList | null> {
  const isSearch = isFiltered(filters) || filters.after !== null;
  if (isSearch && !(await isWithinLimits("search", viewer.memberId, null))) return null;
  return findMentors(viewer, settings, filters);
}
