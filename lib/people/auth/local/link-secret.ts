import { createHash, createHmac } from "node:crypto";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";

/**
 * The secret of a link in a mail. It is derived from the link's id and AUTH_SECRET whenever the mail is sent, and never
 * stored. The database only has its hash, so nobody who reads the database or the outbox can use a link.
 */
export function secretOf(linkId: string, authSecret = env().AUTH_SECRET): string {
  return createHmac("sha256", authSecret).update(`connect one-time link ${linkId}`).digest("base64url");
}

/**
 * The secret of a link that was made already: the same one as long as AUTH_SECRET_BEFORE is there, if it was made before AUTH_SECRET was
 * replaced.
 */
export async function findSecret(linkId: string): Promise<string> {
  const [current, before] = env().authSecrets;
  if (before === undefined) return secretOf(linkId, current);
  const where = { id: linkId, tokenHash: hashOf(secretOf(linkId, before)) };
  const madeBefore = (await db().oneTimeLink.count({ where })) + (await db().registration.count({ where }));
  return secretOf(linkId, madeBefore > 0 ? before : current);
}

/** What we look up a link by: the SHA-256 of its secret. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Placeholder for the secret in a stored mail; replaced as the mail is sent (see lib/notify/outbox/words.ts). */
export function placeholderOf(linkId: string): string {
  return `link-${linkId}`;
}
