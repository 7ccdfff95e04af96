import { Prisma } from "@/lib/foundation/db/client";
import { asSentence } from "@/lib/foundation/wording";
import type { WaitingSource } from "@/lib/people/waiting/waiting";
import { isStanding, type Standing } from "./survey";

/** Surveys that the member has not answered and still can. */
export const SURVEY_WAITING: WaitingSource = {
  rows: ({ memberId }, now) => Prisma.sql`
    SELECT 'survey'::text AS "kind", a."id" AS "subjectId", NULL::text AS "role",
      CASE WHEN r."menteeId" = a."memberId" THEN r."mentorId" ELSE r."menteeId" END AS "partnerId", a."openUntil" AS "at",
      jsonb_build_object('survey', coalesce(s."title", a."survey")) AS "data"
    FROM "survey_askings" a LEFT JOIN "relationships" r ON r."id" = a."relationshipId"
    LEFT JOIN "surveys" s ON s."id"::text = a."survey"
    WHERE a."memberId" = ${memberId}::uuid AND a."answeredAt" IS NULL AND a."openUntil" > ${now}::timestamptz
      AND coalesce(s."status" = 'open', true)`,
  kinds: {
    survey: {
      group: "you",
      sentence: ({ name, data: { survey = "" }, day }) =>
        isStanding(survey)
          ? SENTENCES[survey](name)
          : `The society would like to hear from you: ${asSentence(survey)} You can answer until ${day}.`,
      leadsTo: ({ subjectId }) => `/surveys/${subjectId}`,
    },
  },
};

const SENTENCES: Readonly<Record<Standing, (name: string) => string>> = {
  meeting: (name) => `How was your meeting with ${name}?`,
  pulse: (name) => `How is your mentoring with ${name} going?`,
  closing: (name) => `How was your mentoring with ${name}, all in all?`,
};
