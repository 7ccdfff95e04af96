import { db, Prisma } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

/** For the nightly job: forgets what other systems were told before then, or were to be told. Returns how many events. */
export async function forgetDeliveries(before: Date): Promise<number> {
  return forgetInBatches((limit) =>
    db().$executeRaw(Prisma.sql`
      DELETE FROM "webhook_deliveries" WHERE "id" IN (
        SELECT "id" FROM "webhook_deliveries" WHERE "happenedAt" < ${before}::timestamptz LIMIT ${limit})`),
  );
}
