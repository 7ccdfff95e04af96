import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

/** For the nightly job: deletes notices from before then. Returns how many. */
export async function forgetNotices(before: Date): Promise<number> {
  return forgetInBatches(
    (limit) => db().$executeRaw`
      DELETE FROM "notifications" WHERE "key" IN (
        SELECT "key" FROM "notifications" WHERE "createdAt" < ${before}::timestamptz ORDER BY "createdAt" LIMIT ${limit})`,
  );
}
