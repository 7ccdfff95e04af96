import { dueIn } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { type Count, countGroups, countOverdue, findCountable } from "./counting-sql";
import { dueAskings, nextDue, type Round } from "./deadlines";
import { type DueReminder, selectDue, selectReminders } from "./load";
import { type DueSurvey, goThrough, selectDueSurveys } from "./own-sql";
import { saveReminders, saveRounds } from "./save";

/** Asks two partners after a meeting, now and then, and at the end. */
export const surveyRoundSweepStep: SweepStep<Round> = {
  name: "survey-rounds",
  findDue: selectDue,

  async step(rounds, now) {
    const settings = await getSettings();
    // Somebody in two relationships is asked about one of them; the other is looked at again tomorrow.
    const asked = new Set<string>();
    const looked = rounds.map((round) => {
      const due = dueAskings(round, settings, now).filter(({ role }) => {
        const id = role === "mentee" ? round.menteeId : round.mentorId;
        return !asked.has(id) && asked.add(id);
      });
      return { round, due, dueAt: nextDue(round, due, settings, now) };
    });
    return { askedInSurveys: await saveRounds(looked, settings.society.timeZone, now) };
  },

  idOf: ({ relationshipId }) => relationshipId,
  overdue: dueIn("survey_rounds", ["pair to look at for surveys", "pairs to look at for surveys"]),
};

/** Goes through those whom a survey of the society's own asks. */
export const ownSurveySweepStep: SweepStep<DueSurvey> = {
  name: "own-surveys",
  findDue: selectDueSurveys,

  async step(surveys, now) {
    const settings = await getSettings();
    let asked = 0;
    for (const survey of surveys) asked += await goThrough(survey, settings, now);
    return { askedInOwnSurveys: asked };
  },

  idOf: ({ id }) => id,
  overdue: dueIn("surveys", ["survey to go on with", "surveys to go on with"]),
};

/** The one reminder. */
export const surveyReminderSweepStep: SweepStep<DueReminder> = {
  name: "survey-reminders",
  findDue: selectReminders,

  async step(due, now) {
    return {
      remindedOfSurveys: await saveReminders(
        due.map(({ id }) => id),
        now,
      ),
    };
  },

  idOf: ({ id }) => id,
  overdue: dueIn("survey_askings", ["reminder of a survey", "reminders of surveys"], "remindAt"),
};

/** Answers enter the figures in groups. Those that wait for others are not overdue. */
export const countingSweepStep: SweepStep<Count> = {
  name: "survey-counting",
  findDue: findCountable,

  async step(surveys, now) {
    const settings = await getSettings();
    let counted = 0;
    for (const { survey } of surveys) counted += await countGroups(survey, settings.society.timeZone, now);
    return { countedAnswers: counted };
  },

  idOf: ({ survey }) => survey,
  overdue: { words: ["group of answers to count", "groups of answers to count"], count: countOverdue },
};
