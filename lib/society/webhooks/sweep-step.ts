import { Prisma } from "@/lib/foundation/db/client";
import type { CountedStep } from "@/lib/foundation/deadlines/sweep-step";

/** What other systems have not been told though it is due. Of an endpoint that is off nothing is. */
export const webhookDeliveries: CountedStep = {
  name: "webhooks",
  overdue: {
    words: ["message to another system that has not been sent", "messages to other systems that have not been sent"],
    count: (now) => Prisma.sql`
      SELECT count(*)::integer AS "overdue", min(d."nextAttemptAt") AS "since"
      FROM "webhook_endpoints" e JOIN "webhook_deliveries" d ON d."endpointId" = e."id"
      WHERE e."offAt" IS NULL AND d."state" = 'waiting' AND d."nextAttemptAt" <= ${now}::timestamptz`,
  },
};
