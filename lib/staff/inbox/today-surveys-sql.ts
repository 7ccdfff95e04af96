import { Prisma } from "@/lib/foundation/db/client";
import { LOW } from "@/lib/mentoring/surveys/survey";
import { open, row } from "./parts-sql";

/** Members who asked to be contacted when they answered a survey, as long as the answer is recent. */
export function contactsWished(since: Prisma.Sql, now: Date): Prisma.Sql {
  const columns = row("survey-contact", {
    ...{ occasion: 'w."askingId"', subjectId: 'a."memberId"', since: 'w."answeredAt"', people: 'a."memberId"' },
    what: `CASE WHEN w."score" <= ${LOW} THEN 'low' END`,
  });
  return open(
    Prisma.sql`
      SELECT ${columns} FROM "survey_answers" w JOIN "survey_askings" a ON a."id" = w."askingId"
      WHERE w."wantsContact" AND w."answeredAt" > ${since}`,
    `c."what" NULLS LAST, c."since", c."subjectId"`,
    now,
  );
}
