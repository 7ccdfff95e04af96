import { sayPlainDay } from "@/lib/foundation/day-range";
import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import {
  type Kind,
  MOST_ASKED,
  MOST_NUMBERS,
  MOST_OFFERED,
  MOST_OPTIONS,
  type ProfileQuestion,
  type QuestionRefusal,
  type Readers,
  ROOM,
} from "./profile-question";

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  text: "A text",
  choice: "One choice from a list",
  choices: "Several choices from a list",
  "yes-no": "Yes or no",
  number: "A whole number",
  date: "A day",
};

/** Who can read an answer, for the member who gives it: beside its box. */
export function sayReaders(readers: Readers, role: Role, { mentors, mentees }: Settings["words"]): string {
  const partners = role === "mentor" ? mentees : mentors;
  switch (readers) {
    case "staff":
      return "Only the society’s staff can read your answer.";
    case "partners":
      return `Only the ${partners} you are in a relationship with can read your answer, until it ends. Staff cannot.`;
    case "everybody":
      return "Everybody who can read this profile can read your answer.";
  }
}

/** The same for staff, as a choice and in the list. */
export function labelReaders(readers: Readers, role: Role, { mentors, mentees }: Settings["words"]): string {
  switch (readers) {
    case "staff":
      return "Staff only";
    case "partners":
      return `Only the member’s own ${role === "mentor" ? mentees : mentors}, until the relationship ends`;
    case "everybody":
      return "Everybody who sees the profile, staff included";
  }
}

/** Beside an answer that not everybody with the profile reads, for whoever reads it; nothing beside the others. */
export function sayShownTo(readers: Readers): string | null {
  switch (readers) {
    case "staff":
      return "Only staff can read this.";
    case "partners":
      return "You can read this because you are in a relationship with them.";
    case "everybody":
      return null;
  }
}

/** An answer in words, for whoever may read it. */
export function sayAnswer({ kind, options }: Pick<ProfileQuestion, "kind" | "options">, answer: string): string {
  switch (kind) {
    case "text":
      return answer;
    case "yes-no":
      return answer === "yes" ? "Yes" : "No";
    case "number":
      return Number(answer).toLocaleString("en-GB");
    case "date":
      return sayPlainDay(answer);
    case "choice":
    case "choices":
      return answer
        .split(",")
        .map((id) => options.find((option) => String(option.id) === id)?.label ?? id)
        .join("; ");
  }
}

/** Why a question was not saved, for staff. */
export function sayQuestionRefusal(reason: QuestionRefusal): string {
  switch (reason) {
    case "not-staff":
      return "Only administrators can change what profiles ask.";
    case "not-found":
      return "This question does not exist any more.";
    case "changed-meanwhile":
      return "Somebody else has changed this question since you opened the page. Nothing was saved: please open the page again.";
    case "too-many-asked":
      return `A profile has room for ${MOST_ASKED} questions. Retire one first.`;
    case "no-number-left":
      return `There have been ${MOST_NUMBERS} questions for this profile, retired ones included. Delete one that nobody has answered.`;
    case "in-use":
      return "Somebody has answered this question, so it cannot be deleted. Retire it instead.";
    case "already-there":
      return "You have sent this form before, with other words. Its question is in the list: open it to change it.";
    case "busy":
      return "Somebody else saved a question at the same moment. Your text is still here: please press the button again.";
    case "too-few-options":
      return "Write at least two choices, each in a line of its own.";
    case "too-many-options":
      return `There is room for ${MOST_OFFERED} choices.`;
    case "too-many-ever":
      return `A question can have had ${MOST_OPTIONS} choices, retired ones included. Retire this question and ask a new one.`;
    case "option-twice":
      return "Two of these choices are the same.";
    case "option-too-long":
      return `Keep each choice to ${ROOM.option} characters.`;
  }
}

/** The field that a refusal is about; none where it is about the whole form. */
export function fieldOfRefusal(reason: QuestionRefusal): "options" | undefined {
  return /option|too-many-ever/.test(reason) ? "options" : undefined;
}
