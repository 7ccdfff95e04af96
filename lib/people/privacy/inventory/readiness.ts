import { INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const SOCIETY = "It says what the society asks of everybody in a role, and nothing of anybody.";

/** What a role needs, and who has it. */
export const READINESS: Record<string, Table> = {
  readiness_conditions: {
    holds: "Conditions that the society sets for a role",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["id", "programmeId", "role", "kind", "name", "text", "textNumber", "neededText", "resourceId", "link"],
      ...["validMonths", "countsAt", "retiredAt", "spreadDueAt", "spreadAfter", "createdAt", "changedAt", "version"],
    ]),
  },

  readiness_texts: {
    holds: "Every wording of these conditions",
    parts: {},
    columns: untouched(SOCIETY, ["conditionId", "number", "text", "writtenAt"]),
  },

  readiness_items: {
    holds: "Conditions of your roles, and when you met them",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "what-a-role-needs", to: ["member"], orderBy: "movedAt" },
    columns: {
      id: { untold: LINK },
      conditionId: { told: "Condition’s number" },
      memberId: { untold: LINK },
      programmeId: { told: "Programme’s number" },
      role: { told: "As" },
      status: { told: "Status" },
      isLacking: { told: "Missing now" },
      textNumber: { told: "Wording" },
      countsAt: { told: "Counts from", as: "instant" },
      metAt: { told: "Done", as: "instant" },
      expiresAt: { told: "Valid until", as: "instant" },
      answerUntil: { told: "Referee can answer until", as: "instant" },
      words: { told: "Why staff did not approve it", as: "sealed" },
      note: { told: "Note of staff", as: "sealed" },
      movedAt: { told: "Last changed", as: "instant" },
      warnedDays: { untold: INNER },
      dueAt: { untold: INNER },
      version: { untold: INNER },
    },
  },

  readiness_referees: {
    holds: "Referees you named, and their answers",
    parts: { member: '"itemId" IN (SELECT "id" FROM "readiness_items" WHERE "memberId" = :member)' },
    goesWith: ["member"],
    download: { name: "referees", to: ["member"], orderBy: "askedAt" },
    columns: {
      id: { untold: LINK },
      itemId: { untold: LINK },
      person: { told: "Name and address", as: "sealed" },
      answer: { told: "Answer" },
      words: { untold: "They wrote it for the society in confidence. You can ask the society about it." },
      askedAt: { told: "Asked", as: "instant" },
      expiresAt: { told: "Could answer until", as: "instant" },
      answeredAt: { told: "Answered", as: "instant" },
    },
  },
};
