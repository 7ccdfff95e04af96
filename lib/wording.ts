import type { Settings } from "@/lib/settings/settings";

type Words = Settings["words"];

/** What has just been done, by the key that an action puts into the address (`?done=`). */
const DONE: Record<string, (words: Words) => string> = {
  joined: () => "Welcome. Your account is ready.",
  "profile-saved": () => "Your profile is saved.",
  "picture-removed": () => "Your picture is removed. Your initials stand in its place.",
  switched: () => "You have switched accounts.",
  sent: ({ mentor }) => `Your proposal is on its way. We will tell you as soon as the ${mentor} has answered.`,
  edited: ({ mentor }) => `Your proposal is changed. We have told the ${mentor}.`,
  withdrawn: ({ mentor }) => `You have withdrawn this proposal. We have told the ${mentor}.`,
  reopened: () => "The request is open again. We have told the other person.",
  accepted: () => "You have accepted. Your mentoring relationship begins today.",
  rejected: ({ mentee }) => `You have rejected this proposal. We have told the ${mentee}.`,
  "relationship-ended": () => "This relationship has ended. We have told your partner; everything in it stays readable.",
  "extension-asked": () => "We have asked your partner. It takes a yes from both of you.",
  extended: () => "Good: you go on. We have told your partner.",
  "extension-dropped": () => "Noted. The agreed end stays as it is.",
  "first-conversation-held": () => "Noted: you have held your first conversation.",
  "role-added": ({ mentor, mentee }) =>
    `Saved. Fill in your profile; from now on you choose the account to use, ${mentor} or ${mentee}, each time you sign in.`,
  "roles-saved": () => "Saved. Your account is as you ticked it.",
  "made-unavailable": ({ mentees }) => `You are unavailable to ${mentees} now. What is under way goes on as it was.`,
  "made-available": ({ mentees }) => `You are available again: ${mentees} can find you.`,
  "rejected-and-paused": ({ mentee, mentees }) =>
    `You have rejected this proposal, and we have told the ${mentee}. You are unavailable to ${mentees} now.`,
  "account-deleted": () =>
    "Your account is deleted, and you are signed out. You can come back whenever you like: just sign in again.",
  "came-back": () => "Welcome back. Your profile is as you left it.",
  "time-zone-saved": () => "Your time zone is saved. All times are now shown in it.",
  "mail-choices-saved": () => "Saved. From now on we mail you as you have chosen.",
  "mails-stopped": () => "Done.",
  "all-read": () => "Everything is marked as read.",
};

/** The sentence for `?done=`; nothing for a key that is not ours. */
export function sayDone(key: string | string[] | undefined, words: Words): string | null {
  if (typeof key !== "string" || !Object.hasOwn(DONE, key)) return null;
  return DONE[key]?.(words) ?? null;
}

/** "a, b and c" */
export function listInWords(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words);
}

/** "4,000" */
export function sayNumber(number: number): string {
  return number.toLocaleString("en-GB");
}

/** "Mentor", from the society's word "mentor". */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase("en-GB") + word.slice(1);
}

/** Where help comes from: an e-mail, else a telephone call, else the society's website; null when none is known. */
export function supportLink({ support, society }: Settings): string | null {
  if (support.email) return `mailto:${support.email}`;
  if (support.phone) return `tel:${support.phone.replace(/[^+\d]/g, "")}`;
  return society.websiteUrl;
}

/** "a mentor", "an adviser" */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}

/** "a year", "a month", "18 months" */
export function sayMonths(months: number): string {
  if (months === 12) return "a year";
  return months === 1 ? "a month" : `${months} months`;
}
