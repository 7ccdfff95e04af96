import { Prisma } from "@/lib/foundation/db/client";
import { upToMost } from "@/lib/foundation/deadlines/overdue";
import { type CountedStep, MOST_COUNTED } from "@/lib/foundation/deadlines/sweep-step";

/** What other systems have not been told though it is due. Of an endpoint that is off nothing is. */
export const webhookDeliveries: CountedStep = {
  name: "webhooks",
  overdue: {
    words: ["message to another system that has not been sent", "messages to other systems that have not been sent"],
    count: (now) =>
      upToMost(Prisma.sql`
        SELECT d."nextAttemptAt" AS "at" FROM "webhook_endpoints" e CROSS JOIN LATERAL (
          SELECT "nextAttemptAt" FROM "webhook_deliveries"
          WHERE "endpointId" = e."id" AND "state" = 'waiting' AND "nextAttemptAt" <= ${now}::timestamptz
          ORDER BY "nextAttemptAt" LIMIT ${MOST_COUNTED + 1}) d
        WHERE e."offAt" IS NULL ORDER BY "at"`),
  },
};
