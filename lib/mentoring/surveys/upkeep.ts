import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

/** For the nightly job: removes what members were asked before then, with their answers. The figures stay, which name nobody. */
export function forgetAnswers(before: Date): Promise<number> {
  return forgetInBatches(
    (limit) => db().$executeRaw`
      DELETE FROM "survey_askings" WHERE "id" IN (
        SELECT "id" FROM "survey_askings" WHERE "askedAt" < ${before}::timestamptz ORDER BY "askedAt" LIMIT ${limit})`,
  );
}
