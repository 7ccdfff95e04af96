import { Prisma } from "@/lib/foundation/db/client";
import { openRelationshipsOf } from "@/lib/pairing/relationships/waiting";
import { defineWaiting, type Found } from "@/lib/people/waiting/waiting";

/** How far Home looks ahead. */
const AHEAD_DAYS = 7;

export const MEETING_WAITING = defineWaiting({
  "meeting-invitation": {
    group: "you",
    rows: ({ memberId }, now) =>
      planned(memberId, now, Prisma.sql`m."startsAt" > ${now}::timestamptz AND NOT m."isMine" AND m."answer" = 'waiting'`),
    sentence: ({ name, time }) => `${name} invites you to meet on ${time}. Please answer.`,
    leadsTo: toMeetings,
  },

  "meeting-other-time": {
    group: "you",
    rows: ({ memberId }, now) =>
      planned(memberId, now, Prisma.sql`m."startsAt" > ${now}::timestamptz AND m."isMine" AND m."answer" = 'suggested'`),
    sentence: ({ name, time }) => `${name} suggests another time for your meeting on ${time}.`,
    leadsTo: toMeetings,
  },

  "meeting-to-confirm": {
    group: "you",
    rows: ({ memberId }, now) =>
      planned(memberId, now, Prisma.sql`m."endsAt" <= ${now}::timestamptz AND m."answer" <> 'declined'`),
    sentence: ({ name, time }) => `Did your meeting with ${name} on ${time} take place?`,
    leadsTo: toMeetings,
  },

  "meeting-unanswered": {
    group: "others",
    rows: ({ memberId }, now) =>
      planned(
        memberId,
        now,
        Prisma.sql`m."startsAt" > ${now}::timestamptz
          AND ((m."isMine" AND m."answer" = 'waiting') OR (NOT m."isMine" AND m."answer" = 'suggested'))`,
      ),
    sentence: ({ name, time }) => `${name} is still to answer about your meeting on ${time}.`,
    leadsTo: toMeetings,
  },

  "meeting-to-come": {
    group: "soon",
    rows: ({ memberId }, now) =>
      planned(
        memberId,
        now,
        Prisma.sql`m."endsAt" > ${now}::timestamptz AND m."answer" = 'accepted'
          AND m."startsAt" < ${now}::timestamptz + make_interval(days => ${AHEAD_DAYS}::integer)`,
      ),
    sentence: ({ name, time }) => `You are meeting ${name} on ${time}.`,
    leadsTo: toMeetings,
  },
});

/** Planned meetings in the member's open relationships, without their words. */
function planned(memberId: string, now: Date, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id" AS "subjectId", r."role", r."partnerId", m."startsAt" AS "at", NULL::jsonb AS "data"
    FROM ${openRelationshipsOf(memberId, now)}
    CROSS JOIN LATERAL (
      SELECT "startsAt", "endsAt", "answer", "organiserId" = ${memberId}::uuid AS "isMine"
      FROM "meetings" WHERE "relationshipId" = r."id" AND "status" = 'planned'
    ) m WHERE ${which}`;
}

function toMeetings({ subjectId }: Found): string {
  return `/relationships/${subjectId}/meetings`;
}
