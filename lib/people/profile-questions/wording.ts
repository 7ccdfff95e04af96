import { sayPlainDay } from "@/lib/foundation/day-range";
import { capital } from "@/lib/foundation/wording";
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

type OnForm = Pick<ProfileQuestion, "readers" | "role" | "programmeId">;

/** Who can read an answer, for the member who gives it: beside its box. */
export function sayReaders({ readers, role, programmeId }: OnForm, { mentors, mentees }: Settings["words"]): string {
  const partners = role === "mentor" ? mentees : mentors;
  switch (readers) {
    case "staff":
      return "Only the society’s staff can read your answer.";
    case "partners":
      return `Only the ${partners} you are in a relationship with can read your answer, until it ends. Staff cannot.`;
    case "everybody":
      return programmeId === null
        ? "Everybody who can read this profile can read your answer."
        : "Everybody in this programme who can read your profile can read your answer.";
  }
}

/** Beside the box of an answer that a rule of matching compares. */
export const COMPARED = "The society’s rules of matching use your answer too.";

/** The same for staff, as a choice and in the list. */
export function labelReaders({ readers, role, programmeId }: OnForm, { mentors, mentees }: Settings["words"]): string {
  switch (readers) {
    case "staff":
      return "Staff only";
    case "partners":
      return `Only the member’s own ${role === "mentor" ? mentees : mentors}, until the relationship ends`;
    case "everybody":
      return programmeId === null
        ? "Everybody who sees the profile, staff included"
        : "Everybody in this programme who sees the profile, staff included";
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

/** What marking a question as a filter does, for staff. */
export function sayFilter({ mentees, mentors }: Settings["words"]): string {
  return `${capital(mentees)} see it beside the list of ${mentors}, and can show only those who chose a certain answer.`;
}

type Filled = Pick<ProfileQuestion, "filledFrom" | "claim">;

/** Where an answer comes from that a member does not give, for the member. */
export function sayFilled({ filledFrom }: Filled): string {
  const source =
    filledFrom === null ? "From your society, as it said at your last sign-in" : `From the society’s register (${filledFrom})`;
  return `${source}. If it is not right, please tell the society.`;
}

/** The same while there is no answer. */
export function sayNotFilled({ filledFrom }: Filled): string {
  return filledFrom === null
    ? "Your society has not told us this. If it does, it is shown here from your next sign-in."
    : "The register has no entry for this.";
}

/** For staff: what the answer is, and where it comes from. */
export function sayKind({
  kind,
  isRequired,
  filledFrom,
  claim,
}: Filled & Pick<ProfileQuestion, "kind" | "isRequired">): string {
  if (filledFrom !== null) return `From the register: ${filledFrom}`;
  if (claim !== null) return `${KIND_LABELS[kind]}, from the sign-in: ${claim}`;
  return `${KIND_LABELS[kind]}${isRequired ? ", required" : ""}`;
}

/** For staff: how often the sign-in said something that is no answer to the question. */
export function sayUnfit(unfit: number): string {
  return unfit === 1
    ? "At the last sign-in of 1 member it did not fit."
    : `At the last sign-in of ${unfit.toLocaleString("en-GB")} members it did not fit.`;
}

/** For staff: what would have fitted. */
export function sayWhatFits(kind: Kind): string {
  switch (kind) {
    case "text":
      return `A text of up to ${ROOM.text.toLocaleString("en-GB")} characters fits. Several values are joined.`;
    case "choice":
      return "One of your choices fits, in the same words. To take another value as well, add it to the choices.";
    case "choices":
      return "Your choices fit, in the same words; other values are left out. To take them as well, add them to the choices.";
    case "yes-no":
      return "Yes and no fit, and so do true and false, or 1 and 0.";
    case "number":
      return "A whole number of up to nine digits fits.";
    case "date":
      return "A day such as 2026-12-24 fits.";
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
    case "filled-otherwise":
      return "An answer from the register has to be an optional text. Staff have the register, so choose that either staff or everybody can read it.";
    case "no-filter":
      return "Members can only filter by choices, or yes and no, that everybody who sees the profile can read.";
    case "filled-twice":
      return "Choose either a column of the register or a claim of the sign-in.";
    case "claim-required":
      return "Members cannot be required to answer what your sign-in says. Leave the box “It has to be answered” empty.";
    case "no-claims":
      return "Members sign in with accounts of this product, so there are no claims.";
    case "claim-of-protocol":
      return "This claim belongs to signing in itself and says nothing about members. Please name another.";
    case "no-such-column":
      return "The register has no such column any more. Please choose again.";
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
export function fieldOfRefusal(
  reason: QuestionRefusal,
): "options" | "filledFrom" | "claim" | "isFilter" | "isRequired" | undefined {
  if (reason === "no-filter") return "isFilter";
  if (reason === "filled-otherwise" || reason === "no-such-column") return "filledFrom";
  if (reason === "claim-required") return "isRequired";
  if (reason === "filled-twice" || reason === "no-claims" || reason === "claim-of-protocol") return "claim";
  return /option|too-many-ever/.test(reason) ? "options" : undefined;
}
