import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const BOTH = `"relationshipId" IN (SELECT "id" FROM "relationships" WHERE :member IN ("menteeId", "mentorId"))`;

const IN_CONVERSATIONS = `"conversationId" IN (SELECT "relationshipId" FROM "conversations" WHERE :member IN ("lowerId", "higherId"))`;

/** What two partners say to each other, and when they meet: both can download it, and it is erased with its author. */
export const MESSAGES_AND_MEETINGS: Record<string, Table> = {
  messages: {
    holds: "Messages between you and your partners, and questions before a proposal",
    parts: { sender: '"senderId" = :member', partner: `"senderId" <> :member AND ${IN_CONVERSATIONS}` },
    download: { name: "messages", to: ["sender", "partner"], orderBy: "sentAt" },
    columns: {
      relationshipId: { told: "Number of the proposal", stays: LINK },
      number: { told: "Message", stays: INNER },
      senderId: { told: "From", as: "person", stays: LINK },
      body: { told: "Words", as: "sealed", erased: { sender: "NULL" } },
      sentAt: { told: "Sent", as: "instant", stays: COUNTED },
      conversationId: { untold: LINK, stays: LINK },
      ...untouched(INNER, ["key"]),
    },
  },

  conversation_readers: {
    holds: "How far you have read your messages",
    parts: { member: '"memberId" = :member' },
    download: { name: "messages-read", to: ["member"], orderBy: "relationshipId" },
    columns: {
      relationshipId: { told: "Number of the proposal", stays: LINK },
      memberId: { untold: LINK, stays: LINK },
      role: { told: "To you as", stays: COUNTED },
      readTo: { told: "Read up to message", stays: COUNTED },
      readAt: { told: "Read", as: "instant", stays: COUNTED },
      unread: { told: "Not read yet", stays: COUNTED },
      ...untouched(INNER, ["newest", "spell", "spellAt", "mailAt"]),
    },
  },

  conversations: {
    holds: "How many messages you and somebody else have sent to each other: a number",
    parts: { two: ':member IN ("lowerId", "higherId")' },
    columns: { ...untouched(LINK, ["lowerId", "higherId"]), ...untouched(INNER, ["relationshipId", "newest"]) },
  },

  questions: {
    holds: "Questions before a proposal, which you asked or were asked; their words are among your messages",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    download: { name: "questions", to: ["mentee", "mentor"], orderBy: "askedAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      conversationId: { untold: LINK, stays: LINK },
      menteeId: { told: "Asked by", as: "person", stays: LINK },
      mentorId: { told: "Asked of", as: "person", stays: LINK },
      programmeId: { told: "Number of the programme", stays: COUNTED },
      status: { told: "Status", stays: COUNTED },
      askedAt: { told: "Asked", as: "instant", stays: COUNTED },
      dueAt: { told: "To be answered by", as: "instant", stays: COUNTED },
      ...untouched(INNER, ["slot", "firstNumber"]),
    },
  },

  meetings: {
    holds: "Meetings with your partners",
    parts: { organiser: '"organiserId" = :member', partner: `"organiserId" <> :member AND ${BOTH}` },
    download: { name: "meetings", to: ["organiser", "partner"], orderBy: "startsAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      relationshipId: { told: "Number of the proposal", stays: LINK },
      organiserId: { told: "Arranged by", as: "person", stays: LINK },
      status: { told: "Status", stays: COUNTED },
      answer: { told: "Answer", stays: COUNTED },
      startsAt: { told: "Begins", as: "instant", stays: COUNTED },
      endsAt: { told: "Ends", as: "instant", stays: COUNTED },
      method: { told: "Way to meet", as: { list: "methods" }, stays: COUNTED },
      words: { told: "Title and details", as: "sealed", erased: { organiser: "NULL" } },
      sendsDetails: { told: "Title and details go into e-mails and calendars", stays: COUNTED },
      suggestedStartsAt: { told: "Suggested instead, from", as: "instant", stays: COUNTED },
      suggestedEndsAt: { told: "Suggested instead, until", as: "instant", stays: COUNTED },
      cancelledBecause: { told: "Cancelled by", stays: COUNTED },
      createdAt: { told: "Arranged", as: "instant", stays: COUNTED },
      movedAt: { told: "Last changed", as: "instant", stays: COUNTED },
      ...untouched(INNER, ["remindAt", "isReminded", "dueAt", "sequence", "version"]),
    },
  },

  calendar_feeds: {
    holds: "The private address of your calendar of meetings",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "calendar-address", to: ["member"], orderBy: "createdAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      tokenHash: { untold: "A key: anybody who has it can read the calendar." },
      token: { untold: "A key: anybody who has it can read the calendar. We show it to its owner with their meetings." },
      createdAt: { told: "Made", as: "instant" },
    },
  },
};
