import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

/** For the nightly job: who was asked, and what they said, with the mail to them. That somebody was recommended stays with the condition. */
export function forgetReferees(before: Date): Promise<number> {
  return forgetInBatches(
    (limit) => db().$executeRaw`
      WITH old AS MATERIALIZED (
        SELECT "id", "itemId" FROM "readiness_referees" WHERE "expiresAt" < ${before}::timestamptz ORDER BY "expiresAt" LIMIT ${limit}
      ), mails AS (
        DELETE FROM "mails" WHERE "key" IN (SELECT concat('readiness:', "itemId", ':referee:', "id") FROM old)
      )
      DELETE FROM "readiness_referees" WHERE "id" IN (SELECT "id" FROM old)`,
  );
}
