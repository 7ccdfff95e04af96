import { sayDate } from "@/lib/foundation/dates";
import { capital, listInWords } from "@/lib/foundation/wording";
import { isPastDeadline } from "@/lib/pairing/proposals/deadlines";
import { isAvailableAt } from "@/lib/people/members/availability";
import { FACTS } from "@/lib/society/audit/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Command, Entry, Listed, Movement, Refusal, Staff, Standing, Status, TrailLine } from "./directory";
import type { RoleFilter } from "./input";

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
  return { mentor: capital(mentors), mentee: capital(mentees), both: `Both ${mentor} and ${mentee}`, none: "No role" }[role];
}

/** "Mentor and mentee", "No role yet" */
export function sayRoles({ isMentor, isMentee }: Pick<Listed, "isMentor" | "isMentee">, { mentor, mentee }: Words): string {
  const roles = [isMentor && mentor, isMentee && mentee].filter((role) => role !== false);
  return roles.length > 0 ? capital(listInWords(roles)) : "No role yet";
}

/** What sets somebody apart in a list: nothing for most. */
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
  "change-staff": { button: "Change rights as staff", ask: (name) => `What may ${name} do here?`, no: "Leave it as it is" },
  erase: { button: "Erase", ask: (name) => `Erase ${name} for good?`, no: "Do not erase" },
};

/** What will happen, line by line, before it does. */
export function sayConsequences(command: Command, { name }: Pick<Entry, "name">, { society, words }: Settings): string[] {
  switch (command) {
    case "approve":
      return [
        `${name} can log in from now on, and we tell them by mail.`,
        "The register has not got this e-mail address for their number, so it cannot vouch for them. Please make sure first that the number is theirs.",
      ];
    case "refuse":
      return [
        "The account does not come about, and what they gave us is erased. This cannot be undone.",
        "We tell them by mail, with whom to ask if it is a mistake. Number and address are free again.",
      ];
    case "reactivate":
      return [
        `${name} can sign in again, and we tell them by mail.`,
        "Each partner is told that they can be reached again.",
        "The reason that staff wrote down is forgotten; the audit trail keeps who suspended them, and when.",
      ];
    case "suspend":
      return [
        "They are signed out everywhere and cannot sign in. We tell them by mail, without the reason, and whom to ask.",
        `Nobody can find them, and their open proposals are withdrawn; the other ${words.mentee} or ${words.mentor} is told.`,
        "Their relationships stay. Each partner is told, without a reason, that they cannot be reached at present.",
        "It can be undone: reactivate them.",
      ];
    case "end-sessions":
      return [
        "They are signed out on every computer and phone, and we tell them by mail.",
        "Nothing else changes: they can sign in again straight away.",
      ];
    case "change-staff":
      return [
        "Staff look after members, proposals, support and content. Administrators can also change settings and staff.",
        "It applies at once, and we tell them by mail.",
      ];
    case "erase":
      return [
        "All their personal data is gone for good: name, address, number, profiles, and every word that they wrote. This cannot be undone.",
        `Their relationships end and their open proposals are withdrawn; everybody concerned is told that they are not on ${society.product} any more.`,
        "Their partners keep their own words, with “a former member”. Counts and dates stay.",
        "One last mail tells them. Their membership of the society is not touched.",
      ];
  }
}

/** Why nothing was done, for the member of staff. */
export function sayRefusal(refusal: Refusal): string {
  switch (refusal) {
    case "not-staff":
      return "Only staff of the society can do this.";
    case "not-found":
      return "There is no such member any more.";
    case "own-account":
      return "This is your own account. Ask another member of staff, so that two people know of it.";
    case "admin-only":
      return "This is for administrators: who works for the society here, and what they may do.";
    case "last-admin":
      return "This is the last administrator, and without one nobody could look after settings and staff. Make somebody else one first.";
    case "not-active":
      return "This account is not in use at present, so there is nothing to do.";
    case "not-suspended":
      return "This account is not suspended.";
    case "not-waiting":
      return "This account does not wait for approval any more.";
    case "is-waiting":
      return "This account waits for approval. Refuse it, and its data is erased.";
    case "same-staff":
      return "That is what they may do already.";
    case "wrong-number":
      return "That is not their membership number. Nothing was erased.";
    case "changed-meanwhile":
      return "This account has changed meanwhile. Please look again, and then decide.";
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
    : `${places}; unavailable until they say otherwise`;
}

/** How a proposal stands, by the date: past its deadline it has expired. */
export function sayProposalState({ status, expiresAt }: Pick<Movement, "status" | "expiresAt">, now: Date): string {
  return { sent: "Unanswered", accepted: "Accepted", rejected: "Rejected", withdrawn: "Withdrawn", expired: "Expired" }[
    isPastDeadline({ status, expiresAt }, now) ? "expired" : status
  ];
}

/** A line of the audit trail: "Helen Marsh suspended this member", or the fact by itself where nothing was written for it. */
export function sayLine({ fact, actor, actorId, actorName }: Omit<TrailLine, "id">, memberId: string): string {
  const who = actorId === memberId ? "They" : (actorName ?? WHO[actor]);
  const words = Object.hasOwn(FACTS, fact) ? FACTS[fact] : undefined;
  // What members do on their own account needs no object.
  if (words) return actorId === memberId ? `${who} ${words}` : `${who} ${words} this member`;
  return `${capital(fact.replaceAll("-", " "))}${actorId === memberId ? "" : `, by ${actorName ?? WHO[actor].toLowerCase()}`}`;
}

const WHO: Record<TrailLine["actor"], string> = {
  member: "A member",
  staff: "Staff",
  clock: "The clock",
  system: "The system",
};
