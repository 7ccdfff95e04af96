import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";

const REMOVED = "The text of this e-mail has been removed, because e-mails are kept for a limited time.";

/**
 * For the nightly job: removes the words of mails written before then, and keeps their kind and dates. The rows stay: their keys
 * make sure that nobody is told twice. One that failed can then not be sent again. Returns how many.
 */
export async function forgetMails(before: Date): Promise<number> {
  return forgetInBatches(
    (limit) => db().$executeRaw`
      UPDATE "mails" SET "toAddress" = NULL, "subject" = 'Text removed', "html" = ${`<p>${REMOVED}</p>`}, "text" = ${REMOVED},
        "headers" = '{}', "calendar" = NULL, "sealed" = NULL, "providerReason" = NULL,
        "status" = CASE WHEN "status" = 'failed' THEN 'overtaken' ELSE "status" END,
        "lastError" = CASE WHEN "lastError" IS NOT NULL OR "status" = 'failed' THEN ${REMOVED} END
      WHERE "key" IN (
        SELECT "key" FROM "mails" WHERE "toAddress" IS NOT NULL AND "status" <> 'waiting' AND "createdAt" < ${before}::timestamptz
        ORDER BY "createdAt", "key" LIMIT ${limit})`,
  );
}
