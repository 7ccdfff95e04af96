import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const inRelationships = (person: string) => `"relationshipId" IN (SELECT "id" FROM "relationships" WHERE ${person})`;

/** What partners sign, and what each of them keeps of their meetings. */
export const CONTRACTS_AND_REFLECTIONS: Record<string, Table> = {
  contracts: {
    holds: "Contracts with your partners, as they were signed",
    parts: { mentee: inRelationships('"menteeId" = :member'), mentor: inRelationships('"mentorId" = :member') },
    download: { name: "contracts", to: ["mentee", "mentor"], orderBy: "number" },
    columns: {
      relationshipId: { told: "Number of the proposal", stays: LINK },
      number: { told: "Contract", stays: INNER },
      documentNumber: { told: "Version of the society’s text, or of the programme’s own", stays: COUNTED },
      isOfProgramme: { told: "Whether it was the programme’s own", stays: COUNTED },
      // The text holds both names, and cannot be without one of them and still be what was signed.
      text: { told: "Text", as: "sealed", erased: { mentee: "NULL", mentor: "NULL" } },
      menteeName: { told: "Signed by the mentee as", as: "sealed", erased: { mentee: "NULL", mentor: "NULL" } },
      menteeSignedAt: { told: "Signed by the mentee", as: "instant", stays: COUNTED },
      mentorName: { told: "Signed by the mentor as", as: "sealed", erased: { mentee: "NULL", mentor: "NULL" } },
      mentorSignedAt: { told: "Signed by the mentor", as: "instant", stays: COUNTED },
      ...untouched(INNER, ["digest"]),
    },
  },

  check_ins: {
    holds: "How you and your partners told us that it goes, and pauses",
    parts: { mentee: inRelationships('"menteeId" = :member'), mentor: inRelationships('"mentorId" = :member') },
    download: { name: "how-it-goes", to: ["mentee", "mentor"], orderBy: "relationshipId" },
    columns: {
      relationshipId: { told: "Number of the proposal", stays: LINK },
      question: { told: "Last asked whether you have met, or still meet", stays: COUNTED },
      askedAt: { told: "Asked", as: "instant", stays: COUNTED },
      menteeAnswer: { told: "Answer of the mentee", to: ["mentee"], stays: COUNTED },
      mentorAnswer: { told: "Answer of the mentor", to: ["mentor"], stays: COUNTED },
      pausedUntil: { told: "Paused until", as: "instant", stays: COUNTED },
      pauseAskedBy: { told: "Pause suggested by", stays: COUNTED },
      pauseAskedUntil: { told: "Pause suggested until", as: "instant", stays: COUNTED },
      // Who waits is what one of the two has told the society; their own answer says it to them.
      ...untouched(INNER, ["waiting", "chasedAt", "handedAt", "countsFrom", "round", "dueAt", "version"]),
    },
  },

  reflections: {
    holds: "Your CPD record, which only you can read",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "cpd-record", to: ["member"], orderBy: "heldOn" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      relationshipId: { told: "Number of the proposal" },
      meetingId: { untold: LINK },
      heldOn: { told: "Day" },
      minutes: { told: "Minutes" },
      isStructured: { told: "Counted as structured" },
      words: { told: "What you wrote", as: "sealed" },
      writtenAt: { told: "Written", as: "instant" },
      changedAt: { told: "Last changed", as: "instant" },
      version: { untold: INNER },
    },
  },
};
