import { db } from "@/lib/foundation/db/client";
import { PROVIDER_STATES, readEvent, type SignedEvent } from "./provider-event";

/** News of a mail can be quicker than our own note of the provider's name for it. */
const QUICKER_BY_SECONDS = 600;

/**
 * Keeps what the provider says of a mail, and blocks its address after a bounce for good or a complaint, all in one step and
 * once for each event: a repeat changes nothing, and neither does older news after newer. News of mails that are not ours
 * count as heeded, once they have had time to become ours.
 */
export async function heedEvent({ id, payload }: SignedEvent, now: Date): Promise<"heeded" | "come-again"> {
  const event = readEvent(payload);
  if (!event) return "heeded";
  const { providerId, type, at, state, reason, block } = event;
  const [row] = await db().$queryRaw<{ isKnown: boolean }[]>`
    WITH found AS MATERIALIZED (
      SELECT "key", "memberId", address_form("toAddress") AS "address" FROM "mails" WHERE "providerId" = ${providerId} LIMIT 1
    ), noted AS (
      INSERT INTO "mail_events" ("id", "providerId", "type", "at", "receivedAt")
      SELECT ${id}, ${providerId}, ${type}, ${at}::timestamptz, ${now}::timestamptz FROM found
      ON CONFLICT DO NOTHING RETURNING "id"
    ), changed AS (
      UPDATE "mails" m SET "providerState" = ${state}, "providerAt" = ${at}::timestamptz, "providerReason" = ${reason}
      FROM found, noted
      WHERE m."key" = found."key"
        AND array_position(${PROVIDER_STATES}::text[], ${state}) >= coalesce(array_position(${PROVIDER_STATES}::text[], m."providerState"), 0)
    ), blocked AS (
      INSERT INTO "mail_blocks" ("memberId", "address", "reason", "since")
      SELECT found."memberId", found."address", ${block}::text, ${at}::timestamptz FROM found, noted
      WHERE ${block}::text IS NOT NULL AND found."address" IS NOT NULL
      ON CONFLICT ("memberId", "address") DO NOTHING
      RETURNING "memberId"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'system', 'address-blocked', 'member', "memberId", jsonb_build_object('because', ${block}::text) FROM blocked
    )
    SELECT EXISTS (SELECT FROM found) AS "isKnown"`;
  const isFresh = now.getTime() - at.getTime() < QUICKER_BY_SECONDS * 1000;
  return row?.isKnown || !isFresh ? "heeded" : "come-again";
}

/** For the nightly job: forgets the names of events that arrived before then, which nobody will repeat. Returns how many. */
export async function forgetEvents(before: Date): Promise<number> {
  const { count } = await db().mailEvent.deleteMany({ where: { receivedAt: { lt: before } } });
  return count;
}
