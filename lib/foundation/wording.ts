import type { Settings } from "@/lib/society/settings/settings";

type Words = Settings["words"];

/** The name of somebody whose data has been erased, as their partners see it. */
export const FORMER_MEMBER = "a former member";
/** In place of what such a person had written. */
export const ERASED_WORDS = "Erased with the account of the person who wrote this.";

/** In place of words that were kept and cannot be opened. Staff find the reference among the findings. */
export function sayUnreadable(reference: string): string {
  return `These words cannot be read at the moment. Please ask for help and quote the reference ${reference}.`;
}

/** A member's name at the beginning of a sentence or a line. */
export function atStart(name: string): string {
  return name === FORMER_MEMBER ? capital(name) : name;
}

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
  "logged-out-everywhere": () => "You are logged out here and everywhere else.",
  "came-back": () => "Welcome back. Your profile is as you left it.",
  "sent-again": () => "If somebody has registered with this address or number, the link is on its way once more.",
  "link-sent": () =>
    "If there is an account with this address or number, a mail is on its way to it. The link in it works once, for one hour.",
  "password-reset": () => "Your password is changed. Log in with the new one.",
  "password-changed": () => "Your password is changed. Everywhere else you are logged out.",
  "email-asked": () => "We have sent a link to the new address. Open it there, and the address is changed.",
  "email-changed": () => "Your e-mail address is changed. Wherever else you were logged in, you are logged out.",
  "time-zone-saved": () => "Your time zone is saved. All times are now shown in it.",
  "mail-choices-saved": () => "Saved. From now on we mail you as you have chosen.",
  "mails-stopped": () => "Done.",
  "contract-signed": () => "You have signed. We have told your partner, who is asked to sign too.",
  "contract-complete": () => "You have signed, and so has your partner: the contract is complete. We have told them.",
  "reflection-saved": () => "Your reflection is saved. Only you can read it.",
  "kept-beside": () =>
    "You had sent this form before, with something else in it. That is still here, and what you have sent now is kept beside it.",
  "reflection-deleted": () => "Your reflection is deleted.",
  "sheet-saved": () => "Saved. Your partner can read it too, and every earlier version stays.",
  "saved-together": () => "Saved, together with what your partner changed meanwhile.",
  "goal-added": () => "Your goal is set. Your partner can see it too.",
  "goal-saved": () => "Your goal is changed.",
  "goal-noted": () => "Noted. Your partner can read it too.",
  "goal-achieved": () => "Achieved. Take a moment to be pleased.",
  "goal-dropped": () => "Dropped. That leaves room for what matters more.",
  "goal-reopened": () => "The goal is open again.",
  "meeting-arranged": () => "Saved. We have told your partner, and sent an invitation for their calendar.",
  "meeting-changed": () => "Saved. We have told your partner, and sent the change for their calendar.",
  "meeting-suggested": () => "We have told your partner which time you suggest.",
  "meeting-accepted": () => "You have accepted. We have told your partner.",
  "meeting-declined": () => "You have declined. We have told your partner.",
  "meeting-agreed": () => "The meeting is moved to that time. We have told your partner.",
  "meeting-cancelled": () => "The meeting is cancelled. We have told your partner.",
  "meeting-held": () => "Noted: this meeting was held.",
  "meeting-missed": () => "Noted: this meeting did not take place.",
  "meeting-logged": () => "The meeting is logged. We have told your partner.",
  "calendar-renewed": () => "Your calendar address is ready. You find it at the end of this page.",
  "member-suspended": () => "The account is suspended. The member and their partners have been told.",
  "member-reactivated": () => "The account is active again. The member and their partners have been told.",
  "member-signed-out": () => "All their sessions are over. The member has been told.",
  "member-approved": () => "The account is approved. The member has been told that they can log in.",
  "member-refused": () => "The account is refused and its data erased. They have been told.",
  "staff-changed": () => "Saved. It applies from now on, and the member has been told.",
  "member-erased": () => "Erased for good. Everybody concerned has been told.",
  "put-off": () => "Put off. It comes back in three days, if it still needs anybody.",
  dismissed: () => "Dismissed. You find it under what is put aside.",
  "taken-up": () => "It is back on the desk, if it still needs anybody.",
  "deadline-extended": () => "The last day is moved. We have told both.",
  "staff-withdrew": () => "The proposal is withdrawn. We have told both, with your words.",
  "staff-ended": () => "The relationship has ended. We have told both.",
  "end-extended": () => "The agreed end is moved. We have told both.",
  "letter-sent": () => "Your letter is on its way to both.",
  "register-received": () => "The file is here, and nothing is changed yet. Say which column is what.",
  "register-imported": () => "The register is imported.",
  "register-dropped": () => "The import is dropped. Nothing was changed, and the file is gone.",
  "mails-sent-again": () => "The mails are on their way again.",
  "block-lifted": () => "Mail goes to this member's address again, from the next mail on.",
  asked: () => "We have your request, and have sent you a mail with its reference. We will tell you when there is an answer.",
  replied: () => "Sent. Your request is with us again.",
  answered: () => "Your answer is sent. We have told the member; the request waits for them now.",
  solved: () => "The request is marked as solved. We have told the member.",
  "note-written": () => "Your note is kept. Only staff can read it.",
  taken: () => "You look after this request now.",
  released: () => "Nobody looks after this request now.",
  sorted: () => "The request is in its new category.",
  "settings-saved": () => "Saved. It counts from now on, everywhere.",
  "settings-merged": () => "Saved, together with what another admin changed meanwhile. It counts from now on, everywhere.",
  "entry-added": () => "Added, at the end of the list. It is offered from now on.",
  "entry-changed": () => "The entry is changed, in every profile that has it.",
  "entry-retired": () => "Retired. Nobody is offered it any more; whoever has chosen it keeps it.",
  "entry-brought-back": () => "The entry is offered again.",
  "logo-shown": () => "The logo is shown from now on, on every page and in every mail.",
  "logo-removed": () => "The logo is removed, from mails that were already sent too.",
  "draft-saved": () => "Saved as a draft. Only staff see it until it is published.",
  "draft-merged": () => "Saved as a draft, together with what a colleague changed meanwhile. Please read it once more.",
  "draft-same": () => "There was nothing new to save.",
  "text-published": () => "Published. Whoever opens it from now on reads this version.",
  "version-restored": () => "The earlier version is a draft now, below. Read it, and publish it when it is right.",
  "taken-down": () => "Members do not see it any more. Publish it when they should again.",
  "articles-added": () => "The articles that come with the product are in the list, as drafts.",
  "all-read": () => "Everything is marked as read.",
};

/** The sentence for `?done=`; nothing for a key that is not ours. */
export function sayDone(key: string | string[] | undefined, words: Words): string | null {
  if (typeof key !== "string" || !Object.hasOwn(DONE, key)) return null;
  return DONE[key]?.(words) ?? null;
}

/** "a, b and c" */
export function listInWords(words: readonly string[]): string {
  return AND.format(words);
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "4,000" */
export function sayNumber(number: number): string {
  return number.toLocaleString("en-GB");
}

/** "Mentor", from the society's word "mentor". */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase("en-GB") + word.slice(1);
}

/**
 * Where help comes from: for whoever is signed in the page where they ask for it; for others an e-mail, else a telephone call,
 * else the society's website, and null when none is known.
 */
export function supportLink({ support, society }: Settings, isSignedIn = false): string | null {
  if (isSignedIn) return "/support";
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
