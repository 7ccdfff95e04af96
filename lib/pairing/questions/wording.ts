import { capital, withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { type AskRefusal, MOST_BEFORE, OPEN_DAYS, type QuestionStatus, type WriteRefusal } from "./question";

type Words = Settings["words"];

/** Why a question cannot be asked, for the mentee. */
export function sayAskRefusal(reason: AskRefusal, { words, proposals }: Settings): string {
  switch (reason) {
    case "not-yours":
      return `Only ${withArticle(words.mentee)} can ask a question. You can change your roles in Edit Account.`;
    case "own":
      return "This is your own profile.";
    case "not-found":
      return "This person cannot be asked at the moment.";
    case "no-questions":
      if (proposals.openQuestions === 0) return "Questions before a proposal are not offered here. You can send a proposal.";
      return `This ${words.mentor} would rather have a proposal straight away than questions before it.`;
    case "unavailable":
      return `This ${words.mentor} is not taking new ${words.mentees} at the moment, so there is nobody to answer a question.`;
    case "too-many-open":
      return `${proposals.openQuestions === 1 ? "One question of yours is" : `${proposals.openQuestions} questions of yours are`} waiting for a reply. Please wait for a reply before you ask another ${words.mentor}.`;
    case "asked-already":
      return `You have asked this ${words.mentor} a question within the last ${OPEN_DAYS} days. You can go on in your conversation, or send a proposal.`;
    case "proposal-open":
      return `Your proposal to this ${words.mentor} is waiting for an answer.`;
    case "not-ready":
      return `Something that you need as ${withArticle(words.mentee)} is missing. Home says what it is and how to do it.`;
    case "kept-apart":
      return `You cannot ask this ${words.mentor} a question.`;
    case "not-in-programme":
      return "The two of you are not both in this programme, so no question can be asked in it.";
    case "programme-closed":
      return "No questions are asked in this programme at present.";
    case "partners":
      return "You are in a mentoring relationship. Please use Messages.";
  }
}

/** Why nothing can be written in a conversation before a relationship. */
export function sayWriteRefusal(reason: WriteRefusal, partnerName: string, words: Words): string {
  switch (reason) {
    case "not-found":
      return "This conversation does not exist.";
    case "away":
      return `${partnerName} cannot be reached at present.`;
    case "unanswered":
      return `${partnerName} has not answered, so the question is closed. You can ask another ${words.mentor}, or send a proposal.`;
    case "enough":
      return `You have written ${MOST_BEFORE} messages to each other. ${capital(withArticle(words.mentee))} can send a proposal to carry on.`;
    case "over":
      return `Nothing can be written here any more. ${capital(withArticle(words.mentee))} can ask a new question, or send a proposal.`;
    case "wait":
      return `${partnerName} can ask you something here before answering your proposal. You can then reply.`;
    case "too-many":
      return "You have sent a lot of messages within an hour. Please wait a while, then send this one. Your text is still here.";
  }
}

/** Where a question stands, in a list of one of the two. */
export function sayStatus(status: QuestionStatus, viewerIs: "mentor" | "mentee"): string {
  switch (status) {
    case "waiting":
      return viewerIs === "mentor" ? "Waiting for your reply" : "Waiting for a reply";
    case "answered":
      return "Answered";
    case "unanswered":
      return "Closed without a reply";
    case "closed":
      return "Closed";
  }
}
