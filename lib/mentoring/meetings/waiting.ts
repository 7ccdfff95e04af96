import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import type { Found, WaitingSource } from "@/lib/people/waiting/waiting";
import { isAskedAbout, stillOn } from "./conditions";

/** How far Home looks ahead. */
const AHEAD_DAYS = 7;

/** For how long a meeting that was declined stays on its organiser's Home, unless another one has been planned since. */
const DECLINED_DAYS = 14;

/**
 * Planned meetings in the member's open relationships, without their words. Nobody is asked about one that was never agreed on, and one
 * that was declined waits for its organiser alone.
 */
export const MEETING_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT * FROM (
      SELECT CASE
          WHEN ${isAskedAbout(now)} THEN 'meeting-to-confirm'
          WHEN m."answer" = 'declined' THEN CASE WHEN m."organiserId" = ${memberId}::uuid
            AND m."movedAt" > ${now}::timestamptz - make_interval(days => ${DECLINED_DAYS}::integer)
            AND NOT EXISTS (SELECT FROM "meetings" n WHERE n."relationshipId" = m."relationshipId" AND n."id" <> m."id"
              AND (n."createdAt" > m."movedAt" OR n."endsAt" > m."movedAt" AND (n."status" = 'held' OR ${stillOn("n")})))
            THEN 'meeting-declined' END
          WHEN m."endsAt" <= ${now}::timestamptz THEN NULL
          WHEN m."answer" = 'accepted' THEN
            CASE WHEN m."startsAt" < ${now}::timestamptz + make_interval(days => ${AHEAD_DAYS}::integer) THEN 'meeting-to-come' END
          WHEN m."startsAt" <= ${now}::timestamptz THEN NULL
          WHEN m."answer" = 'waiting' THEN
            CASE m."organiserId" WHEN ${memberId}::uuid THEN 'meeting-unanswered' ELSE 'meeting-invitation' END
          ELSE CASE m."organiserId" WHEN ${memberId}::uuid THEN 'meeting-other-time' ELSE 'meeting-unanswered' END
        END AS "kind", r."id" AS "subjectId", r."role", r."partnerId", m."startsAt" AS "at", NULL::jsonb AS "data"
      FROM ${openRelationshipsOf(memberId, now)} JOIN "meetings" m ON m."relationshipId" = r."id"
      WHERE m."status" = 'planned'
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
    "meeting-declined": {
      group: "you",
      sentence: ({ name, time }) => `${name} has declined your meeting on ${time}. Please suggest another time.`,
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
