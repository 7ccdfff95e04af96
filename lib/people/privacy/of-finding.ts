import { LINK } from "./reasons";
import type { Table } from "./record";

/** What mentees keep while they look for a mentor. */
export const FINDING: Record<string, Table> = {
  mentor_marks: {
    holds: "Mentors you have saved, or do not want to see in the list",
    parts: { mentee: '"memberId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    download: { name: "saved-and-hidden-mentors", to: ["mentee"], orderBy: "at" },
    columns: {
      memberId: { untold: LINK },
      mentorId: { told: "Mentor", as: "person" },
      mark: { told: "Saved or hidden" },
      at: { told: "Since", as: "instant" },
    },
  },
};
