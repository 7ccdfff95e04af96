import { COUNTED, erasedWords, INNER, LINK, STEPPED } from "../reasons";
import type { Table } from "../record";

const MINE = `"requestId" IN (SELECT "id" FROM "support_requests" WHERE "memberId" = :member)`;
const OFFICIAL = "The society’s answer to somebody else, by the staff of that time.";

/** What members ask of the society, and what is answered. All its words go with whoever asked. */
export const SUPPORT: Record<string, Table> = {
  support_requests: {
    holds: "Your requests for help",
    parts: {
      member: '"memberId" = :member',
      // Showing it to them would reveal that somebody complained; they may ask the society, which decides.
      involved: '"memberId" <> :member AND :member IN ("aboutMemberId", "handlerId")',
    },
    download: { name: "requests-for-help", to: ["member"], orderBy: "openedAt" },
    columns: {
      id: { untold: LINK, stays: LINK },
      reference: { told: "Reference", stays: COUNTED },
      memberId: { untold: LINK, stays: LINK },
      category: { told: "About", stays: COUNTED },
      subject: { told: "In a few words", erased: { member: erasedWords("subject") } },
      // Without its words there is nothing left to answer, so erasing the member solves the request, whatever it was about.
      state: { told: "State", erased: { member: "'solved'" } },
      relationshipId: { told: "Number of the proposal", stays: LINK },
      aboutMemberId: { told: "About the person", as: "person", stays: LINK },
      handlerId: { untold: "Who of the staff looks after it is their own arrangement.", stays: LINK },
      openedAt: { told: "Asked", as: "instant", stays: COUNTED },
      waitingSince: { told: "In this state since", as: "instant", stays: COUNTED },
      version: { untold: INNER, erased: { member: STEPPED } },
    },
  },

  support_entries: {
    holds: "What you and staff wrote in a request for help",
    parts: {
      member: `${MINE} AND "kind" <> 'note'`,
      // Notes that staff write for themselves are not in the download, because they may be about others too. They are erased
      // with the member all the same.
      noted: `${MINE} AND "kind" = 'note'`,
      staff: `"authorId" = :member AND NOT (${MINE})`,
    },
    goesWith: ["member", "noted"],
    download: { name: "Entries", within: { table: "support_requests", by: "requestId" }, to: ["member"], orderBy: "at" },
    columns: {
      id: { untold: LINK, stays: LINK },
      requestId: { untold: LINK, stays: LINK },
      authorId: { told: "By", as: "person", stays: LINK },
      kind: { told: "Kind", stays: COUNTED },
      words: { told: "Words", stays: OFFICIAL },
      state: { told: "State from then on", stays: COUNTED },
      at: { told: "Written", as: "instant", stays: COUNTED },
    },
  },

  support_attachments: {
    holds: "Files that you sent with a request for help",
    parts: { member: MINE },
    goesWith: ["member"],
    download: { name: "Attachments", within: { table: "support_requests", by: "requestId" }, to: ["member"], orderBy: "name" },
    columns: {
      id: { untold: LINK },
      requestId: { untold: LINK },
      entryId: { untold: LINK },
      name: { told: "Name" },
      size: { told: "Bytes" },
      picture: { told: "Picture", as: { file: "webp" } },
      pdf: { told: "PDF", as: { file: "pdf" } },
    },
  },

  support_messages: {
    holds: "Messages that you chose to show to staff",
    parts: { member: MINE, sender: `"senderId" = :member AND NOT (${MINE})` },
    goesWith: ["member"],
    download: {
      name: "Messages shown",
      within: { table: "support_requests", by: "requestId" },
      to: ["member"],
      orderBy: "number",
    },
    columns: {
      requestId: { untold: LINK, stays: LINK },
      number: { told: "Message", stays: INNER },
      senderId: { told: "From", as: "person", stays: LINK },
      words: { told: "Words", as: "sealed", erased: { sender: "NULL" } },
      sentAt: { told: "Sent", as: "instant", stays: COUNTED },
    },
  },
};
