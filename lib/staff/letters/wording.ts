import { sayNumber } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { STANDING_WORDS, STATUS_WORDS, sayCounted, sayRoleFilter } from "@/lib/staff/members/wording";
import type { Fate, LetterRefusal, LetterStatus, MemberLetter, Outcome } from "./letter";

export const STATUS_LABELS: Record<LetterStatus, string> = {
  draft: "Draft",
  scheduled: "Waiting for its time",
  sending: "Being sent",
  sent: "Sent",
  stopped: "Stopped",
};

/** What will become of it, for so many. */
export const FATE_LABELS: Record<Fate, string> = {
  mail: "Will get it by e-mail",
  digest: "Will get it in their daily e-mail, as they have chosen",
  unsubscribed: "Will find it in the product only, because they have switched these e-mails off",
  blocked: "Will find it in the product only, because their address takes no e-mail",
  "had-it": "Will not get it, because they have had the same words within a day",
  suspended: "Will not get it, because their account is suspended",
  deleted: "Will not get it, because they have deleted their account",
};

export const OUTCOME_LABELS: Record<Outcome, string> = {
  sent: "Sent by e-mail",
  "on-its-way": "E-mail on its way",
  digest: "In their daily e-mail, as they have chosen",
  failed: "E-mail failed",
  overtaken: "In the product only: the e-mail was stopped, or their address takes none",
  "product-only": "In the product only, because they have switched these e-mails off",
  "had-it": "Not reached: they have had the same words within a day",
  suspended: "Not reached: the account is suspended",
  deleted: "Not reached: the account is deleted",
  stopped: "Not reached: the letter was stopped",
  waiting: "Still to be reached",
};

type To = Pick<MemberLetter, "memberId" | "filters"> & { toName: string | null };

/** Whom a letter is for: "Amina Okafor alone", "Mentors, Active", "All members". */
export function sayTo({ memberId, toName, filters }: To, settings: Settings): string {
  if (memberId !== null) return `${toName ?? "somebody who is no longer here"} alone`;
  const read = readFilters(Object.fromEntries(new URLSearchParams(filters)));
  const { role, status, standing, staff } = read;
  const parts = [
    role && sayRoleFilter(role, settings.words),
    status && STATUS_WORDS[status],
    standing && STANDING_WORDS[standing],
    staff && (staff === "admin" ? "Administrators" : "Staff"),
    sayCounted(read, settings),
    read.words && `found by “${read.words}”`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "All members";
}

export function sayMembers(count: number): string {
  return count === 1 ? "1 member" : `${sayNumber(count)} members`;
}

/** Why nothing was done, for the member of staff. */
export function sayRefusal(refusal: LetterRefusal): string {
  switch (refusal) {
    case "not-staff":
      return "Only staff of the society can write letters to members.";
    case "not-found":
      return "This letter, or the member whom it is for, is not there any more.";
    case "changed-meanwhile":
      return "This letter has changed since you opened the page. Please look at it again.";
    case "not-a-draft":
      return "This letter is no longer a draft: somebody has sent it already.";
    case "not-under-way":
      return "This letter is not being sent, so there is nothing to stop.";
    case "in-the-past":
      return "That time has passed. Choose a later one, or send the letter now.";
    case "too-far":
      return "That is more than a year ahead. Please check the year.";
    case "already-sent":
      return "The same letter has gone to the same members within a day, or is waiting for its time. Nothing was sent.";
    case "nobody":
      return "Nobody on this list can get a letter at present. Choose other filters on the page Members.";
  }
}
