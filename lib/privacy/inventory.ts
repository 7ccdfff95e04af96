import { ERASED_WORDS, FORMER_MEMBER } from "@/lib/wording";
import { type Table, untouched } from "./record";

const LINK = "An id: it says nothing by itself, and what others keep refers to it.";
const INNER = "Keeps the machinery in order, and says nothing about anybody.";
const COUNTED = "Dates, states and choices are counted in reports; with the name gone they are nobody’s.";
const SOCIETY = "The society’s own, about no member.";
const STEPPED = '"version" + 1';

/** A member's words in a row that stays: a fixed sentence instead, where there were any. */
const words = (column: string) => `CASE WHEN "${column}" <> '' THEN '${ERASED_WORDS}' ELSE "${column}" END`;
/** What named somebody in a mail to another: written anew while it waits, a fixed sentence once it is sent. */
const rendered = (html: string) => `CASE WHEN "status" = 'waiting' THEN NULL ELSE '${html}' END`;
const SCRUBBED = "This mail was about somebody whose data has been erased.";
const inProposals = (person: string) => `"proposalId" IN (SELECT "id" FROM "proposals" WHERE ${person})`;

/**
 * The record of processing: for every column of every table whether Download my data tells it, what erasing does to it, and
 * why not where it does not. Both are done from this record, and a test holds it against the database: a new table is an
 * entry here, and a row in `testing/lives.ts`.
 */
export const INVENTORY: Record<string, Table> = {
  members: {
    holds: "Your account",
    parts: { member: '"id" = :member' },
    download: { name: "account", to: ["member"], orderBy: "createdAt", isOne: true },
    columns: {
      id: { untold: LINK, stays: LINK },
      issuer: { told: "Sign-in vouched for by", erased: { member: "NULL" } },
      subject: { told: "Known there as", erased: { member: "NULL" } },
      number: { told: "Membership number", erased: { member: `'erased-' || "id"` } },
      name: { told: "Name", erased: { member: `'${FORMER_MEMBER}'` } },
      email: { told: "E-mail", erased: { member: `'erased-' || "id" || '@erased.invalid'` } },
      standing: { told: "Membership", stays: COUNTED },
      status: { told: "Account", erased: { member: "'deleted'" } },
      staff: { told: "Works for the society here", erased: { member: "'none'" } },
      isMentor: { told: "Mentor", stays: COUNTED },
      isMentee: { told: "Mentee", stays: COUNTED },
      sessionEpoch: { untold: INNER, erased: { member: '"sessionEpoch" + 1' } },
      timeZone: { told: "Time zone, where it is not the society’s", erased: { member: "NULL" } },
      createdAt: { told: "Joined", as: "instant", stays: COUNTED },
      lastSignedInAt: { told: "Last signed in", as: "instant", erased: { member: "NULL" } },
      erasedAt: { untold: "There is nobody to tell it to.", erased: { member: 'coalesce("erasedAt", :now)' } },
    },
  },

  mentor_profiles: {
    holds: "What you offer as a mentor",
    parts: { mentor: '"memberId" = :member' },
    goesWith: ["mentor"],
    download: { name: "profile-as-mentor", to: ["mentor"], orderBy: "updatedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      headline: { told: "Headline" },
      about: { told: "About" },
      topics: { told: "Topics", as: { list: "topics" } },
      sector: { told: "Sector", as: { list: "sectors" } },
      region: { told: "Region", as: { list: "regions" } },
      yearsOfExperience: { told: "Years of experience" },
      languages: { told: "Languages", as: { list: "languages" } },
      methods: { told: "Ways to meet", as: { list: "methods" } },
      capacity: { told: "How many at once" },
      isAvailable: { told: "Available" },
      availableAgainAt: { told: "Available again from", as: "instant" },
      answerHours: { told: "Usual hours to answer, worked out from your answers" },
      searchText: { untold: "Made from name, headline, about and topics, without accents, to be searched." },
      updatedAt: { told: "Last saved", as: "instant" },
    },
  },

  mentee_profiles: {
    holds: "What you look for as a mentee",
    parts: { mentee: '"memberId" = :member' },
    goesWith: ["mentee"],
    download: { name: "profile-as-mentee", to: ["mentee"], orderBy: "updatedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      headline: { told: "Headline" },
      about: { told: "About" },
      topics: { told: "Topics", as: { list: "topics" } },
      aims: { told: "Aims" },
      sector: { told: "Sector", as: { list: "sectors" } },
      region: { told: "Region", as: { list: "regions" } },
      careerStage: { told: "Career stage", as: { list: "careerStages" } },
      languages: { told: "Languages", as: { list: "languages" } },
      methods: { told: "Ways to meet", as: { list: "methods" } },
      updatedAt: { told: "Last saved", as: "instant" },
    },
  },

  mentor_listings: {
    holds: "Who can be found now: made by the database from profiles, and gone with them",
    parts: {},
    columns: untouched("Made by triggers from the profile, and gone with it.", [
      ...["memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree"],
    ]),
  },

  proposals: {
    holds: "Proposals you sent or received",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    download: { name: "proposals", to: ["mentee", "mentor"], orderBy: "sentAt" },
    columns: {
      id: { told: "Number", stays: LINK },
      menteeId: { told: "Mentee", as: "person", stays: LINK },
      mentorId: { told: "Mentor", as: "person", stays: LINK },
      status: { told: "Status", stays: COUNTED },
      withdrawnBecause: { told: "Withdrawn because", stays: COUNTED },
      rejectionReason: { told: "The mentor’s reason", erased: { mentor: words("rejectionReason") } },
      round: { told: "Times sent", stays: COUNTED },
      sentAt: { told: "Sent", as: "instant", stays: COUNTED },
      expiresAt: { told: "To be answered by", as: "instant", stays: COUNTED },
      movedAt: { told: "Last changed", as: "instant", stays: COUNTED },
      version: { untold: INNER, erased: { mentor: STEPPED } },
      ...untouched(INNER, ["slot", "remindDays", "remindAt", "expireDay", "remindedDay", "dueAt", "textNumber"]),
    },
  },

  proposal_texts: {
    holds: "What was written in a proposal, each version",
    parts: { mentee: inProposals('"menteeId" = :member'), mentor: inProposals('"mentorId" = :member') },
    download: { name: "Texts", within: { table: "proposals", by: "proposalId" }, to: ["mentee", "mentor"], orderBy: "number" },
    columns: {
      proposalId: { untold: LINK, stays: LINK },
      number: { told: "Version", stays: INNER },
      objectives: { told: "Objectives", erased: { mentee: words("objectives") } },
      topics: { told: "Topics", as: { list: "topics" }, stays: COUNTED },
      methods: { told: "Ways to meet", as: { list: "methods" }, stays: COUNTED },
      meeting: { told: "When and how often", erased: { mentee: words("meeting") } },
      contribution: { told: "What the mentee brings", erased: { mentee: words("contribution") } },
      writtenAt: { told: "Written", as: "instant", stays: COUNTED },
    },
  },

  relationships: {
    holds: "Your relationships",
    parts: { mentee: '"menteeId" = :member', mentor: '"mentorId" = :member' },
    download: { name: "relationships", to: ["mentee", "mentor"], orderBy: "startedAt" },
    columns: {
      id: { told: "Number of the proposal", stays: LINK },
      menteeId: { told: "Mentee", as: "person", stays: LINK },
      mentorId: { told: "Mentor", as: "person", stays: LINK },
      startedAt: { told: "Began", as: "instant", stays: COUNTED },
      agreedUntil: { told: "Meant until", as: "instant", stays: COUNTED },
      endedAt: { told: "Ended", as: "instant", stays: COUNTED },
      endedBecause: { told: "Ended because", stays: COUNTED },
      ...untouched(INNER, ["mentorPlace", "menteePlace", "version"]),
    },
  },

  notifications: {
    holds: "What you were told here",
    parts: { member: '"memberId" = :member', about: '"aboutId" = :member' },
    goesWith: ["member"],
    download: { name: "notifications", to: ["member"], orderBy: "createdAt" },
    columns: {
      key: { untold: INNER, stays: LINK },
      memberId: { untold: LINK, stays: LINK },
      role: { told: "To you as", stays: COUNTED },
      kind: { told: "Kind", stays: COUNTED },
      proposalId: { told: "Number of the proposal", stays: LINK },
      aboutId: { told: "About", as: "person", stays: LINK },
      data: { told: "Details", erased: { about: "'{}'" } },
      createdAt: { told: "Told", as: "instant", stays: COUNTED },
      readAt: { told: "Read", as: "instant", stays: COUNTED },
    },
  },

  mails: {
    holds: "The e-mails we sent you",
    parts: {
      // The last mail of all tells them that they are erased; it forgets the address once it is sent (mail/queue).
      member: `"memberId" = :member AND "kind" <> 'account-erased'`,
      // A mail names its partner, or suggests mentors, each with a link that has their id.
      about: `"memberId" <> :member AND ("aboutId" = :member OR strpos("html", :member::text) > 0)`,
    },
    goesWith: ["member"],
    download: { name: "e-mails", to: ["member"], orderBy: "createdAt" },
    columns: {
      key: { untold: INNER, stays: LINK },
      memberId: { untold: LINK, stays: LINK },
      role: { told: "To you as", stays: COUNTED },
      kind: { told: "Kind", stays: COUNTED },
      proposalId: { told: "Number of the proposal", stays: LINK },
      aboutId: { told: "About", as: "person", stays: LINK },
      data: { told: "Details", erased: { about: "'{}'" } },
      status: { told: "Status", stays: COUNTED },
      createdAt: { told: "Written", as: "instant", stays: COUNTED },
      sentAt: { told: "Sent", as: "instant", stays: COUNTED },
      toAddress: { told: "Sent to", stays: "The address of somebody else, who is still here." },
      subject: { told: "Subject", erased: { about: rendered("About somebody whose data has been erased") } },
      html: {
        untold: "You have it in your own mailbox; it can hold other people’s words and addresses.",
        erased: { about: rendered(`<p>${SCRUBBED}</p>`) },
      },
      text: {
        untold: "You have it in your own mailbox; it can hold other people’s words and addresses.",
        erased: { about: rendered(SCRUBBED) },
      },
      lastError: { told: "What went wrong with it", erased: { about: "NULL" } },
      ...untouched(INNER, ["attempts", "nextAttemptAt", "providerId"]),
    },
  },

  audit_events: {
    holds: "The record of what you did, and of what was done to your account",
    parts: { actor: '"actorId" = :member', account: `"subject" = 'member' AND "subjectId" = :member` },
    download: { name: "record-of-changes", to: ["actor", "account"], orderBy: "id" },
    columns: {
      at: { told: "When", as: "instant", stays: COUNTED },
      actor: { told: "Done by", stays: COUNTED },
      fact: { told: "What", stays: COUNTED },
      subject: { told: "Of a", stays: COUNTED },
      data: { told: "Details", stays: "Numbers and words of the product; a test looks that no member’s words get in." },
      actorId: { untold: LINK, stays: LINK },
      subjectId: { untold: LINK, stays: LINK },
      id: { untold: INNER, stays: INNER },
    },
  },

  findings: {
    holds: "What the machinery could not do, for staff",
    parts: {
      subject: `"subjectId" = :member OR "subjectId" IN (SELECT "id" FROM "proposals" WHERE :member IN ("menteeId", "mentorId"))`,
    },
    goesWith: ["subject"],
    columns: untouched("About a fault of ours rather than about the person; it goes with them all the same.", [
      ...["key", "kind", "subjectId", "detail", "foundAt", "clearedAt"],
    ]),
  },

  documents: {
    holds: "Texts that the society publishes",
    parts: {},
    columns: untouched(SOCIETY, ["slug", "number", "title", "body", "createdAt", "publishedAt", "authorId"]),
  },
  settings: { holds: "The society’s settings", parts: {}, columns: untouched(SOCIETY, ["id", "values", "version"]) },
  demo_clock: { holds: "The demonstration’s clock", parts: {}, columns: untouched(INNER, ["id", "offsetSeconds"]) },
  sweep_runs: {
    holds: "When the clock ran",
    parts: {},
    columns: untouched(INNER, ["id", "startedAt", "finishedAt", "counts"]),
  },
};
