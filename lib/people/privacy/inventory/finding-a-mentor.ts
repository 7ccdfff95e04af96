import { INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

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

  mentor_alerts: {
    holds: "What you asked to be told of: mentors, or searches for one",
    parts: { mentee: '"memberId" = :member', mentor: '"mentorId" = :member' },
    goesWith: ["mentee", "mentor"],
    download: { name: "tell-me-when", to: ["mentee"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      about: { untold: "The mentor’s id, or the search once more, as an address." },
      mentorId: { told: "Mentor", as: "person" },
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
      [...["memberId", "mentorId", "dueAt", "since"]],
    ),
  },

  mentor_openings: {
    holds: "Mentors who have just become free, until the next sweep a few minutes later",
    parts: { mentor: '"mentorId" = :member' },
    goesWith: ["mentor"],
    columns: untouched(INNER, ["mentorId"]),
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
