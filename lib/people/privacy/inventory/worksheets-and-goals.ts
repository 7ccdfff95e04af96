import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const BOTH = `"relationshipId" IN (SELECT "id" FROM "relationships" WHERE :member IN ("menteeId", "mentorId"))`;
const inBoth = (column: string, table: string) => `"${column}" IN (SELECT "id" FROM "${table}" WHERE ${BOTH})`;

/** What two partners write in worksheets and goals: both can download it, and it is erased with its author. */
export const WORKSHEETS_AND_GOALS: Record<string, Table> = {
  sheets: {
    holds: "SWOT and G-STAR of your relationships",
    parts: { both: BOTH },
    download: { name: "swot-and-g-star", to: ["both"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      relationshipId: { told: "Number of the proposal", stays: LINK },
      kind: { told: "Kind", stays: COUNTED },
      number: { told: "Newest version", stays: INNER },
      createdAt: { told: "Begun", as: "instant", stays: COUNTED },
      changedAt: { told: "Last changed", as: "instant", stays: COUNTED },
    },
  },

  sheet_versions: {
    holds: "What was written in a SWOT or G-STAR, each version",
    parts: { author: '"authorId" = :member', partner: `"authorId" <> :member AND ${inBoth("sheetId", "sheets")}` },
    download: { name: "Versions", within: { table: "sheets", by: "sheetId" }, to: ["author", "partner"], orderBy: "number" },
    columns: {
      sheetId: { untold: LINK, stays: LINK },
      number: { told: "Version", stays: INNER },
      words: { told: "What was written", as: "sealed", erased: { author: "NULL" } },
      authorId: { told: "By", as: "person", stays: LINK },
      writtenAt: { told: "Written", as: "instant", stays: COUNTED },
    },
  },

  goals: {
    holds: "Goals of your relationships",
    parts: { both: BOTH },
    download: { name: "goals", to: ["both"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      relationshipId: { told: "Number of the proposal", stays: LINK },
      status: { told: "Status", stays: COUNTED },
      progress: { told: "Progress", stays: COUNTED },
      targetOn: { told: "By", stays: COUNTED },
      createdAt: { told: "Added", as: "instant", stays: COUNTED },
      changedAt: { told: "Last changed", as: "instant", stays: COUNTED },
      closedAt: { told: "Closed", as: "instant", stays: COUNTED },
      ...untouched(INNER, ["textId", "version"]),
    },
  },

  goal_steps: {
    holds: "What happened to a goal, and the words and notes that go with it",
    parts: { author: '"authorId" = :member', partner: `"authorId" <> :member AND ${inBoth("goalId", "goals")}` },
    download: { name: "Steps", within: { table: "goals", by: "goalId" }, to: ["author", "partner"], orderBy: "at" },
    columns: {
      id: { untold: LINK, stays: LINK },
      goalId: { untold: LINK, stays: LINK },
      fact: { told: "What", stays: COUNTED },
      progress: { told: "Progress from then on", stays: COUNTED },
      words: { told: "What was written", as: "sealed", erased: { author: "NULL" } },
      authorId: { told: "By", as: "person", stays: LINK },
      at: { told: "When", as: "instant", stays: COUNTED },
    },
  },
};
