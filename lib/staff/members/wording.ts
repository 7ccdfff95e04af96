import { sayDate } from "@/lib/foundation/dates";
import { sayPlainDay } from "@/lib/foundation/day-range";
import { capital, listInWords, withArticle } from "@/lib/foundation/wording";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { isAvailableAt } from "@/lib/people/members/is-available";
import { FACTS } from "@/lib/society/audit/phrases";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import type { Command, Entry, Listed, Refusal, RelationshipRow, Staff, Standing, Status, TrailLine } from "./directory";
import { AGES, type Filters, type Gap, type RoleFilter } from "./input";

type Words = Settings["words"];

export const STATUS_WORDS: Record<Status, string> = {
  active: "Active",
  waiting: "Waiting for approval",
  suspended: "Suspended",
  deleted: "Deleted by the member",
};

export const STANDING_WORDS: Record<Standing, string> = { current: "Current member", lapsed: "Membership lapsed" };

export const STAFF_WORDS: Record<Staff, string> = { none: "Not staff", staff: "Staff", admin: "Administrator" };

export function sayRoleFilter(role: RoleFilter, { mentors, mentees, mentor, mentee }: Words): string {
  return {
    mentor: capital(mentors),
    mentee: capital(mentees),
    "only-mentor": `Only ${mentor}`,
    "only-mentee": `Only ${mentee}`,
    both: `Both ${mentor} and ${mentee}`,
    none: "No role",
  }[role];
}

/**
 * Whom a number of a report, or of a run of matching, led to: "Mentees without a mentor now, who joined in the last 30 days". Null without
 * such a filter. `programme`: the name of the one in which the run is, where there is one for the reader.
 */
export function sayCounted(
  { gap, age, offers, couldOffer, leftOverMentees, leftOverMentors, joinedFrom, joinedTo }: Filters,
  { words, topics }: Pick<Settings, "words" | "topics">,
  programme: string | null = null,
): string | null {
  const sayTopic = (topic: number) => labelOf(topics, topic) ?? "a topic that no longer exists";
  const joined = [
    joinedFrom && `who joined from ${sayPlainDay(joinedFrom)}`,
    joinedTo && `${joinedFrom ? "to" : "who joined until"} ${sayPlainDay(joinedTo)}`,
  ].filter(Boolean);
  const offer = offers !== null && `${words.mentors} with a free place who offer ${sayTopic(offers)}`;
  const could =
    couldOffer !== null && `${words.mentors} who could offer ${sayTopic(couldOffer)} but have no free place for it so far`;
  const sayLeft = (who: string) =>
    `${who} left over in ${programme === null ? "a matching that no longer exists" : `the matching of ${programme}`}`;
  const left = [leftOverMentees && sayLeft(words.mentees), leftOverMentors && sayLeft(words.mentors)];
  const since = age !== null && `who joined ${sayAge(age)}`;
  const parts = [gap && sayGap(gap, words), offer, could, ...left, joined.join(" "), since].filter(Boolean);
  return parts.length > 0 ? capital(parts.join(", ")) : null;
}

function sayGap(gap: Gap, { mentor, mentors, mentee, mentees }: Words): string {
  return {
    "mentor-alone": `${mentors} who have no ${mentee} now`,
    "mentor-never": `${mentors} who have never had ${withArticle(mentee)}`,
    "mentor-unasked": `${mentors} to whom nobody has ever sent a proposal`,
    "mentor-silent": `${mentors} who have let proposals expire and never replied to one`,
    "mentee-alone": `${mentees} who have no ${mentor} now`,
    "mentee-never": `${mentees} who have never sent a proposal`,
  }[gap];
}

/** How long ago somebody joined, by the number of AGES that they joined after: "in the last 30 days". */
export function sayAge(age: number): string {
  const [year, quarter, month] = AGES;
  const said = [
    `more than ${year} days ago`,
    `${quarter} to ${year} days ago`,
    `${month} to ${quarter} days ago`,
    `in the last ${month} days`,
  ];
  return said[age] ?? "";
}

/** "Mentor and mentee", "No role yet" */
export function sayRoles({ isMentor, isMentee }: Pick<Listed, "isMentor" | "isMentee">, { mentor, mentee }: Words): string {
  const roles = [isMentor && mentor, isMentee && mentee].filter((role) => role !== false);
  return roles.length > 0 ? capital(listInWords(roles)) : "No role yet";
}

/** Anything unusual about somebody in a list; empty for most members. */
export function sayPeculiarities({ status, standing, staff }: Pick<Listed, "status" | "standing" | "staff">): string[] {
  return [
    status !== "active" && STATUS_WORDS[status],
    standing !== "current" && STANDING_WORDS[standing],
    staff !== "none" && STAFF_WORDS[staff],
  ].filter((word) => word !== false);
}

/** The button, and what its page asks. */
export const COMMAND_WORDS: Record<Command, { button: string; ask: (name: string) => string; no: string }> = {
  approve: { button: "Approve", ask: (name) => `Approve the account of ${name}?`, no: "Not yet" },
  refuse: { button: "Refuse", ask: (name) => `Refuse the account of ${name}?`, no: "Not yet" },
  reactivate: { button: "Reactivate", ask: (name) => `Reactivate ${name}?`, no: "Leave it suspended" },
  suspend: { button: "Suspend", ask: (name) => `Suspend ${name}?`, no: "Do not suspend" },
  "end-sessions": { button: "End all sessions", ask: (name) => `End all sessions of ${name}?`, no: "Leave them signed in" },
  "change-staff": {
    button: "Change staff rights",
    ask: (name) => `Which staff rights should ${name} have?`,
    no: "Leave it as it is",
  },
  "remove-second-step": {
    button: "Take away second step",
    ask: (name) => `Take away the second step of ${name}?`,
    no: "Leave it",
  },
  "restore-sign-in": {
    button: "Restore earlier sign-in",
    ask: (name) => `Restore the earlier sign-in of ${name}?`,
    no: "Leave it as it is",
  },
  erase: { button: "Erase", ask: (name) => `Erase ${name} for good?`, no: "Do not erase" },
};

/** What will happen, line by line, before it does. */
export function sayConsequences(command: Command, { name }: Pick<Entry, "name">, { society, words }: Settings): string[] {
  switch (command) {
    case "approve":
      return [
        `${name} can sign in from now on. We tell them by e-mail.`,
        "This e-mail address is not the one on the register for their membership number. Please make sure first that the number really is theirs.",
      ];
    case "refuse":
      return [
        "The registration is refused and its data is deleted. This cannot be undone.",
        "We tell them by e-mail, and say whom to ask if this is a mistake. The membership number and e-mail address can be used to register again.",
      ];
    case "reactivate":
      return [
        `${name} can sign in again. We tell them by e-mail.`,
        "We tell each of their partners that they can be reached again.",
        "The reason that staff wrote down is deleted. The audit trail still shows who suspended them, and when.",
      ];
    case "suspend":
      return [
        "They are signed out everywhere and cannot sign in. We tell them by e-mail and say whom to ask, but not the reason.",
        `They no longer appear in searches, and their open proposals are withdrawn. We tell the other ${words.mentee} or ${words.mentor}.`,
        "Their relationships continue. We tell each partner that they cannot be reached at present, but not why.",
        "You can undo this by reactivating them.",
      ];
    case "end-sessions":
      return [
        "They are signed out on every computer and phone. We tell them by e-mail.",
        "Nothing else changes: they can sign in again straight away.",
      ];
    case "change-staff":
      return [
        "Staff look after members, proposals, support and content. Administrators can also change settings and staff.",
        "The change takes effect immediately. We tell them by e-mail.",
      ];
    case "remove-second-step":
      return [
        `The passkeys, the authenticator app and the recovery codes of ${name} are deleted. After that, the password alone opens the account, until they add a second step again.`,
        "Do this only once you are sure that it is they who ask: a telephone number that you already had is better proof than an e-mail.",
        "They are signed out everywhere. We tell them by e-mail.",
      ];
    case "restore-sign-in":
      return [
        `The account of ${name} was moved to another sign-in of the society, because membership number and e-mail address were the same. After this, it belongs to the earlier sign-in again.`,
        "They are signed out everywhere. We tell them by e-mail.",
        "If moving is still allowed in the settings, whoever has this number and e-mail address can move the account again.",
      ];
    case "erase":
      return [
        "All their personal data is deleted for good: name, e-mail address, membership number, profiles and everything they wrote. This cannot be undone.",
        `Their relationships end and their open proposals are withdrawn. We tell everybody concerned that they are no longer on ${society.product}.`,
        "Their partners keep what they wrote themselves, and see “a former member” instead of the name. Counts and dates are kept.",
        "We tell them in one last e-mail. Their membership of the society does not change.",
      ];
  }
}

/** Why nothing was done, for the member of staff. */
export function sayRefusal(refusal: Refusal): string {
  switch (refusal) {
    case "not-staff":
      return "Only staff of the society can do this.";
    case "not-found":
      return "This member no longer exists.";
    case "own-account":
      return "This is your own account. Ask another member of staff to do this, so that two people know about it.";
    case "admin-only":
      return "Only administrators can decide who is staff here and what they may do.";
    case "last-admin":
      return "This is the last administrator, and without one nobody could manage settings and staff. Make somebody else an administrator first.";
    case "not-active":
      return "This account is not active, so there is nothing to do.";
    case "not-suspended":
      return "This account is not suspended.";
    case "not-waiting":
      return "This account is no longer waiting for approval.";
    case "is-waiting":
      return "This account is still waiting for approval. If you refuse it, its data is deleted.";
    case "same-staff":
      return "They already have these rights.";
    case "no-second-step":
      return "They have no second step, so there is nothing to take away.";
    case "not-moved":
      return "This account has not moved to another sign-in, so there is nothing to restore.";
    case "wrong-number":
      return "That is not their membership number. Nothing was erased.";
    case "changed-meanwhile":
      return "This account has changed since you opened the page. Please check what it says now, then try again.";
  }
}

/** "1 of 2 places taken; available", for staff; a mentor without a profile cannot be found. */
export function sayMentorPlaces(mentor: Entry["mentor"], { now, timeZone }: { now: Date; timeZone: string }): string {
  if (!mentor) return "No profile yet";
  const { capacity, placesTaken, availableAgainAt } = mentor;
  const places = `${placesTaken} of ${capacity} ${capacity === 1 ? "place" : "places"} taken`;
  if (isAvailableAt(mentor, now)) return `${places}; available`;
  return availableAgainAt
    ? `${places}; unavailable until ${sayDate(availableAgainAt, now, timeZone)}`
    : `${places}; unavailable until further notice`;
}

/** The state of a proposal. Past its deadline it counts as expired, even before the sweep. */
export function sayProposalState({ status, expiresAt }: Pick<RelationshipRow, "status" | "expiresAt">, now: Date): string {
  return { sent: "Unanswered", accepted: "Accepted", rejected: "Rejected", withdrawn: "Withdrawn", expired: "Expired" }[
    isPastDeadline({ status, expiresAt }, now) ? "expired" : status
  ];
}

/** A line of the audit trail: "Helen Marsh suspended this member", or the fact by itself where nothing was written for it. */
export function sayLine({ fact, actor, actorId, actorName }: Omit<TrailLine, "id">, memberId: string): string {
  const who = actorId === memberId ? "They" : (actorName ?? WHO[actor]);
  const words = Object.hasOwn(FACTS, fact) ? FACTS[fact] : undefined;
  // Actions on one's own account need no object.
  if (words) return actorId === memberId ? `${who} ${words}` : `${who} ${words} this member`;
  return `${capital(fact.replaceAll("-", " "))}${actorId === memberId ? "" : `, by ${actorName ?? WHO[actor].toLowerCase()}`}`;
}

const WHO: Record<TrailLine["actor"], string> = {
  member: "A member",
  staff: "Staff",
  clock: "A scheduled job",
  system: "The system",
};
