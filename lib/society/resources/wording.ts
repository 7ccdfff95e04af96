import { capital } from "@/lib/foundation/wording";
import { sayContentRefusal } from "@/lib/society/content/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Audience, ShelvedResource } from "./resource";

/** "Everybody", "Mentors", "Mentees" in the society's words. */
export function sayAudience(audience: Audience, { mentors, mentees }: Settings["words"]): string {
  return { everybody: "Everybody", mentors: capital(mentors), mentees: capital(mentees) }[audience];
}

/** Where it stands, for staff. */
export function sayShelf({ number, publishedNumber }: Pick<ShelvedResource, "number" | "publishedNumber">): string {
  if (publishedNumber === null) return "Draft, visible to staff only";
  return number === publishedNumber ? "Published" : "Published, with a newer draft";
}

export function sayResourceRefusal(reason: "not-staff" | "not-found" | "busy" | "changed-meanwhile"): string {
  if (reason === "changed-meanwhile")
    return "Somebody has published another version since you opened the page. Look at it first.";
  if (reason === "not-found") return "This resource does not exist.";
  return sayContentRefusal(reason);
}
