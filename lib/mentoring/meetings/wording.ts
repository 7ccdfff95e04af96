import { localOf, sayPeriod, sayZone } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import type { CommandRefusal } from "./circumstances";
import type { Meeting, Period, Warning } from "./meeting";

type Shown = Pick<Meeting, "status" | "answer" | "cancelledBecause" | "startsAt">;

/** Where a meeting stands, as one of the two reads it. */
export function statusWords(meeting: Shown, isOrganiser: boolean, partnerName: string, now: Date): string {
  switch (meeting.status) {
    case "held":
      return "Held";
    case "not-held":
      return "Did not take place";
    case "cancelled":
      return cancelledWords(meeting, isOrganiser, partnerName);
    case "planned":
      return meeting.startsAt <= now ? "Did it take place?" : answerWords(meeting, isOrganiser, partnerName);
  }
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

/** The same time by the partner's clock, when that shows another one; null when both clocks agree. */
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

/** What speaks against a time, to the one who chose it. */
export function warningSentence(warning: Warning, partnerName: string): string {
  switch (warning) {
    case "you-are-busy":
      return "You already have a meeting then.";
    case "partner-is-busy":
      return `${partnerName} already has a meeting then.`;
    case "partner-hour":
      return `That is before 07:00 or after 21:00 where ${partnerName} is.`;
    case "after-the-end":
      return "Your mentoring is agreed only until before that day. Unless you both extend it, the meeting is then cancelled.";
  }
}

/** Why a command was refused, to the one who gave it. */
export function refusalSentence(reason: CommandRefusal): string {
  switch (reason) {
    case "not-found":
    case "not-there":
      return "This meeting is not there any more.";
    case "ended":
      return "This relationship has ended, so nothing can be arranged or changed here any more.";
    case "not-yours":
      return "This is not yours to do.";
    case "already-there":
      return "You have saved this meeting already. You find it in the list, where you can change it.";
    case "no-such-time":
      return "There is no such day or time. Please look again.";
    case "unreadable":
      return "The title and the details of this meeting cannot be read at the moment, so we do not write over them. Leave both as the form had them, and you can still change the rest.";
    case "no-such-method":
      return "Please select a method.";
    case "ends-before-start":
      return "It must end after it starts.";
    case "too-long":
      return "A meeting lasts a day at most. Please check when it ends.";
    case "in-the-past":
      return "That time has passed. If you have met already, choose Log a meeting.";
    case "too-far":
      return "That is more than two years ahead. Please check the date.";
    case "not-over":
      return "It is not over yet. To arrange a meeting to come, use the page before this one.";
    case "before-beginning":
      return "Your mentoring had not begun then. Please check the date.";
    case "unconfirmed":
      return "Please look at the time again.";
    case "already-so":
      return "That is how it already is.";
    case "called-off":
      return "This meeting is cancelled.";
    case "over":
      return "This meeting has begun or is over, so only what became of it can be said.";
    case "not-begun":
      return "This meeting has not begun yet.";
    case "nothing-suggested":
      return "There is no other time to take any more.";
    case "not-due":
      return "It is not time for that.";
    case "changed-meanwhile":
      return "This meeting has changed meanwhile. Please look again, and then decide.";
  }
}

/** The field of the form that a refusal is about; null when it is about the whole. */
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
    case "unreadable":
      return "The title and the details of this meeting cannot be read at the moment, so we do not write over them. Leave both as the form had them, and you can still change the rest.";
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
