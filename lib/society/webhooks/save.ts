import { db } from "@/lib/foundation/db/client";
import { tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { WebhookEvent } from "./webhook";

/** Longer than an attempt can take: when a process dies meanwhile, another sweep tries again, under the same webhook-id. */
export const CLAIM_MS = 5 * 60_000;

export interface Claimed {
  id: string;
  endpointId: string;
  address: string;
  /** Null where it cannot be opened: then nothing may be sent. */
  secret: string | null;
  attempts: number;
  firstAttemptAt: Date;
  event: WebhookEvent;
  happenedAt: Date;
  number: string | null;
  relationshipId: string | null;
  mentee: string | null;
  mentor: string | null;
}

/** The endpoints for which something is due. */
export async function listDueEndpoints(now: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "webhook_endpoints" e WHERE e."offAt" IS NULL AND EXISTS (
      SELECT FROM "webhook_deliveries" d
      WHERE d."endpointId" = e."id" AND d."state" = 'waiting' AND d."nextAttemptAt" <= ${now}::timestamptz)`;
  return rows.map(({ id }) => id);
}

/** Takes the event of an endpoint that has been due longest, so that no other sweep sends it now; null when nothing is due. */
export async function claimNext(endpointId: string, now: Date): Promise<Claimed | null> {
  const [row] = await db().$queryRaw<(Omit<Claimed, "secret"> & { secret: string })[]>`
    WITH due AS (
      SELECT d."id" FROM "webhook_deliveries" d
      WHERE d."endpointId" = ${endpointId}::uuid AND d."state" = 'waiting' AND d."nextAttemptAt" <= ${now}::timestamptz
      ORDER BY d."nextAttemptAt", d."id" LIMIT 1 FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE "webhook_deliveries" d SET "attempts" = d."attempts" + 1, "lastAttemptAt" = ${now}::timestamptz,
        "firstAttemptAt" = coalesce(d."firstAttemptAt", ${now}::timestamptz),
        "nextAttemptAt" = ${new Date(now.getTime() + CLAIM_MS)}::timestamptz
      FROM due WHERE d."id" = due."id"
      RETURNING d."id", d."endpointId", d."event", d."happenedAt", d."memberId", d."relationshipId", d."attempts", d."firstAttemptAt"
    )
    SELECT c."id", c."endpointId", c."event", c."happenedAt", c."relationshipId", c."attempts", c."firstAttemptAt",
      e."address", e."secret", about."number", mentee."number" AS "mentee", mentor."number" AS "mentor"
    FROM claimed c JOIN "webhook_endpoints" e ON e."id" = c."endpointId" AND e."offAt" IS NULL
    LEFT JOIN "members" about ON about."id" = c."memberId" AND about."erasedAt" IS NULL
    LEFT JOIN "relationships" r ON r."id" = c."relationshipId"
    LEFT JOIN "members" mentee ON mentee."id" = r."menteeId" AND mentee."erasedAt" IS NULL
    LEFT JOIN "members" mentor ON mentor."id" = r."mentorId" AND mentor."erasedAt" IS NULL`;
  if (!row) return null;
  const opened = tryOpen("webhook_endpoints.secret", row.endpointId, row.secret, String);
  return { ...row, secret: opened.isReadable ? opened.words : null };
}

/** What came of an attempt. `next` null: no other follows. A claim that another sweep has taken over since is left to that one. */
export async function saveAttempt(
  { id, attempts }: Claimed,
  answer: string,
  isDelivered: boolean,
  next: Date | null,
): Promise<void> {
  const state = isDelivered ? "delivered" : next ? "waiting" : "given-up";
  const data = { state, lastAnswer: answer, nextAttemptAt: isDelivered ? null : next };
  await db().webhookDelivery.updateMany({ where: { id, attempts, state: "waiting" }, data });
}

/** The endpoint has answered that it is gone: it is told nothing more, and what was waiting is given up. */
export async function turnOff({ endpointId }: Claimed, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH off AS (
      UPDATE "webhook_endpoints" SET "offAt" = ${now}::timestamptz, "offBecause" = 'gone'
      WHERE "id" = ${endpointId}::uuid AND "offAt" IS NULL RETURNING "id"
    ), given_up AS (
      UPDATE "webhook_deliveries" d SET "state" = 'given-up', "nextAttemptAt" = NULL FROM off
      WHERE d."endpointId" = off."id" AND d."state" = 'waiting'
    )
    INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'clock', 'webhook-gone', 'webhook', "id" FROM off`;
}
