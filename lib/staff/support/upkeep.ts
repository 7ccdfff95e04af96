import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

/** For the nightly job: deletes requests that were solved before then, with everything in them. Returns how many. */
export async function forgetRequests(before: Date): Promise<number> {
  return forgetInBatches(
    (limit) => db().$executeRaw`
      DELETE FROM "support_requests" WHERE "id" IN (
        SELECT "id" FROM "support_requests" WHERE "state" = 'solved' AND "waitingSince" < ${before}::timestamptz
        ORDER BY "waitingSince", "id" LIMIT ${limit})`,
  );
}
