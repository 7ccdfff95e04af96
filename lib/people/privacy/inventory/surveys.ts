import { INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const ofMember = '"askingId" IN (SELECT "id" FROM "survey_askings" WHERE "memberId" = :member)';

/** What members are asked in surveys, and what they answer. */
export const SURVEYS: Record<string, Table> = {
  survey_askings: {
    holds: "Surveys that you were asked",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "surveys", to: ["member"], orderBy: "askedAt" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      survey: { told: "Survey" },
      occasion: { untold: INNER },
      relationshipId: { told: "Number of the proposal" },
      askedAt: { told: "Asked", as: "instant" },
      openUntil: { told: "Could be answered until", as: "instant" },
      remindAt: { untold: INNER },
      answeredAt: { told: "Answered", as: "instant" },
    },
  },

  survey_answers: {
    holds: "Your answers to surveys, which staff read without your name unless you asked to be contacted",
    parts: { member: ofMember },
    goesWith: ["member"],
    download: { name: "answers", within: { table: "survey_askings", by: "askingId" }, to: ["member"], orderBy: "answeredAt" },
    columns: {
      askingId: { untold: LINK },
      survey: { untold: INNER },
      programmeId: { untold: INNER },
      role: { told: "Asked as" },
      chosen: { told: "What you chose, by the number of the question" },
      score: { untold: "The first of the choices once more." },
      words: { told: "What you wrote, by the number of the question", as: "sealed" },
      wantsContact: { told: "Asked to be contacted" },
      answeredAt: { told: "Answered", as: "instant" },
      countedOn: { told: "Entered the figures on" },
      version: { untold: INNER },
    },
  },

  surveyed_members: {
    holds: "When you were last asked in a survey",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    columns: untouched("It only keeps us from asking you again too soon; what you were asked is among your surveys.", [
      ...["memberId", "askedAt"],
    ]),
  },

  survey_rounds: {
    holds: "When we next check whether to ask about a relationship",
    parts: {},
    columns: untouched(INNER, ["relationshipId", "countsFrom", "dueAt", "version"]),
  },

  surveys: {
    holds: "Surveys of the society’s own",
    parts: {},
    columns: {
      authorId: { untold: LINK, stays: LINK },
      ...untouched("The society wrote it, and it is about nobody.", [
        "id",
        "title",
        "questions",
        "role",
        "pairing",
        "programmeId",
      ]),
      ...untouched(INNER, ["startsAt", "endsAt", "status", "dueAt", "readUpTo", "version", "changedAt"]),
    },
  },

  survey_figures: {
    holds: "How often each answer to a survey was given",
    parts: {},
    columns: untouched("It counts at least five people together, and names nobody.", [
      ...["survey", "countedOn", "programme", "role", "question", "value", "count"],
    ]),
  },
};
