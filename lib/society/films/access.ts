import type { Viewer } from "@/lib/foundation/viewer";
import { SLUGS, type Slug } from "@/lib/society/content/document";

/** Texts that only members read. */
const FOR_MEMBERS: readonly Slug[] = ["welcome", "first-conversation", "contract", "cpd"];

export type FilmViewer = Pick<Viewer, "isMentor" | "isMentee" | "staff">;

/** Where this person, or somebody who is not signed in, may come across a film. */
export interface FilmReach {
  /** Staff see every film, also before anybody else does. */
  isStaff: boolean;
  /** The audiences of the resources that they can open, in either of their roles: switching must not stop a film that plays. */
  audiences: string[];
  slugs: string[];
  /** Whether they can be in a programme that has texts of its own. */
  isMember: boolean;
}

export function reachOf(viewer: FilmViewer | null): FilmReach {
  if (!viewer)
    return { isStaff: false, audiences: [], slugs: SLUGS.filter((slug) => !FOR_MEMBERS.includes(slug)), isMember: false };
  const audiences = ["everybody", ...(viewer.isMentor ? ["mentors"] : []), ...(viewer.isMentee ? ["mentees"] : [])];
  return { isStaff: viewer.staff !== "none", audiences, slugs: [...SLUGS], isMember: true };
}
