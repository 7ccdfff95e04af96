import { COUNTED, erasedSealed, erasedWords, INNER, LINK, STEPPED } from "../reasons";
import { type Table, untouched } from "../record";

const inProposals = (person: string) => `"proposalId" IN (SELECT "id" FROM "proposals" WHERE ${person})`;
const eachErased = (column: string) => ({
  mentee: erasedWords(column),
  mentor: erasedWords(column),
  partner: erasedWords(column),
});
/** Whether they are the subject, or one of the two whom the proposal that is the subject concerns. */
const OF_SUBJECT = `"subjectId" = :member OR ${inProposals(':member IN ("menteeId", "mentorId")').replace("proposalId", "subjectId")}`;

/** What two people agree, or do not. */
export const PROPOSALS_AND_RELATIONSHIPS: Record<string, Table> = {
  proposals: {
    holds: "Proposals you sent or received",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    download: { name: "proposals", to: ["mentee", "mentor"], orderBy: "sentAt" },
    columns: {
      id: { told: "Number", stays: LINK },
      menteeId: { told: "Mentee", as: "person", stays: LINK },
      mentorId: { told: "Mentor", as: "person", stays: LINK },
      programmeId: { told: "Number of the programme", stays: COUNTED },
      isFromStaff: { told: "Suggested by the society", stays: COUNTED },
      status: { told: "Status", stays: COUNTED },
      withdrawnBecause: { told: "Withdrawn because", stays: COUNTED },
      withdrawnWords: {
        told: "What the society said about it",
        erased: { mentee: erasedWords("withdrawnWords"), mentor: erasedWords("withdrawnWords") },
      },
      rejectionReason: {
        told: "The mentor’s note",
        erased: { mentor: erasedSealed("rejectionReason", "rejectionSealed") },
      },
      rejectionSealed: { told: "The mentor’s note", as: "sealed", erased: { mentor: "NULL" } },
      rejectedBecause: { told: "The mentor’s reason", as: { list: "rejectionReasons" }, stays: COUNTED },
      round: { told: "Times sent", stays: COUNTED },
      sentAt: { told: "Sent", as: "instant", stays: COUNTED },
      expiresAt: { told: "To be answered by", as: "instant", stays: COUNTED },
      movedAt: { told: "Last changed", as: "instant", stays: COUNTED },
      version: { untold: INNER, erased: { mentor: STEPPED } },
      ...untouched(INNER, ["slot", "remindDays", "remindAt", "expireDay", "extraDays", "remindedDay", "dueAt", "textNumber"]),
    },
  },

  proposal_texts: {
    holds: "What was written in a proposal, each version",
    parts: { mentee: inProposals('"menteeId" = :member'), mentor: inProposals('"mentorId" = :member') },
    download: { name: "Texts", within: { table: "proposals", by: "proposalId" }, to: ["mentee", "mentor"], orderBy: "number" },
    columns: {
      proposalId: { untold: LINK, stays: LINK },
      number: { told: "Version", stays: INNER },
      objectives: { told: "Objectives", erased: { mentee: erasedSealed("objectives", "objectivesSealed") } },
      objectivesSealed: { told: "Objectives", as: "sealed", erased: { mentee: "NULL" } },
      topics: { told: "Topics", as: { list: "topics" }, stays: COUNTED },
      methods: { told: "Ways to meet", as: { list: "methods" }, stays: COUNTED },
      meeting: { told: "When and how often", erased: { mentee: erasedSealed("meeting", "meetingSealed") } },
      meetingSealed: { told: "When and how often", as: "sealed", erased: { mentee: "NULL" } },
      contribution: { told: "What the mentee brings", erased: { mentee: erasedSealed("contribution", "contributionSealed") } },
      contributionSealed: { told: "What the mentee brings", as: "sealed", erased: { mentee: "NULL" } },
      writtenAt: { told: "Written", as: "instant", stays: COUNTED },
    },
  },

  queue_places: {
    holds: "Queues in which you wait for a place with a mentor, or others for one with you",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    download: { name: "queues", to: ["mentee"], orderBy: "joinedAt" },
    columns: {
      proposalId: { told: "Number of the proposal" },
      menteeId: { untold: LINK },
      mentorId: { told: "Mentor", as: "person" },
      joinedAt: { told: "Waiting since", as: "instant" },
      goesFirst: { told: "Goes before others, because an earlier mentor did not reply or meet" },
      askedPlace: { told: "Asked for the free place with this number" },
    },
  },

  proposal_choices: {
    holds: "Mentors to be asked next when a proposal comes to nothing",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    download: {
      name: "Further choices",
      within: { table: "proposals", by: "proposalId" },
      to: ["mentee"],
      orderBy: "position",
    },
    columns: {
      proposalId: { untold: LINK },
      position: { told: "Place in the order" },
      menteeId: { untold: LINK },
      mentorId: { told: "Mentor", as: "person" },
      isDue: { untold: INNER },
    },
  },

  relationships: {
    holds: "Your relationships",
    parts: {
      mentee: '"menteeId" = :member',
      mentor: '"mentorId" = :member',
      // Where the society ended it, its reason is about both.
      endedOne: `"endedBecause" = 'staff' AND :member IN ("menteeId", "mentorId")`,
      reader: `"isReasonShared" AND :member IN ("menteeId", "mentorId")`,
      ender: `("endedBecause" = 'mentee' AND "menteeId" = :member OR "endedBecause" = 'mentor' AND "mentorId" = :member)`,
    },
    download: { name: "relationships", to: ["mentee", "mentor"], orderBy: "startedAt" },
    columns: {
      id: { told: "Number of the proposal", stays: LINK },
      programmeId: { told: "Number of the programme", stays: COUNTED },
      menteeId: { told: "Mentee", as: "person", stays: LINK },
      mentorId: { told: "Mentor", as: "person", stays: LINK },
      startedAt: { told: "Began", as: "instant", stays: COUNTED },
      agreedUntil: { told: "Agreed until", as: "instant", stays: COUNTED },
      endedAt: { told: "Ended", as: "instant", stays: COUNTED },
      endedBecause: { told: "Ended because", stays: COUNTED },
      // For the society: the partner never reads it.
      endReason: {
        told: "What was said about the end",
        to: ["ender", "reader"],
        erased: { ender: erasedWords("endReason"), endedOne: erasedWords("endReason") },
      },
      isReasonShared: { told: "Whether both could read it", stays: COUNTED },
      firstConversationAt: { told: "First conversation", as: "instant", stays: COUNTED },
      extensionMonths: { told: "Extension asked for, in months", stays: COUNTED },
      extensionAskedBy: { told: "Extension asked for by the", stays: COUNTED },
      ...untouched(INNER, ["mentorPlace", "menteePlace", "version", "asked", "dueAt"]),
    },
  },

  relationship_rhythms: {
    holds: "When you last met, so that staff can see who has not: worked out from relationships and meetings",
    parts: {
      partner: `"relationshipId" IN (SELECT "id" FROM "relationships" WHERE :member IN ("menteeId", "mentorId"))`,
    },
    columns: untouched("A time that your relationships and meetings already contain.", [
      "relationshipId",
      "programmeId",
      "startedAt",
      "lastAt",
    ]),
  },

  staff_letters: {
    holds: "What the society wrote to you and your partner, or to one of you",
    parts: {
      mentee: `"toOne" IS DISTINCT FROM 'mentor' AND ${inProposals('"menteeId" = :member')}`,
      mentor: `"toOne" IS DISTINCT FROM 'mentee' AND ${inProposals('"mentorId" = :member')}`,
      // To the partner alone: not theirs to read, but it may name them.
      partner: `"toOne" = 'mentor' AND ${inProposals('"menteeId" = :member')} OR "toOne" = 'mentee' AND ${inProposals('"mentorId" = :member')}`,
    },
    download: { name: "letters-from-the-society", to: ["mentee", "mentor"], orderBy: "at" },
    columns: {
      id: { untold: LINK, stays: LINK },
      proposalId: { told: "Number of the proposal", stays: LINK },
      authorId: { untold: "They wrote it for the society, not in their own name.", stays: LINK },
      behalfOf: { told: "On behalf of the", stays: COUNTED },
      toOne: { told: "To one alone, the", stays: COUNTED },
      // It names both.
      subject: { told: "Subject", erased: eachErased("subject") },
      words: { told: "Words", erased: eachErased("words") },
      at: { told: "Sent", as: "instant", stays: COUNTED },
    },
  },

  today_dismissals: {
    holds: "What staff have put aside under Today, and why",
    parts: { subject: OF_SUBJECT },
    goesWith: ["subject"],
    columns: untouched("A note of the society’s about its own work. It is deleted with them all the same.", [
      ...["key", "kind", "subjectId", "until", "reason", "byId", "at"],
    ]),
  },

  today_acts: {
    holds: "What staff have done to several items of Today at once",
    parts: { subject: OF_SUBJECT },
    goesWith: ["subject"],
    columns: untouched("A note of the society’s about its own work. It is deleted with them all the same.", [
      ...["actId", "key", "subjectId", "act", "outcome", "byId", "at"],
    ]),
  },
};
