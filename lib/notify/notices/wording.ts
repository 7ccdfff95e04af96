import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import { atStart } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
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
  const partner = atStart(facts.partnerName ?? `A ${facts.role === "mentee" ? words.mentor : words.mentee}`);
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
    case "proposal-extended":
      return facts.role === "mentee"
        ? `The society has given ${partner} more time to answer your proposal${untilWhen(facts)}.`
        : `The society has given you more time to answer the proposal from ${partner}.${answerBy(facts)}`;
    case "proposal-withdrawn-staff":
      return facts.role === "mentee"
        ? `The society has withdrawn your proposal to ${partner}, and says why.`
        : `The society has withdrawn the proposal from ${partner}, and says why.`;
    case "proposal-reminder":
      return `${partner} is still waiting for your answer.${answerBy(facts)}`;
    case "proposal-expired-mentee":
      return `${partner} did not answer${inDays(facts)}, so your proposal is withdrawn. Please choose another ${words.mentor}.`;
    case "proposal-expired-mentor":
      return `The proposal from ${facts.partnerName ?? partner} had no answer${inDays(facts)} and is withdrawn.`;
    case "proposal-reopened-mentor":
      return `${partner} has reopened the proposal to you.${answerBy(facts)}`;
    case "proposal-reopened-mentee":
      return `${partner} has reopened your proposal and can now accept it.`;
    case "relationship-closed":
      return `${partner} is not on ${facts.settings.society.product} any more, so your relationship has ended.`;
    case "contract-signed":
      return `${partner} has signed the contract between you. Now it is your turn to read and sign it.`;
    case "contract-complete":
      return `${partner} has signed too: your contract is complete.`;
    case "swot-changed":
      return `${partner} has worked on your SWOT.`;
    case "g-star-changed":
      return `${partner} has worked on your G-STAR.`;
    case "goals-changed":
      return `${partner} has worked on your goals.`;
    case "goal-achieved":
      return `${partner} has marked a goal as achieved. Well done, both of you.`;
    case "messages-waiting":
      return `${partner} has written to you.`;
    case "meeting-arranged":
      return `${partner} would like to meet you${onTime(facts)}. Please say whether you can.`;
    case "meeting-changed":
      return `${partner} has changed your meeting${onTime(facts, "; it is now on")}.`;
    case "meeting-agreed":
      return `${partner} takes the time that you suggested${onTime(facts, ": you meet on")}.`;
    case "meeting-accepted":
      return `${partner} has accepted your meeting${onTime(facts)}.`;
    case "meeting-declined":
      return `${partner} cannot come to your meeting${onTime(facts)}.`;
    case "meeting-suggested":
      return `${partner} suggests another time for your meeting${onTime(facts)}.`;
    case "meeting-cancelled":
      return `${partner} has cancelled your meeting${onTime(facts)}.`;
    case "meeting-cancelled-ended":
      return `Your meeting with ${partner}${onTime(facts)} is cancelled, because your relationship has ended.`;
    case "meeting-tomorrow":
      return `You meet ${partner}${onTime(facts)}.`;
    case "meeting-logged":
      return `${partner} has noted that the two of you met${onTime(facts)}.`;
    case "relationship-ended":
      return `${partner} has ended your mentoring relationship. Everything in it stays readable.`;
    case "relationship-ended-staff":
      return `The society has ended your mentoring with ${partner}. Everything in it stays readable.`;
    case "relationship-extended-staff":
      return `The society has extended your mentoring with ${partner}: it is now agreed until ${endDate(facts)}.`;
    case "letter":
      return `The society has written to you and ${partner}.`;
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
    case "support-received":
      return `We have your request${reference(facts)}, and will answer you here and by e-mail.`;
    case "support-answered":
      return `Your request${reference(facts)} has an answer.`;
    case "support-solved":
      return `Your request${reference(facts)} is marked as solved. If it is not, write to us there.`;
    case "account-deleted":
      return `You deleted your account on ${facts.settings.society.product}.`;
    case "account-erased":
      return `Your data on ${facts.settings.society.product} is erased.`;
    case "verify-email":
      return "We have sent you a link to confirm your e-mail address.";
    case "account-exists":
      return `Somebody wanted to open another account on ${facts.settings.society.product} with your details.`;
    case "reset-password":
      return "We have sent you a link to choose a new password.";
    case "password-changed":
      return "Your password has been changed.";
    case "change-email":
      return "We have sent a link to your new e-mail address.";
    case "email-changed":
      return "Your e-mail address has been changed.";
    case "partner-unreachable":
      return `${partner} cannot be reached on ${facts.settings.society.product} at present. Your relationship stays as it is.`;
    case "partner-back":
      return `${partner} can be reached on ${facts.settings.society.product} again.`;
    case "account-suspended":
      return "Staff of the society suspended your account.";
    case "account-reactivated":
      return "Your account is active again.";
    case "account-approved":
      return "The society has approved your account.";
    case "account-refused":
      return "The society could not approve your account.";
    case "sessions-ended":
      return "Staff of the society logged you out everywhere.";
    case "staff-changed":
      return `Your rights as staff on ${facts.settings.society.product} have been changed.`;
  }
}

const ABOUT_THE_ACCOUNT: readonly NoticeKind[] = [
  "available-again",
  "account-deleted",
  "account-erased",
  "verify-email",
  "account-exists",
  "reset-password",
  "password-changed",
  "change-email",
  "email-changed",
  "account-suspended",
  "account-reactivated",
  "account-approved",
  "account-refused",
  "sessions-ended",
  "staff-changed",
];

/** The page of the relationship that it is about. */
const PLACES: Partial<Record<NoticeKind, string>> = {
  "swot-changed": "swot",
  "g-star-changed": "g-star",
  "goals-changed": "goals",
  "goal-achieved": "goals",
  "contract-signed": "contract",
  "contract-complete": "contract",
  "messages-waiting": "messages",
  letter: "letters",
};

/** Where the sentence leads. */
export function notificationHref(kind: NoticeKind, proposalId: string | null, { requestId }: NoticeData = {}): string {
  if (kind.startsWith("support-")) return requestId ? `/support/${requestId}` : "/support";
  if (ABOUT_THE_ACCOUNT.includes(kind)) return "/account";
  if (proposalId === null) return "/relationships";
  const place = PLACES[kind];
  if (place) return `/relationships/${proposalId}/${place}`;
  if (kind.startsWith("meeting-")) return `/relationships/${proposalId}/meetings`;
  return kind === "proposal-accepted" || !kind.startsWith("proposal-")
    ? `/relationships/${proposalId}`
    : `/relationships/${proposalId}/details`;
}

function answerBy({ data, now, timeZone }: SentenceFacts): string {
  return data.expiresAt ? ` Please answer by ${sayDate(new Date(data.expiresAt), now, timeZone)}.` : "";
}

function untilWhen({ data, now, timeZone }: SentenceFacts): string {
  return data.expiresAt ? `, until ${sayDate(new Date(data.expiresAt), now, timeZone)}` : "";
}

function onTime({ data, now, timeZone }: SentenceFacts, before = " on"): string {
  return data.startsAt ? `${before} ${sayDateTime(new Date(data.startsAt), now, timeZone)}` : "";
}

function endDate({ data, now, timeZone }: SentenceFacts): string {
  return data.agreedUntil ? sayDate(new Date(data.agreedUntil), now, timeZone) : "then";
}

function reference({ data }: SentenceFacts): string {
  return data.reference ? ` ${data.reference}` : "";
}

function inDays({ data }: SentenceFacts): string {
  if (data.day === undefined) return "";
  return data.day === 1 ? " within a day" : ` within ${data.day} days`;
}
