import type { StaffRefusal as ProposalRefusal } from "@/lib/pairing/proposals/commands";
import { isPastDeadline, MOST_EXTRA_DAYS } from "@/lib/pairing/proposals/deadlines";
import type { Proposal } from "@/lib/pairing/proposals/proposal";
import type { StaffRefusal as RelationshipRefusal } from "@/lib/pairing/relationships/commands";
import type { EndedBecause, Relationship } from "@/lib/pairing/relationships/relationship";
import { isRhythm, type Rhythm } from "@/lib/pairing/relationships/rhythm";
import type { Settings } from "@/lib/society/settings/settings";
import type { AGES, RELATIONSHIP_STATES } from "./input";
import type { LetterRefusal } from "./letters/commands";

type Words = Settings["words"];

/** Why something was refused, for staff. */
export function sayStaffRefusal(reason: LetterRefusal | ProposalRefusal | RelationshipRefusal): string {
  switch (reason) {
    case "not-staff":
    case "not-found":
      return "This no longer exists.";
    case "already-sent":
      return "Both have already received this letter within the last day, so it was not sent again. It is listed on their page, below. To send another one, change the text first.";
    case "own":
      return "You are one of the two people involved, so another member of staff has to do this.";
    case "too-late":
      return "The deadline for this proposal has passed.";
    case "not-open":
      return "This proposal has already been answered or withdrawn.";
    case "already-ended":
      return "This relationship has already ended.";
    case "already-reminded":
      return "The mentor has already heard of this proposal today.";
    case "too-many-days":
      return `At most ${MOST_EXTRA_DAYS} days can be added in total.`;
    case "unknown-months":
      return "Please choose one of the periods in the list.";
    case "partner-left":
      return "One of the two no longer has an account, so a letter cannot reach them both.";
    case "not-yours":
    case "not-due":
    case "not-reopenable":
    case "yourself":
    case "no-profile":
    case "already-open":
    case "already-partners":
    case "already-held":
    case "already-asked":
    case "nothing-asked":
    case "not-yet":
    case "too-many-open":
    case "mentee-has-mentor":
    case "mentor-full":
    case "mentor-unavailable":
    case "not-in-programme":
    case "programme-closed":
    case "not-ready":
    case "kept-apart":
      return "This cannot be done as things stand.";
    case "changed-meanwhile":
      return "This has changed since you opened the page. Please check what it says now, then try again.";
  }
}

/** "A letter from the society", on the way to it. */
export function sayLetters(count: number): string {
  return count === 1 ? "A letter from the society" : `${count} letters from the society`;
}

/** Where a proposal stands, as staff read it. The date decides. */
export function sayState(
  proposal: Pick<Proposal, "status" | "withdrawnBecause" | "expiresAt">,
  words: Words,
  now: Date,
): string {
  if (proposal.status === "expired" || isPastDeadline(proposal, now)) return "Expired without a reply";
  switch (proposal.status) {
    case "sent":
      return "Waiting for a reply";
    case "accepted":
      return "Accepted";
    case "rejected":
      return "Rejected";
    case "withdrawn":
      return WITHDRAWN[proposal.withdrawnBecause ?? "mentee"](words);
  }
}

const WITHDRAWN: Record<NonNullable<Proposal["withdrawnBecause"]>, (words: Words) => string> = {
  mentee: ({ mentee }) => `Withdrawn by the ${mentee}`,
  staff: () => "Withdrawn by staff",
  "mentee-left": ({ mentee }) => `Withdrawn: the ${mentee} left`,
  "mentor-left": ({ mentor }) => `Withdrawn: the ${mentor} left`,
  "mentee-matched": ({ mentor }) => `Withdrawn: another ${mentor} accepted`,
  "mentor-full": ({ mentor }) => `Closed: the ${mentor} has no place left`,
  "mentor-away": ({ mentor }) => `Closed: the ${mentor} is away`,
};

interface Standing extends Pick<Relationship, "endedAt" | "endedBecause" | "agreedUntil"> {
  /** Null once it has ended. */
  rhythm: Rhythm | null;
}

/** Where a relationship stands, as staff read it: one word while it is under way. The date decides whether it is. */
export function sayRelationship({ endedAt, endedBecause, agreedUntil, rhythm }: Standing, words: Words, now: Date): string {
  if (!endedAt && now < agreedUntil) return rhythm ? RHYTHM_LABELS[rhythm] : "Under way";
  return sayEnd(endedBecause ?? "completed", words);
}

const RHYTHM_LABELS: Record<Rhythm, string> = {
  starting: "Starting",
  meeting: "Meeting",
  quiet: "Quiet",
  silent: "Silent",
  paused: "Paused",
};

/** What that word means, beside it. */
export const RHYTHM_SENTENCES: Record<Rhythm, string> = {
  starting: "They have only just begun, and have not agreed on a meeting yet.",
  meeting: "They have met lately, or have agreed on a meeting.",
  quiet: "They have not met lately nor agreed on a meeting, but they still write to each other.",
  silent: "They have not met lately nor agreed on a meeting, and do not write to each other.",
  paused: "Both have agreed to a pause, so nobody asks them how it is going.",
};

export function sayEnd(because: EndedBecause, { mentor, mentee }: Words): string {
  return {
    completed: "Ended as agreed",
    mentee: `Ended by the ${mentee}`,
    mentor: `Ended by the ${mentor}`,
    staff: "Ended by staff",
    "mentee-left": `Ended: the ${mentee} left`,
    "mentor-left": `Ended: the ${mentor} left`,
  }[because];
}

/** The states of a list of relationships. */
export function stateLabel(state: (typeof RELATIONSHIP_STATES)[number], words: Words): string {
  if (state === "open") return "Under way";
  return isRhythm(state) ? RHYTHM_LABELS[state] : sayEnd(state, words);
}

export const AGE_LABELS: Record<(typeof AGES)[number], string> = {
  "newer-7": "In the last week",
  "newer-30": "In the last month",
  "older-7": "More than a week ago",
  "older-30": "More than a month ago",
  "older-90": "More than three months ago",
  "older-365": "More than a year ago",
};

/** Roughly when the two last wrote to each other; staff do not need more detail. */
export type Activity = "week" | "month" | "longer" | "never";
export const ACTIVITY_LABELS: Record<Activity, string> = {
  week: "Within the last week",
  month: "Within the last month",
  longer: "Longer than a month ago",
  never: "Not yet",
};
