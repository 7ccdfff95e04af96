import { addDays, dayOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { answer } from "@/lib/mentoring/surveys/commands";
import { countGroups } from "@/lib/mentoring/surveys/counting-sql";
import { ownSurveySweepStep } from "@/lib/mentoring/surveys/sweep-step";
import type { Settings } from "@/lib/society/settings/settings";
import { addQuestion, close, make, open } from "@/lib/staff/surveys/commands";
import { Random } from "../people/random";
import { idOf } from "../story/ids";
import { mustBeDone, viewerFor } from "./person";
import { SURVEY_ANSWERS } from "./words";

const ID = idOf("message", "survey");
const QUESTIONS = [
  { kind: "scale", question: "How well does the society support you as a mentor?", options: "" },
  { kind: "choice", question: "Where do you usually meet?", options: "In person\nBy video call\nBy telephone" },
  { kind: "yes-no", question: "Would you take on another mentee?", options: "" },
  { kind: "text", question: "What could we do better?", options: "" },
] as const;

/** Six weeks ago the society asked its mentors a few questions; most have answered. By the product's own commands. */
export async function askMentors(settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const day = (days: number) => addDays(now, days - 45, timeZone);
  const helen = viewerFor(idOf("member", "100006"), timeZone);
  const [from, to] = [dayOf(day(0), timeZone), dayOf(day(21), timeZone)];
  const typed = { title: "Mentors: how are we doing?", role: "mentor", pairing: "with", programmeId: "", from, to } as const;
  await mustBeDone("make a survey", make(helen, { id: ID, ...typed }, timeZone, day(0)));
  for (const [i, question] of QUESTIONS.entries()) {
    await mustBeDone("ask a question", addQuestion(helen, { id: ID, seen: i + 1, ...question }, day(0)));
  }
  await mustBeDone("open the survey", open(helen, { id: ID, seen: QUESTIONS.length + 1 }, day(0)));
  await ownSurveySweepStep.step(await ownSurveySweepStep.findDue(day(0), null, 1), day(0));
  const askings = await db().surveyAsking.findMany({
    where: { survey: ID },
    orderBy: { memberId: "asc" },
    select: { id: true, memberId: true },
  });
  const chance = new Random(14);
  for (const [i, { id, memberId }] of askings.entries()) {
    const given = {
      answer1: String(
        chance.weighted([
          [5, 30],
          [4, 40],
          [3, 20],
          [2, 10],
        ] as const),
      ),
      answer2: String(
        chance.weighted([
          [1, 25],
          [2, 55],
          [3, 20],
        ] as const),
      ),
      answer3: String(
        chance.weighted([
          [1, 45],
          [2, 55],
        ] as const),
      ),
      ...(i % 4 === 0 ? { answer4: SURVEY_ANSWERS[(i / 4) % SURVEY_ANSWERS.length] ?? "" } : {}),
    };
    if (i % 5 < 4) await mustBeDone("answer a survey", answer({ memberId }, id, given, day(1 + (i % 6))));
  }
  await countGroups(ID, timeZone, day(9));
  await mustBeDone("close the survey", close(helen, { id: ID, seen: 1 }, day(21)));
  // Nobody is reminded of a survey that is over.
  await db().surveyAsking.updateMany({ where: { survey: ID }, data: { remindAt: null } });
}
