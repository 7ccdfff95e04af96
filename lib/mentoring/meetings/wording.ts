import { localOf, sayPeriod, sayWeekday, sayWholeDate, sayZone } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import type { CommandRefusal } from "./circumstances";
import type { Meeting, Period, Warning } from "./meeting";
import type { Gap } from "./times";

type Shown = Pick<Meeting, "status" | "answer" | "cancelledBecause" | "startsAt">;

/** The state of a meeting, for one of the two. */
export function statusWords(meeting: Shown, isOrganiser: boolean, partnerName: string, now: Date): string {
  switch (meeting.status) {
    case "held":
      return "Held";
    case "not-held":
      return "Did not take place";
    case "cancelled":
      return cancelledWords(meeting, isOrganiser, partnerName);
    case "planned":
      if (meeting.startsAt > now) return answerWords(meeting, isOrganiser, partnerName);
      return pastWords(meeting, isOrganiser, partnerName);
  }
}

/** Only what was agreed on is asked about. */
function pastWords({ answer }: Shown, isOrganiser: boolean, partnerName: string): string {
  if (answer === "accepted") return "Did it take place?";
  if (answer === "declined") return isOrganiser ? `${partnerName} could not come` : "You declined";
  // The one who was invited had to answer; to another time that they suggested, the organiser.
  return (answer === "suggested") === isOrganiser ? "You did not answer" : `${partnerName} did not answer`;
}

function cancelledWords({ cancelledBecause }: Shown, isOrganiser: boolean, partnerName: string): string {
  if (cancelledBecause === "end") return "Cancelled when the relationship ended";
  return (cancelledBecause === "organiser") === isOrganiser ? "Cancelled by you" : `Cancelled by ${partnerName}`;
}

function answerWords({ answer }: Shown, isOrganiser: boolean, partnerName: string): string {
  switch (answer) {
    case "waiting":
      return isOrganiser ? `Waiting for ${partnerName} to answer` : "Waiting for your answer";
    case "accepted":
      return isOrganiser ? `${partnerName} has accepted` : "You have accepted";
    case "declined":
      return isOrganiser ? `${partnerName} cannot come` : "You have declined";
    case "suggested":
      return isOrganiser ? `${partnerName} suggests another time` : "You have suggested another time";
  }
}

/** The same time on the partner's clock; null when both clocks agree. */
export function partnersTime(
  period: Period,
  viewerZone: string,
  partnerZone: string,
  partnerName: string,
  now: Date,
): string | null {
  const agrees = (at: Date) => localOf(at, viewerZone) === localOf(at, partnerZone);
  if (agrees(period.startsAt) && agrees(period.endsAt)) return null;
  return `For ${partnerName}: ${sayPeriod(period, now, partnerZone)} (${sayZone(partnerZone)})`;
}

/** A warning about a time, for the member who chose it. */
export function warningSentence(warning: Warning, partnerName: string): string {
  switch (warning) {
    case "hour-twice":
      return "The clocks go back then, so they show that time twice. We take the first of the two.";
    case "you-are-busy":
      return "You already have a meeting then.";
    case "partner-is-busy":
      return `${partnerName} already has a meeting then.`;
    case "partner-hour":
      return `That is before 07:00 or after 21:00 where ${partnerName} is.`;
    case "after-the-end":
      return "You have agreed that your mentoring ends before that day. Unless you both extend it, we then cancel the meeting.";
  }
}

/** Why a command was refused, for the member who gave it. */
export function refusalSentence(reason: CommandRefusal): string {
  switch (reason) {
    case "not-found":
    case "not-there":
      return "This meeting no longer exists.";
    case "ended":
      return "This relationship has ended, so nothing can be arranged or changed here any more.";
    case "moved":
      return "This meeting is at another time now than in that e-mail. Please answer from the newest e-mail about it, or sign in.";
    case "not-yours":
      return "Only your partner can do this.";
    case "already-there":
      return "You have already saved this meeting. It is in the list, where you can change it.";
    case "no-such-time":
      return "This day or time does not exist. Please check it.";
    case "skipped":
      return "That time does not exist on that day, because the clocks go forward.";
    case "unreadable":
      return "The title and details of this meeting cannot be read at the moment, so we do not overwrite them. Leave both as they were, and you can still change the rest.";
    case "no-such-method":
      return "Please select a method.";
    case "ends-before-start":
      return "The meeting must end after it starts.";
    case "too-long":
      return "A meeting can last a day at most. Please check when it ends.";
    case "in-the-past":
      return "That time has passed. If you have met already, choose Log a meeting.";
    case "too-far":
      return "That is more than two years ahead. Please check the date.";
    case "not-over":
      return "This meeting is not over yet. To arrange a future meeting, go back to Meetings.";
    case "before-beginning":
      return "Your mentoring had not begun then. Please check the date.";
    case "unconfirmed":
      return "Please check the time.";
    case "already-so":
      return "This has already been done.";
    case "called-off":
      return "This meeting is cancelled.";
    case "over":
      return "This meeting has begun or is over, so you can only say whether it took place.";
    case "not-begun":
      return "This meeting has not begun yet.";
    case "declined":
      return "This meeting was declined. If you met after all, choose Log a meeting.";
    case "nothing-suggested":
      return "The other time is no longer on offer.";
    case "not-due":
      return "It is too early for that.";
    case "changed-meanwhile":
      return "This meeting has just changed. Please open it again before you decide.";
  }
}

/** Why a time cannot be meant: "There is no 01:30 on Sunday 29 March 2026 …", and the next one that there is. */
export function gapSentence({ typed, next, timeZone }: Gap): string {
  const [day = "", time = ""] = typed.split("T");
  const [nextDay = "", nextTime = ""] = next.split("T");
  const at = nextDay === day ? nextTime : `${nextTime} on ${sayDayOf(nextDay)}`;
  return `There is no ${time} on ${sayDayOf(day)} (${sayZone(timeZone)}), because the clocks go forward. The next time after it is ${at}.`;
}

/** "Sunday 29 March 2026" */
function sayDayOf(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  return `${sayWeekday(noon, "UTC")} ${sayWholeDate(noon, "UTC")}`;
}

/** What an answer from a mail does, before it is given. */
export function sayAnswerConsequence(answer: "accept" | "decline", partnerName: string): string {
  return answer === "accept"
    ? `We tell ${partnerName} that you are coming.`
    : `We tell ${partnerName} that you cannot come. They can then move the meeting or cancel it.`;
}

/** The field of the form that a refusal is about; null when it is about the whole form. */
export function fieldOf(reason: CommandRefusal): string | null {
  switch (reason) {
    case "no-such-time":
    case "in-the-past":
    case "too-far":
    case "before-beginning":
      return "starts";
    case "ends-before-start":
    case "too-long":
    case "not-over":
      return "ends";
    case "no-such-method":
      return "method";
    case "unconfirmed":
      return "confirmed";
    default:
      return null;
  }
}

/** "Send details to mentor" */
export function sendLabel(viewerIs: Role, words: Settings["words"]): string {
  return `Send details to ${viewerIs === "mentee" ? words.mentor : words.mentee}`;
}

/** "1 h 30 min" */
export function sayLength({ startsAt, endsAt }: Period): string {
  const minutes = Math.round((+endsAt - +startsAt) / 60_000);
  const hours = Math.floor(minutes / 60);
  return [hours > 0 && `${hours} h`, minutes % 60 > 0 && `${minutes % 60} min`].filter(Boolean).join(" ");
}
