import type { Role } from "@/lib/foundation/viewer";
import type { Audience } from "./resource";

/** The audiences that a member in this role belongs to. */
export function audiencesOf(role: Role | null): Audience[] {
  if (role === null) return ["everybody"];
  return ["everybody", role === "mentor" ? "mentors" : "mentees"];
}
