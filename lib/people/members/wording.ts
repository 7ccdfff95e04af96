import { withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { FEWEST_ASKED, type ProfileRefusal, type Replies, type TimeZoneRefusal } from "./member";

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
    : `Only the ${mentors} you send a proposal to, or to whom the society suggests you, can read this profile, and the society’s staff.`;
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

/** "2 people are waiting for a reply" */
export function sayWaiting(waiting: number): string {
  if (waiting === 0) return "Nobody is waiting for a reply";
  return waiting === 1 ? "1 person is waiting for a reply" : `${waiting} people are waiting for a reply`;
}

/** "Replied to 9 of 10, usually within 2 days": with the proposals that expired, so that no figure hides silence. */
export function sayReplies({ askedCount, repliedCount, answerHours }: Replies): string {
  if (askedCount < FEWEST_ASKED) return "New here";
  if (repliedCount === 0) return `Replied to none of ${askedCount}`;
  const how = `Replied to ${repliedCount === askedCount ? `all ${askedCount}` : `${repliedCount} of ${askedCount}`}`;
  // Of a mentor who lets half of them expire, the usual time is the deadline.
  if (answerHours === null || repliedCount * 2 <= askedCount) return how;
  const days = Math.max(1, Math.ceil(answerHours / 24));
  return `${how}, usually within ${days === 1 ? "a day" : `${days} days`}`;
}
