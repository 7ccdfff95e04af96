import { db, type Prisma } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { readAddress } from "./address";
import type { AddEndpointInput, EditEndpointInput } from "./input";
import { leadsOutside } from "./post";
import { CLAIM_MS } from "./save";
import { makeSecret } from "./signature";
import { MOST_ENDPOINTS } from "./webhook";
import type { WebhookRefusal } from "./wording";

/** Two presses of a button are seconds apart, on a bad line a few minutes. */
const SAME_FORM_MS = 10 * 60_000;

/**
 * Adds an address that is told of events from now on, and gives back the secret for its signatures, which nobody can see again. The same
 * form sent again gives the endpoint another secret, since only the last answer is seen.
 */
export async function addEndpoint(viewer: Viewer, input: AddEndpointInput, now: Date): Promise<Result<string, WebhookRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  const url = await checkAddress(input.address);
  if (!url.ok) return url;
  const { href, host } = url.value;
  const { endpointId, events } = input;
  const secret = makeSecret();
  const [found] = await db().$queryRaw<{ added: bigint; isThere: boolean }[]>`
    WITH added AS (
      INSERT INTO "webhook_endpoints" AS e ("id", "address", "events", "secret", "createdAt", "createdById")
      SELECT ${endpointId}::uuid, ${href}, ${[...new Set(events)].sort()}::text[], ${seal("webhook_endpoints.secret", endpointId, secret)},
        ${now}::timestamptz, ${viewer.memberId}::uuid
      WHERE ${MOST_ENDPOINTS} > (SELECT count(*) FROM "webhook_endpoints" WHERE "offAt" IS NULL AND "id" <> ${endpointId}::uuid)
      ON CONFLICT ("id") DO UPDATE SET "secret" = excluded."secret"
      WHERE e."createdById" = excluded."createdById" AND e."address" = excluded."address" AND e."events" = excluded."events"
        AND e."offAt" IS NULL AND e."createdAt" > ${new Date(now.getTime() - SAME_FORM_MS)}::timestamptz
      RETURNING e."id", e."events"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'webhook-added', 'webhook', "id",
        jsonb_build_object('host', ${host}::text, 'tells', array_to_string("events", ', ')) FROM added
    )
    SELECT (SELECT count(*) FROM added) AS "added",
      EXISTS (SELECT FROM "webhook_endpoints" WHERE "id" = ${endpointId}::uuid) AS "isThere"`;
  if (found?.added) return done(secret);
  return refuse(found?.isThere ? "already-there" : "too-many");
}

/**
 * Another address, or other events, under the secret that it has. What waits for an earlier address goes to the new one with the next
 * sweep, but for what is being sent at this moment; events that were chosen before and happened already are still told.
 */
export async function editEndpoint(viewer: Viewer, input: EditEndpointInput, now: Date): Promise<Result<null, WebhookRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  const { endpointId, seen } = input;
  const url = await checkAddress(input.address);
  if (!url.ok) return url;
  const { href, host } = url.value;
  const [found] = await db().$queryRaw<{ isThere: boolean; saved: bigint }[]>`
    WITH saved AS (
      UPDATE "webhook_endpoints" e SET "address" = ${href}, "events" = ${[...new Set(input.events)].sort()}::text[]
      FROM (SELECT "id", "address" FROM "webhook_endpoints" WHERE "id" = ${endpointId}::uuid FOR UPDATE) before
      WHERE e."id" = before."id" AND concat_ws(' ', e."address", array_to_string(e."events", ' ')) = ${seen}
      RETURNING e."id", e."events", before."address" <> e."address" AS "isElsewhere"
    ), resent AS (
      UPDATE "webhook_deliveries" d SET "attempts" = 0, "firstAttemptAt" = NULL, "nextAttemptAt" = ${now}::timestamptz
      FROM saved WHERE saved."isElsewhere" AND d."endpointId" = saved."id" AND d."state" = 'waiting'
        AND (d."lastAttemptAt" IS NULL OR d."lastAttemptAt" < ${new Date(now.getTime() - CLAIM_MS)}::timestamptz)
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'webhook-changed', 'webhook', "id",
        jsonb_build_object('host', ${host}::text, 'tells', array_to_string("events", ', ')) FROM saved
    )
    SELECT (SELECT count(*) FROM saved) AS "saved", EXISTS (SELECT FROM "webhook_endpoints" WHERE "id" = ${endpointId}::uuid) AS "isThere"`;
  if (found?.saved) return done(null);
  return refuse(found?.isThere ? "changed-meanwhile" : "not-found");
}

/** The address in its one spelling, if we may send to it. */
async function checkAddress(typed: string): Promise<Result<URL, "address" | "private">> {
  const isLoopbackAllowed = env().isDemonstration;
  const url = readAddress(typed, isLoopbackAllowed);
  if (!url) return refuse("address");
  return (await leadsOutside(url, isLoopbackAllowed)) ? done(url) : refuse("private");
}

/** Tells an endpoint nothing more, or again from now on. What was waiting when it was turned off waits on. */
export async function switchEndpoint(
  viewer: Viewer,
  id: string,
  isOn: boolean,
  now: Date,
): Promise<Result<null, WebhookRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  return auditedBy(viewer, id, isOn ? "webhook-turned-on" : "webhook-turned-off", now, (step) =>
    step.webhookEndpoint.updateMany({
      where: { id, offAt: isOn ? { not: null } : null },
      data: isOn ? { offAt: null, offBecause: null } : { offAt: now, offBecause: "staff" },
    }),
  );
}

/** Another secret, from the next message on. Gives it back with the address; nobody can see it again. */
export async function renewSecret(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<{ secret: string; address: string }, WebhookRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  const secret = makeSecret();
  const renewed = await auditedBy(viewer, id, "webhook-secret-renewed", now, (step) =>
    step.webhookEndpoint.updateMany({ where: { id }, data: { secret: seal("webhook_endpoints.secret", id, secret) } }),
  );
  if (!renewed.ok) return renewed;
  const { address } = await db().webhookEndpoint.findUniqueOrThrow({ where: { id }, select: { address: true } });
  return done({ secret, address });
}

/** Sends one event again, or every one that happened since: the next sweep does, under the webhook-id that each has had. */
export async function replay(
  viewer: Viewer,
  id: string,
  which: { deliveryId: string } | { since: Date },
  now: Date,
): Promise<Result<null, WebhookRefusal>> {
  if (viewer.staff !== "admin") return refuse("admin-only");
  const chosen = "deliveryId" in which ? { id: which.deliveryId } : { happenedAt: { gte: which.since } };
  return auditedBy(viewer, id, "webhook-replayed", now, (step) =>
    step.webhookDelivery.updateMany({
      where: { endpointId: id, state: { not: "waiting" }, ...chosen },
      data: { state: "waiting", attempts: 0, firstAttemptAt: null, nextAttemptAt: now },
    }),
  );
}

/** One change and its line in the trail, or neither: nothing is recorded where nothing has changed. */
async function auditedBy(
  { memberId }: Viewer,
  id: string,
  fact: string,
  now: Date,
  change: (step: Prisma.TransactionClient) => Promise<{ count: number }>,
): Promise<Result<null, WebhookRefusal>> {
  return db().$transaction(async (step) => {
    if ((await step.webhookEndpoint.count({ where: { id } })) === 0) return refuse("not-found");
    const { count } = await change(step);
    const line = { at: now, actor: "staff", actorId: memberId, fact, subject: "webhook", subjectId: id };
    if (count > 0) await step.auditEvent.create({ data: line, select: { id: true } });
    return done(null);
  });
}
