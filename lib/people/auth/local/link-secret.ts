import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/foundation/env";

/**
 * The secret of a link in a mail. It is derived from the link's id and AUTH_SECRET whenever the mail is sent, and never
 * stored. The database only has its hash, so nobody who reads the database or the outbox can use a link.
 */
export function secretOf(linkId: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`connect one-time link ${linkId}`).digest("base64url");
}

/** What we look up a link by: the SHA-256 of its secret. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Placeholder for the secret in a stored mail; replaced as the mail is sent (see lib/notify/outbox/words.ts). */
export function placeholderOf(linkId: string): string {
  return `link-${linkId}`;
}
