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
    case "messages-waiting":
      return `${partner} has written to you.`;
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
  if (kind === "messages-waiting") return `/relationships/${proposalId}/messages`;
  return kind === "proposal-accepted" || kind === "relationship-closed"
    ? `/relationships/${proposalId}`
    : `/relationships/${proposalId}/details`;
}

function answerBy({ data, now, timeZone }: SentenceFacts): string {
  return data.expiresAt ? ` Please answer by ${sayDate(new Date(data.expiresAt), now, timeZone)}.` : "";
}

function inDays({ data }: SentenceFacts): string {
  if (data.day === undefined) return "";
  return data.day === 1 ? " within a day" : ` within ${data.day} days`;
}
