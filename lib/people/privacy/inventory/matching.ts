import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

/** Whom staff would bring together. */
export const MATCHING: Record<string, Table> = {
  matches: {
    holds: "People with whom the society has matched you",
    parts: {
      // A draft is nobody's business until it is published.
      mentee: `"menteeId" = :member AND "state" IN ('published', 'accepted', 'over')`,
      mentor: `"mentorId" = :member AND "state" IN ('published', 'accepted', 'over')`,
      draft: `:member IN ("menteeId", "mentorId") AND "state" NOT IN ('published', 'accepted', 'over')`,
      staff: '"changedById" = :member',
    },
    goesWith: ["mentee", "mentor", "draft"],
    download: { name: "matches", to: ["mentee", "mentor"], orderBy: "changedAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      runId: { untold: LINK, stays: LINK },
      menteeId: { told: "Mentee", as: "person", stays: LINK },
      mentorId: { told: "Mentor", as: "person", stays: LINK },
      proposalId: { told: "Number of the proposal", stays: LINK },
      state: { told: "What became of it", stays: COUNTED },
      changedById: { untold: "They did it for the society, not in their own name.", stays: LINK },
      changedAt: { told: "Last changed", as: "instant", stays: COUNTED },
      ...untouched(INNER, [
        "isLocked",
        "origin",
        "place",
        "score",
        "wish",
        "ratherMentors",
        "fitBetter",
        "ratherMentees",
        "refusal",
      ]),
      version: { untold: INNER, stays: INNER },
    },
  },

  matching_runs: {
    holds: "When staff matched those who wait in a programme",
    parts: { staff: '"startedById" = :member' },
    columns: {
      startedById: { untold: "They did it for the society, not in their own name.", stays: LINK },
      ...untouched(INNER, ["id", "programmeId", "startedAt", "status", "mentees", "scored", "settled", "places", "dueAt"]),
      ...untouched(INNER, ["heldUntil", "tries", "endedAt", "version"]),
    },
  },

  matching_mentees: {
    holds: "Your wait for a mentor in a programme when staff began to match",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    columns: {
      runId: { untold: LINK },
      n: { untold: INNER },
      memberId: { untold: LINK },
      ...untouched("Copied from the profile, for as long as staff are matching.", [
        "since",
        "topics",
        "methods",
        "languages",
        "sector",
        "region",
      ]),
      ...untouched("Who could suit them is a draft of staff, and concerns others too.", [
        "mentors",
        "scores",
        "isScored",
        "isWhole",
      ]),
    },
  },

  matching_mentors: {
    holds: "Your free places in a programme when staff began to match",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    columns: {
      runId: { untold: LINK },
      n: { untold: INNER },
      memberId: { untold: LINK },
      ...untouched("Copied from the profile, for as long as staff are matching.", [
        "places",
        "topics",
        "methods",
        "languages",
        "sector",
        "region",
      ]),
      ...untouched("Copied from the profile, for as long as staff are matching.", ["answerHours", "calm"]),
      cutScore: { untold: INNER },
      cutSince: { untold: INNER },
      cutId: { untold: INNER },
    },
  },
};
