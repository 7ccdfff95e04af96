import { withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { ProfileRefusal, TimeZoneRefusal } from "./member";

/** Why a profile or a time zone was not saved, for the member. */
export function sayRefusal(reason: ProfileRefusal | TimeZoneRefusal, role: "mentor" | "mentee", settings: Settings): string {
  switch (reason) {
    case "not-your-role":
      return `You are not ${withArticle(settings.words[role])} at the moment. You can change that in Edit Account.`;
    case "unknown-choice":
      return "The lists have changed since this page was opened. Please open the page again and choose once more.";
    case "unknown-time-zone":
      return "Please choose a time zone from the list.";
  }
}

/** Who can read a profile: beside its form, and where staff read it. The FAQ and the privacy policy say the same. */
export function sayProfileReaders(role: "mentor" | "mentee", { mentors, mentees }: Settings["words"]): string {
  return role === "mentor"
    ? `All ${mentees} can read this profile, and so can the society’s staff.`
    : `Only the ${mentors} you send a proposal to can read this profile, and the society’s staff.`;
}

/** "12 years of experience" */
export function sayExperience(years: number): string {
  if (years === 0) return "Less than a year of experience";
  return years === 1 ? "1 year of experience" : `${years} years of experience`;
}

/** "2 of 3 places free" */
export function sayPlaces(free: number, capacity: number): string {
  if (free === 0) return "No place free";
  if (capacity === 1) return "1 place free";
  return `${free} of ${capacity} places free`;
}

/** "Usually answers within 2 days" */
export function sayAnswers(hours: number): string {
  const days = Math.max(1, Math.ceil(hours / 24));
  return days === 1 ? "Usually answers within a day" : `Usually answers within ${days} days`;
}
