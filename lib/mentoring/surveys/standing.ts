import type { AskedSurvey, Standing, SurveyQuestion } from "./survey";

const scale = (question: string): SurveyQuestion => ({ number: 1, kind: "scale", question, options: [] });
const yesNo = (question: string): SurveyQuestion => ({ number: 2, kind: "yes-no", question, options: [] });
const line = (number: number, question: string): SurveyQuestion => ({ number, kind: "text", question, options: [] });

/** What the standing surveys ask. A question whose meaning changes needs a new number, because the figures count by it. */
const QUESTIONS: Readonly<Record<Standing, readonly SurveyQuestion[]>> = {
  meeting: [scale("How was your meeting?"), line(3, "Is there anything you would like to add?")],
  pulse: [
    scale("How is your mentoring going?"),
    yesNo("Do you meet as often as you would like to?"),
    line(3, "Is there anything that would help?"),
  ],
  closing: [
    scale("How was your mentoring, all in all?"),
    yesNo("Would you recommend mentoring here to a colleague?"),
    line(3, "Is there anything the society should do differently?"),
  ],
};

const TITLES: Readonly<Record<Standing, string>> = {
  meeting: "After a meeting",
  pulse: "How is it going?",
  closing: "At the end",
};

export function standingSurvey(survey: Standing): AskedSurvey {
  return { survey, title: TITLES[survey], questions: QUESTIONS[survey] };
}
