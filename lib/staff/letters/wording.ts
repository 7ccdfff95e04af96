import { capital, sayNumber } from "@/lib/foundation/wording";
import { labelOf, type Settings } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { STANDING_WORDS, STATUS_WORDS, sayCounted, sayRoleFilter } from "@/lib/staff/members/wording";
import { sayCountedRelationships } from "@/lib/staff/relationships/counted/wording";
import { readRelationshipFilter } from "@/lib/staff/relationships/input";
import { AGE_LABELS, stateLabel } from "@/lib/staff/relationships/wording";
import type { Fate, LetterList, LetterRefusal, LetterStatus, LetterToPair, MemberLetter, Outcome } from "./letter";

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
  apart: "Will not get it, because one of the two has blocked the other",
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
  apart: "Not reached: one of the two has blocked the other",
  suspended: "Not reached: the account is suspended",
  deleted: "Not reached: the account is deleted",
  stopped: "Not reached: the letter was stopped",
  waiting: "Still to be reached",
};

interface To extends Pick<MemberLetter, "memberId" | "filters"> {
  list?: LetterList;
  toName: string | null;
  /** The name of the one by which its list is narrowed. */
  programme?: string | null;
  programmeIds?: readonly string[];
}

/** Whom a letter is for: "Amina Okafor alone", "Mentors, Active", "All members", "Both partners of relationships: Quiet". */
export function sayTo({ list, memberId, toName, filters, programme, programmeIds = [] }: To, settings: Settings): string {
  if (memberId !== null) return `${toName ?? "somebody who is no longer here"} alone`;
  const to =
    list === "relationships" ? sayPairs(filters, programme ?? null, settings) : sayList(filters, programme ?? null, settings);
  return programmeIds.length > 0 ? `${to}, in the programmes that its author looks after` : to;
}

function sayList(filters: string, programme: string | null, settings: Settings): string {
  const read = readFilters(Object.fromEntries(new URLSearchParams(filters)));
  const { role, status, standing, staff } = read;
  const parts = [
    role && sayRoleFilter(role, settings.words),
    status && STATUS_WORDS[status],
    standing && STANDING_WORDS[standing],
    staff && (staff === "admin" ? "Administrators" : "Staff"),
    sayCounted(read, settings, programme),
    read.words && `found by “${read.words}”`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "All members";
}

function sayPairs(filters: string, programme: string | null, { words, topics }: Settings): string {
  const read = readRelationshipFilter(filters);
  const parts = [
    read.state && stateLabel(read.state, words),
    read.age && `began ${AGE_LABELS[read.age].toLowerCase()}`,
    sayCountedRelationships(read),
    read.topic && `about ${labelOf(topics, read.topic) ?? "a topic that no longer exists"}`,
    read.programme && (programme ? `of the programme ${programme}` : "of a programme that no longer exists"),
    read.who && `found by “${read.who}”`,
  ].filter(Boolean);
  return parts.length > 0 ? `Both partners of relationships: ${parts.join(", ")}` : "Both partners of all relationships";
}

/** How many are on the list of a letter: "3 members", "5 letters to the partners of 3 relationships". */
export function sayOnList(count: number, pairs: number | null): string {
  if (pairs === null) return `${sayMembers(count)} on the list`;
  const letters = count === 1 ? "1 letter" : `${sayNumber(count)} letters`;
  return `${letters} to the partners of ${pairs === 1 ? "1 relationship" : `${sayNumber(pairs)} relationships`}`;
}

/** What has become of a letter to many pairs for the two of one of them: "Both: sent by e-mail". */
export function sayOutcomes({ mentee, mentor }: LetterToPair["outcomes"], words: Settings["words"]): string[] {
  const sayOne = (who: string, outcome: Outcome | undefined) => {
    const [first = "", ...rest] = outcome ? OUTCOME_LABELS[outcome] : "Got the same words for another relationship of theirs";
    return `${who}: ${first.toLowerCase()}${rest.join("")}`;
  };
  if (mentee === mentor) return [sayOne("Both", mentee)];
  return [sayOne(capital(words.mentee), mentee), sayOne(capital(words.mentor), mentor)];
}

function sayMembers(count: number): string {
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
    case "unknown-placeholder":
      return "The letter has a placeholder that does not exist in letters of this kind. Change the letter, then send it.";
    case "nobody":
      return "Nobody on this list can get a letter at present. Choose other filters on the page that you came from.";
  }
}
