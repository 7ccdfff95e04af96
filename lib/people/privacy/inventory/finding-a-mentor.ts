import { INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const THEIRS_WHO_HOLD_IT = "Of somebody else’s right; who gave it is forgotten.";

/** What mentees keep while they look for a mentor. */
export const FINDING_A_MENTOR: Record<string, Table> = {
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

  avoided_mentees: {
    holds: "Mentees whom you would rather not be matched with",
    parts: { mentor: '"mentorId" = :member', mentee: '"menteeId" = :member' },
    goesWith: ["mentor", "mentee"],
    download: { name: "rather-not-matched-with", to: ["mentor"], orderBy: "at" },
    columns: {
      mentorId: { untold: LINK },
      menteeId: { told: "Mentee", as: "person" },
      at: { told: "Since", as: "instant" },
    },
  },

  mentor_alerts: {
    holds: "Mentors and searches that you asked to be told about",
    parts: { mentee: '"memberId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    download: { name: "tell-me-when", to: ["mentee"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      about: { untold: "The mentor’s id, or the search once more, as an address." },
      mentorId: { told: "Mentor", as: "person" },
      programmeId: { told: "Number of the programme" },
      words: { told: "Words" },
      topics: { told: "Topics", as: { list: "topics" } },
      sector: { told: "Sector", as: { list: "sectors" } },
      region: { told: "Region", as: { list: "regions" } },
      language: { told: "Language", as: { list: "languages" } },
      method: { told: "Way to meet", as: { list: "methods" } },
      createdAt: { told: "Asked", as: "instant" },
    },
  },

  mentor_alert_finds: {
    holds: "Mentors whom you have been told of, or are about to be",
    parts: { mentee: '"memberId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    columns: untouched(
      "It only keeps us from telling you of the same mentor twice; what you were told is among your notifications.",
      [...["memberId", "mentorId", "dueAt", "since", "dueIn", "knownIn"]],
    ),
  },

  mentor_openings: {
    holds: "Mentors who have just become free, until the next sweep a few minutes later",
    parts: { mentor: '"mentorId" = :member' },
    goesWith: ["mentor"],
    columns: untouched(INNER, ["mentorId", "onlyIn"]),
  },

  blocks: {
    holds: "Members whom you have blocked",
    parts: { blocker: '"blockerId" = :member', blocked: '"blockedId" = :member' },
    goesWith: ["blocker", "blocked"],
    download: { name: "blocked-members", to: ["blocker"], orderBy: "at" },
    columns: {
      blockerId: { untold: LINK },
      blockedId: { told: "Blocked", as: "person" },
      at: { told: "Since", as: "instant" },
    },
  },

  programme_staff: {
    holds: "Programmes that you look after for the society, or whose figures you read",
    parts: { member: '"memberId" = :member', giver: '"givenById" = :member' },
    goesWith: ["member"],
    download: { name: "programmes-looked-after", to: ["member"], orderBy: "givenAt" },
    columns: {
      memberId: { untold: LINK, stays: LINK },
      programmeId: { told: "Programme’s number", stays: THEIRS_WHO_HOLD_IT },
      right: { told: "As", stays: THEIRS_WHO_HOLD_IT },
      givenById: { untold: "Who of the staff gave it is the society’s own affair.", erased: { giver: "NULL" } },
      givenAt: { told: "Since", as: "instant", stays: THEIRS_WHO_HOLD_IT },
    },
  },

  programme_members: {
    holds: "Programmes that you have joined or applied for",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "programmes", to: ["member"], orderBy: "askedAt" },
    columns: {
      programmeId: { told: "Programme’s number" },
      memberId: { untold: LINK },
      role: { told: "As" },
      status: { told: "Status" },
      capacity: { told: "Places in it" },
      askedAt: { told: "Joined or applied", as: "instant" },
      movedAt: { told: "Last changed", as: "instant" },
      version: { untold: INNER },
    },
  },

  kept_addresses: {
    holds: "Former partners who may still see your e-mail address",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "address-still-shown", to: ["member"], orderBy: "at" },
    columns: {
      relationshipId: { told: "Number of the proposal" },
      memberId: { untold: LINK },
      at: { told: "Since", as: "instant" },
    },
  },
};
