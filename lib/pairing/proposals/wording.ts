import type { Role } from "@/lib/foundation/viewer";
import { atStart, withArticle } from "@/lib/foundation/wording";
import type { Fact } from "@/lib/society/audit/fact";
import type { Settings } from "@/lib/society/settings/settings";
import type { CommandRefusal } from "./commands";
import { isPastDeadline, MOST_EXTRA_DAYS } from "./deadlines";
import type { Proposal, WithdrawnBecause } from "./proposal";

type Words = Settings["words"];
type Shown = Pick<Proposal, "status" | "withdrawnBecause" | "expiresAt">;

/** The status as one of the two reads it. The date decides: past its deadline it reads as expired, swept or not. */
export function statusWords(proposal: Shown, viewerIs: Role, partnerName: string, words: Words, now: Date): string {
  if (proposal.status === "expired" || isPastDeadline(proposal, now)) return "Expired without an answer";
  switch (proposal.status) {
    case "sent":
      return viewerIs === "mentor" ? "Waiting for your answer" : `Waiting for ${partnerName} to answer`;
    case "accepted":
      return "Accepted";
    case "rejected":
      return viewerIs === "mentor" ? "Rejected by you" : `Rejected by ${partnerName}`;
    case "withdrawn":
      return withdrawnWords(proposal.withdrawnBecause, viewerIs, partnerName, words);
  }
}

function withdrawnWords(because: WithdrawnBecause | null, viewerIs: Role, partnerName: string, words: Words): string {
  switch (because) {
    case "mentee-matched":
      return viewerIs === "mentee"
        ? `Withdrawn: you found ${withArticle(words.mentor)}`
        : `Withdrawn: ${partnerName} found ${withArticle(words.mentor)}`;
    case "mentor-left":
    case "mentee-left":
      return (because === "mentor-left") === (viewerIs === "mentor")
        ? "Withdrawn when your account was closed"
        : `Withdrawn: ${partnerName} is no longer taking part`;
    case "staff":
      return "Withdrawn by the society";
    case "mentor-full":
      return viewerIs === "mentee" ? `Closed: ${partnerName} has no place left` : "Closed: you had no place left";
    case "mentor-away":
      return viewerIs === "mentee" ? `Closed: ${partnerName} is away` : "Closed while you are away";
    default:
      return viewerIs === "mentee" ? "Withdrawn by you" : `Withdrawn by ${partnerName}`;
  }
}

/** What its page is called. */
export function headingOf(isFromStaff: boolean, viewerIs: Role, partnerName: string): string {
  if (isFromStaff) return `Suggestion of the society: ${partnerName}`;
  return viewerIs === "mentee" ? `Your proposal to ${partnerName}` : `Proposal from ${partnerName}`;
}

/** Who suggested it, and whose words it has. */
export function saySuggested(viewerIs: Role, partnerName: string, isChanged: boolean, words: Words): string {
  if (viewerIs === "mentee")
    return isChanged
      ? `The society suggested you to ${partnerName}. Below is what you have written since.`
      : `The society suggested you to ${partnerName}. Below is what your profile said then; you can add to it.`;
  return isChanged
    ? `The society suggests that you could be the ${words.mentor} of ${partnerName}, who has written the words below since.`
    : `The society suggests that you could be the ${words.mentor} of ${partnerName}. The words below are from their profile.`;
}

/** Why a command was refused, to the one who gave it. */
export function refusalSentence(reason: CommandRefusal, viewerIs: Role, words: Words): string {
  const isMentee = viewerIs === "mentee";
  switch (reason) {
    case "not-found":
      return "This proposal no longer exists.";
    case "not-yours":
      return `Only the ${isMentee ? words.mentor : words.mentee} can do this.`;
    case "not-open":
      return "This proposal has already been answered or withdrawn. The page now shows where it stands.";
    case "too-late":
      return isMentee
        ? `The deadline for this proposal has passed. You can choose another ${words.mentor}.`
        : "The deadline for this proposal has passed. You can reopen it and then accept.";
    case "not-due":
      return "It is too early for that.";
    case "not-reopenable":
      return "This proposal cannot be reopened at the moment.";
    case "yourself":
      return "You cannot send a proposal to yourself.";
    case "no-profile":
      return isMentee
        ? `Please create your profile first: it tells the ${words.mentor} who is asking.`
        : `This ${words.mentee} has no profile yet.`;
    case "already-open":
      return isMentee
        ? `You already have an unanswered proposal to this ${words.mentor}. You can edit that one.`
        : `This ${words.mentee} has another unanswered proposal to you.`;
    case "already-partners":
      return "The two of you are already in a relationship.";
    case "too-many-open":
      return isMentee
        ? "You have reached the limit of unanswered proposals. Wait for an answer, or withdraw one."
        : `This ${words.mentee} has reached the limit of unanswered proposals.`;
    case "mentee-has-mentor":
      return isMentee
        ? `You already have as many ${words.mentors} as you can have at once.`
        : `This ${words.mentee} has since found another ${words.mentor}.`;
    case "mentor-full":
      return isMentee
        ? `This ${words.mentor} has no place free at the moment.`
        : `All your places are taken. You can raise the number of ${words.mentees} in your profile.`;
    case "mentor-unavailable":
      return `This ${words.mentor} is not available at the moment.`;
    case "partner-left":
      return `This ${isMentee ? words.mentor : words.mentee} cannot be reached at present.`;
    case "own":
      return "You are part of this yourself, so another member of staff has to do it.";
    case "already-reminded":
      return `The ${words.mentor} has already heard of this proposal today.`;
    case "too-many-days":
      return `You can add at most ${MOST_EXTRA_DAYS} days in total.`;
    case "not-in-programme":
      return "The two of you are not both in this programme, so no proposal can be sent in it.";
    case "not-ready":
      return `Something that you need as ${withArticle(isMentee ? words.mentee : words.mentor)} is missing. Home says what it is and how to do it.`;
    case "programme-closed":
      return "No proposals are sent in this programme at present.";
    case "kept-apart":
      // Neither is told which rule it is, nor that it may be a wish of the other.
      return isMentee
        ? `You cannot send this ${words.mentor} a proposal.`
        : `A proposal from this ${words.mentee} cannot be reopened.`;
    case "busy":
      return "Something else is changing this proposal at the moment, so nothing was saved. Please try again in a minute.";
    case "changed-meanwhile":
      return isMentee
        ? "This proposal has just changed. Please look again before you decide."
        : `The ${words.mentee} has just changed the proposal. Please read it again before you decide.`;
  }
}

/**
 * Why what was typed about a proposal was not saved: it has had its answer, or its deadline, since the form was opened. Null when
 * that is not why.
 */
export function meanwhileSentence(
  reason: CommandRefusal,
  proposal: Shown,
  viewerIs: Role,
  partnerName: string,
  words: Words,
  now: Date,
): string | null {
  if (reason !== "not-open" && reason !== "too-late") return null;
  const stands = statusWords(proposal, viewerIs, partnerName, words, now);
  return `This proposal has changed since you opened this page: ${stands.charAt(0).toLowerCase()}${stands.slice(1)}. So your changes were not saved. Your text is still below, in case you want to copy it.`;
}

/** One line of a proposal's history. */
export function historySentence({ fact, data }: Pick<Fact, "fact" | "data">, viewerIs: Role, partnerName: string): string {
  const mentee = viewerIs === "mentee" ? "You" : atStart(partnerName);
  const mentor = viewerIs === "mentor" ? "You" : atStart(partnerName);
  switch (fact) {
    case "sent":
      return `${mentee} sent the proposal`;
    case "suggested":
      return "The society suggested it to you both";
    case "matched":
      return "The society brought you together";
    case "edited":
      return `${mentee} changed the proposal`;
    case "accepted":
      return `${mentor} accepted`;
    case "rejected":
      return `${mentor} rejected the proposal`;
    case "withdrawn":
      return data.because === "staff" ? "The society withdrew the proposal" : `${mentee} withdrew the proposal`;
    case "extended":
      return `The society extended the deadline by ${data.days === 1 ? "a day" : `${data.days} days`}`;
    case "letter-sent":
      return "The society wrote to you both";
    case "letter-sent-to-one":
      return "The society wrote to you";
    case "reopened":
      return `${data.by === "mentor" ? mentor : mentee} reopened the request`;
    case "reminded":
      return viewerIs === "mentor" ? `We reminded you on day ${data.day}` : `We reminded ${partnerName} on day ${data.day}`;
    case "expired":
      return "The deadline passed, and we withdrew the proposal";
    case "closed":
      return closedWords(String(data.because), viewerIs, partnerName);
    case "choices-changed":
      return `${mentee} changed the next choices`;
    case "place-kept":
      return viewerIs === "mentee" ? "You kept your place" : `${mentee} kept a place with you`;
    case "place-left":
      return `${mentee} left the queue`;
    case "asked-again":
      return `A place became free after ${data.day === 1 ? "a day" : `${data.day} days`}, and we asked ${viewerIs === "mentor" ? "you" : partnerName} again`;
    default:
      return fact;
  }
}

function closedWords(because: string, viewerIs: Role, partnerName: string): string {
  const isMentor = viewerIs === "mentor";
  switch (because) {
    case "mentee-matched":
      return `Withdrawn because ${isMentor ? partnerName : "you"} found somebody`;
    case "mentor-full":
      return `Closed because ${isMentor ? "you" : partnerName} had no place left`;
    case "mentor-away":
      return `Closed because ${isMentor ? "you are" : `${partnerName} is`} away for a while`;
    default:
      return "Withdrawn because an account was closed";
  }
}
