import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const SCRUBBED = "This e-mail was about somebody whose data has been erased.";
const TO_MANY =
  "The society wrote it to many, with a placeholder where each has a name. A letter to one alone is deleted with them.";
const OTHERS_IN_IT = "You have it in your own mailbox. It can contain other people’s words and addresses.";
/**
 * A mail to somebody else that names the member: written again while it waits, replaced by a fixed sentence once it is sent.
 */
const rendered = (instead: string) => `CASE WHEN "status" = 'waiting' THEN NULL ELSE '${instead}' END`;

/** What members are told. */
export const NOTICES_AND_MAILS: Record<string, Table> = {
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
      // The last mail tells the member that they have been erased, and forgets the address once it is sent (outbox/queue).
      member: `"memberId" = :member AND "kind" <> 'account-erased'`,
      // A mail names the partner, or suggests mentors, each with a link that has their id; a digest names everybody in it.
      about: `"memberId" <> :member AND ("aboutId" = :member OR strpos("html", :member::text) > 0 OR :member = ANY("namedIds")
        OR "key" IN (SELECT d."digestKey" FROM "mails" d WHERE d."aboutId" = :member))`,
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
        untold: OTHERS_IN_IT,
        erased: { about: rendered(`<p>${SCRUBBED}</p>`) },
      },
      text: {
        untold: OTHERS_IN_IT,
        erased: { about: rendered(SCRUBBED) },
      },
      calendar: { untold: OTHERS_IN_IT, erased: { about: "NULL" } },
      namedIds: { untold: LINK, stays: LINK },
      sealed: { untold: OTHERS_IN_IT, erased: { about: "NULL" } },
      lastError: {
        told: "What went wrong with it",
        erased: { about: `CASE WHEN "status" IN ('failed', 'overtaken') THEN '${SCRUBBED}' END` },
      },
      providerState: { told: "What the provider says about it", stays: COUNTED },
      providerAt: { told: "Reported", as: "instant", stays: COUNTED },
      providerReason: { told: "Why", erased: { about: "NULL" } },
      ...untouched(INNER, ["attempts", "nextAttemptAt", "providerId", "digestKey", "headers"]),
    },
  },

  member_letters: {
    holds: "Letters from the society to you, or to many of whom you were one",
    parts: {
      one: '"memberId" = :member AND "startedAt" IS NOT NULL',
      // Nobody has sent it, so it is not theirs to read, but it may name them.
      draft: '"memberId" = :member AND "startedAt" IS NULL',
      reader: `"memberId" IS NULL AND "id" IN (
        SELECT "letterId" FROM "member_letter_recipients" WHERE "memberId" = :member AND "state" = 'told'
        UNION ALL SELECT "letterId" FROM "pair_letter_recipients" WHERE "memberId" = :member AND "state" = 'told')`,
    },
    goesWith: ["one", "draft"],
    download: { name: "letters-to-members", to: ["one", "reader"], orderBy: "changedAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      authorId: { untold: "They wrote it for the society, not in their own name.", stays: LINK },
      memberId: { untold: LINK, stays: LINK },
      filters: { untold: "How the society found those whom it is for.", stays: TO_MANY },
      subject: { told: "Subject", stays: TO_MANY },
      words: { told: "Words", stays: TO_MANY },
      startedAt: { told: "Sent", as: "instant", stays: COUNTED },
      ...untouched(INNER, [
        "list",
        "programmeIds",
        "status",
        "version",
        "changedAt",
        "dueAt",
        "endedAt",
        "readUpTo",
        "isRead",
        "pairsRead",
      ]),
    },
  },

  member_letter_recipients: {
    holds: "Which letters of the society were for you",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "letters-for-you", to: ["member"], orderBy: "at" },
    columns: {
      letterId: { untold: LINK },
      memberId: { untold: LINK },
      state: { told: "What became of it" },
      at: { told: "When", as: "instant" },
    },
  },

  pair_letter_recipients: {
    holds: "Which letters of the society were for you and your partners",
    parts: { member: '"memberId" = :member', about: '"aboutId" = :member' },
    goesWith: ["member"],
    download: { name: "letters-for-pairs", to: ["member"], orderBy: "at" },
    columns: {
      letterId: { untold: LINK, stays: LINK },
      memberId: { untold: LINK, stays: LINK },
      variant: { untold: INNER, stays: LINK },
      relationshipId: { told: "Number of the proposal", stays: LINK },
      role: { told: "To you as", stays: COUNTED },
      aboutId: { told: "About", as: "person", stays: LINK },
      state: { told: "What became of it", stays: COUNTED },
      at: { told: "When", as: "instant", stays: COUNTED },
    },
  },

  notification_choices: {
    holds: "How you want to get your e-mails, where it is not at once",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "choices-of-e-mails", to: ["member"], orderBy: "group" },
    columns: {
      memberId: { untold: LINK },
      group: { told: "Kind of e-mails" },
      choice: { told: "How" },
      changedAt: { told: "Chosen", as: "instant" },
    },
  },

  mail_events: {
    holds: "What the mail provider has reported, so that a repeat changes nothing",
    parts: {},
    columns: untouched("Names of the provider and instants; the nightly job deletes them.", [
      "id",
      "providerId",
      "type",
      "at",
      "receivedAt",
    ]),
  },

  mail_blocks: {
    holds: "Your addresses that rejected an e-mail, or from which you reported one as spam",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "addresses-without-e-mail", to: ["member"], orderBy: "since" },
    columns: {
      memberId: { untold: LINK },
      address: { told: "Address" },
      reason: { told: "Why" },
      since: { told: "Since", as: "instant" },
    },
  },
};
