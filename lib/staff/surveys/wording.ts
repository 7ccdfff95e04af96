import { sayWholeDate } from "@/lib/foundation/dates";
import { standingSurvey } from "@/lib/mentoring/surveys/standing";
import {
  isStanding,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  ROOM,
  type Survey,
  type SurveyQuestion,
} from "@/lib/mentoring/surveys/survey";
import { sayChosen } from "@/lib/mentoring/surveys/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { SurveyRefusal } from "./decide";

/** Why something was not done with a survey, for staff. */
export function sayRefusal(reason: SurveyRefusal): string {
  switch (reason) {
    case "not-staff":
    case "not-found":
      return "This survey does not exist any more.";
    case "changed-meanwhile":
      return "Somebody else has changed this survey since you opened the page. Nothing was saved: please open the page again.";
    case "not-a-draft":
      return "This survey has been opened, so it can no longer be changed.";
    case "not-open":
      return "This survey is not open.";
    case "no-questions":
      return "Add at least one question first.";
    case "in-the-past":
      return "Its last day has passed. Change the days first.";
    case "too-many-questions":
      return `A survey has room for ${MOST_QUESTIONS} questions.`;
    case "too-few-options":
      return "Write at least two choices, each in a line of its own.";
    case "too-many-options":
      return `There is room for ${MOST_OPTIONS} choices.`;
    case "option-twice":
      return "Two of these choices are the same.";
    case "option-too-long":
      return `Keep each choice to ${ROOM.option} characters.`;
  }
}

/** The field that a refusal is about; none where it is about the whole form. */
export function fieldOfRefusal(reason: SurveyRefusal): "options" | undefined {
  return /option/.test(reason) ? "options" : undefined;
}

export const STATUS_LABELS: Readonly<Record<Survey["status"], string>> = { draft: "Draft", open: "Open", closed: "Closed" };

/** "Mentors in a relationship, from 1 December 2026 to 31 December 2026" */
export function sayAudience(
  { role, pairing, startsAt, endsAt }: Survey,
  programmeName: string | null,
  { words, society: { timeZone } }: Settings,
): string {
  const who =
    role === "mentor" ? `All ${words.mentors}` : role === "mentee" ? `All ${words.mentees}` : "All members with a profile";
  const paired = { with: " in a relationship", without: " without a relationship", any: "" }[pairing ?? "any"];
  const joined = programmeName ? ` who have joined ${programmeName}` : "";
  const lastDay = new Date(endsAt.getTime() - 1);
  return `${who}${paired}${joined}, from ${sayWholeDate(startsAt, timeZone)} to ${sayWholeDate(lastDay, timeZone)}`;
}

/** What somebody answered, question by question. */
export function sayAnswers(
  questions: readonly SurveyQuestion[],
  { chosen, words }: { chosen: Readonly<Record<string, number>>; words: Readonly<Record<string, string>> },
): { question: string; said: string }[] {
  return questions.flatMap((one) => {
    const value = chosen[one.number];
    const said = one.kind === "text" ? words[one.number] : value === undefined ? undefined : sayChosen(one, value);
    return said ? [{ question: one.question, said }] : [];
  });
}

/** "3.8" */
export function sayMean(mean: number): string {
  return mean.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

export const NOT_ENOUGH =
  "Fewer than five answers have been counted here so far, so no figures are shown. Answers are counted a day after they were given, in groups of at least five people of the same role and programme; after a week also in mixed groups, which only appear without a filter.";

interface Counted {
  survey: string;
  title: string | null;
  questions: readonly SurveyQuestion[] | null;
  question: number;
  value: number;
}

/** A figure in words, for a file: which survey and question, and which answer. */
export function sayFigure({
  survey,
  title,
  questions,
  question,
  value,
}: Counted): Record<"survey" | "question" | "answer", string> {
  const asked = isStanding(survey) ? standingSurvey(survey) : { title: title ?? "", questions: questions ?? [] };
  const one = asked.questions.find(({ number }) => number === question);
  return {
    survey: asked.title,
    question: question === 0 ? "People who answered" : (one?.question ?? String(question)),
    answer: one ? sayChosen(one, value) : "",
  };
}
