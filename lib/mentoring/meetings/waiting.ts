import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";

/** How far Home looks ahead. */
const AHEAD_DAYS = 7;

/** Planned meetings in the member's open relationships, without their words. One that was declined waits for nobody. */
export const MEETING_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT * FROM (
      SELECT CASE
          WHEN m."endsAt" <= ${now}::timestamptz THEN 'meeting-to-confirm'
          WHEN m."answer" = 'accepted' THEN
            CASE WHEN m."startsAt" < ${now}::timestamptz + make_interval(days => ${AHEAD_DAYS}::integer) THEN 'meeting-to-come' END
          WHEN m."startsAt" <= ${now}::timestamptz THEN NULL
          WHEN m."answer" = 'waiting' THEN
            CASE m."organiserId" WHEN ${memberId}::uuid THEN 'meeting-unanswered' ELSE 'meeting-invitation' END
          ELSE CASE m."organiserId" WHEN ${memberId}::uuid THEN 'meeting-other-time' ELSE 'meeting-unanswered' END
        END AS "kind", r."id" AS "subjectId", r."role", r."partnerId", m."startsAt" AS "at", NULL::jsonb AS "data"
      FROM ${openRelationshipsOf(memberId, now)} JOIN "meetings" m ON m."relationshipId" = r."id"
      WHERE m."status" = 'planned' AND m."answer" <> 'declined'
    ) planned WHERE "kind" IS NOT NULL`,
  kinds: {
    "meeting-invitation": {
      group: "you",
      sentence: ({ name, time }) => `${name} invites you to meet on ${time}. Please answer.`,
      leadsTo: toMeetings,
    },
    "meeting-other-time": {
      group: "you",
      sentence: ({ name, time }) => `${name} suggests another time for your meeting on ${time}.`,
      leadsTo: toMeetings,
    },
    "meeting-to-confirm": {
      group: "you",
      sentence: ({ name, time }) => `Did your meeting with ${name} on ${time} take place?`,
      leadsTo: toMeetings,
    },
    "meeting-unanswered": {
      group: "others",
      sentence: ({ name, time }) => `${name} is still to answer about your meeting on ${time}.`,
      leadsTo: toMeetings,
    },
    "meeting-to-come": {
      group: "soon",
      sentence: ({ name, time }) => `You are meeting ${name} on ${time}.`,
      leadsTo: toMeetings,
    },
  },
};

function toMeetings({ subjectId }: Found): string {
  return `/relationships/${subjectId}/meetings`;
}
