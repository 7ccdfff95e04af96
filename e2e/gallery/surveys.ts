import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import type { SurveyQuestion } from "@/lib/mentoring/surveys/survey";
import { answerAll, askOne } from "@/testing/surveys/examples";
import { people } from "../people";

const QUESTIONS: SurveyQuestion[] = [
  { number: 1, kind: "scale", question: "How are we doing?", options: [] },
  {
    number: 2,
    kind: "choice",
    question: "Where do you usually meet?",
    options: ["At the office", "Somewhere else altogether"],
  },
  { number: 3, kind: "yes-no", question: "Would you do it again?", options: [] },
  { number: 4, kind: "text", question: "What could we do better?", options: [] },
];

/** Surveys of the society's own in each state, what a member is asked, and one who would like to be contacted. */
export async function askInSurveys(authorId: string, memberId: string, pair: string, now: Date) {
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const [draft, open, results] = [randomUUID(), randomUUID(), randomUUID()];
  const shared = {
    authorId,
    questions: QUESTIONS as unknown as object[],
    changedAt: now,
    startsAt: later(-9),
    endsAt: later(40),
  };
  await db().survey.createMany({
    data: [
      { ...shared, id: draft, title: "How are we doing this year?" },
      // Nobody is asked while the gallery is looked at.
      { ...shared, id: open, title: "How are we doing now?", status: "open", dueAt: later(30) },
      { ...shared, id: results, title: "How were we doing?", status: "open" },
    ],
  });
  const answerers = [];
  for (let i = 0; i < 5; i++) answerers.push((await people.member({ isMentee: true })).id);
  const typed = { answer1: "4", answer2: "1", answer3: "1", answer4: "A little more time for each other." };
  await answerAll(answerers, results, typed, later(-5));
  await db().survey.update({ where: { id: results }, data: { status: "closed", endsAt: later(-1) }, select: { id: true } });
  const [asked, contact] = [await askOne(memberId, "pulse", now, pair), await askOne(answerers[0] ?? "", "closing", now)];
  const wish = { askingId: contact, survey: "closing", chosen: { 1: 1 }, score: 1, wantsContact: true, answeredAt: now };
  await db().surveyAnswer.create({ data: wish, select: { askingId: true } });
  return { draftSurvey: draft, openSurvey: open, pastSurvey: results, askedSurvey: asked, contactAnswer: contact };
}
