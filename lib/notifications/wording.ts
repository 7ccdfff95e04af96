import type { Role } from "@/lib/auth/viewer";
import { sayDate } from "@/lib/dates";
import type { Settings } from "@/lib/settings/settings";
import type { NoticeData, NoticeKind } from "./notice";

export interface SentenceFacts {
  /** Null when their account is no longer there. */
  partnerName: string | null;
  /** The role in which the reader is told. */
  role: Role | null;
  data: NoticeData;
  settings: Settings;
  /** The reader's. */
  timeZone: string;
  now: Date;
}

/** One short sentence for the member who is told. */
export function notificationSentence(kind: NoticeKind, facts: SentenceFacts): string {
  const { words } = facts.settings;
  const partner = facts.partnerName ?? `A ${facts.role === "mentee" ? words.mentor : words.mentee}`;
  switch (kind) {
    case "proposal-sent":
      return `${partner} has sent you a proposal.${answerBy(facts)}`;
    case "proposal-edited":
      return `${partner} has changed the proposal to you.${answerBy(facts)}`;
    case "proposal-accepted":
      return `${partner} has accepted your proposal. You can now arrange your first conversation.`;
    case "proposal-rejected":
      return `${partner} cannot take up your proposal. Other ${words.mentors} may well be able to.`;
    case "proposal-withdrawn":
      return `${partner} has withdrawn the proposal to you. There is nothing you need to do.`;
    case "proposal-withdrawn-matched":
      return `${partner} has found a ${words.mentor}, so the proposal to you is withdrawn.`;
    case "proposal-closed":
      return `${partner} is not on ${facts.settings.society.product} any more, so the proposal is withdrawn.`;
    case "proposal-reminder":
      return `${partner} is still waiting for your answer.${answerBy(facts)}`;
    case "proposal-expired-mentee":
      return `${partner} did not answer${inDays(facts)}, so your proposal is withdrawn. Please choose another ${words.mentor}.`;
    case "proposal-expired-mentor":
      return `The proposal from ${partner} had no answer${inDays(facts)} and is withdrawn.`;
    case "proposal-reopened-mentor":
      return `${partner} has reopened the proposal to you.${answerBy(facts)}`;
    case "proposal-reopened-mentee":
      return `${partner} has reopened your proposal and can now accept it.`;
    case "relationship-closed":
      return `${partner} is not on ${facts.settings.society.product} any more, so your relationship has ended.`;
    case "relationship-ended":
      return `${partner} has ended your mentoring relationship. Everything in it stays readable.`;
    case "relationship-ending":
      return `Your mentoring with ${partner} is agreed until ${endDate(facts)}. Would you like to go on, or end it then?`;
    case "relationship-completed":
      return `Your mentoring with ${partner} has come to its agreed end. Thank you for the time you gave each other.`;
    case "extension-asked":
      return `${partner} would like to go on until ${endDate(facts)}. Please say whether you would too.`;
    case "extension-agreed":
      return `${partner} is glad to go on: your mentoring is now agreed until ${endDate(facts)}.`;
    case "extension-declined":
      return `${partner} would rather not extend your mentoring. It stays agreed until ${endDate(facts)}.`;
    case "first-conversation-held":
      return `${partner} has noted that you held your first conversation. What would you like to work on next?`;
    case "available-again":
      return `You are available to ${words.mentees} again, as you asked.`;
    case "account-deleted":
      return `You deleted your account on ${facts.settings.society.product}.`;
  }
}

/** Where the sentence leads. */
export function notificationHref(kind: NoticeKind, proposalId: string | null): string {
  if (kind === "available-again" || kind === "account-deleted") return "/account";
  if (proposalId === null) return "/relationships";
  return kind === "proposal-accepted" || !kind.startsWith("proposal-")
    ? `/relationships/${proposalId}`
    : `/relationships/${proposalId}/details`;
}

function answerBy({ data, now, timeZone }: SentenceFacts): string {
  return data.expiresAt ? ` Please answer by ${sayDate(new Date(data.expiresAt), now, timeZone)}.` : "";
}

function endDate({ data, now, timeZone }: SentenceFacts): string {
  return data.endsAt ? sayDate(new Date(data.endsAt), now, timeZone) : "then";
}

function inDays({ data }: SentenceFacts): string {
  if (data.day === undefined) return "";
  return data.day === 1 ? " within a day" : ` within ${data.day} days`;
}
