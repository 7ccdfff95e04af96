import type { CommandRefusal } from "./commands";
import type { Answer, Question } from "./question";

/** What an answer does, before it is given. */
export function sayConsequence(answer: Answer, question: Question, partnerName: string): string {
  switch (answer) {
    case "met":
      return question === "met"
        ? `We note that you have held your first conversation, tell ${partnerName}, and do not ask that again.`
        : "We note it, and ask again only after another long silence.";
    case "date":
      return "We note it, and ask again later only if no meeting has been recorded by then.";
    case "no-reply":
      return `We write to ${partnerName} once, kindly. If we hear nothing within a few days either, the society takes it up. You can end the relationship at any time, without blame.`;
    case "not-going":
      return `This ends your relationship. Nobody is to blame: we tell ${partnerName}, and cancel any meetings still to come. You cannot undo this.`;
  }
}

/** After an answer was given. */
export function sayAnswered(answer: Answer, partnerName: string): string {
  switch (answer) {
    case "met":
      return "Thank you. We are glad that you are in touch.";
    case "date":
      return "Thank you. If you add the date under Meetings, we remind you both the day before.";
    case "no-reply":
      return `Thank you for telling us. We have written to ${partnerName}, and we will tell you what we hear.`;
    case "not-going":
      return `Thank you for telling us. Your relationship has ended, and we have told ${partnerName}.`;
  }
}

/** Why it was refused, to the one who pressed. */
export function sayCheckInRefusal(reason: CommandRefusal): string {
  switch (reason) {
    case "ended":
      return "This relationship has ended, so there is nothing left to answer.";
    case "nothing-asked":
      return "This question is no longer open. Sign in to see where things stand.";
    case "nothing-changed":
      return "You have already said so.";
    case "already-asked":
      return "There is already a pause, or a suggestion of one. Please look again.";
    case "after-the-end":
      return "Choose a day before the agreed end of your mentoring.";
    case "changed-meanwhile":
      return "Something changed at the same moment. Please look again before you decide.";
    case "not-found":
    case "not-yours":
    case "not-due":
      return "That is not possible.";
  }
}
