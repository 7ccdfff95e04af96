import type { Role } from "@/lib/foundation/viewer";
import type { Audience } from "./resource";

/** For whom something must be for a member who acts in this role to see it. */
export function audiencesOf(role: Role | null): Audience[] {
  if (role === null) return ["everybody"];
  return ["everybody", role === "mentor" ? "mentors" : "mentees"];
}
