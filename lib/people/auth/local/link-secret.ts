import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/foundation/env";

/**
 * What makes a link by mail work: reckoned from the link's id and AUTH_SECRET whenever the mail goes out, and kept nowhere.
 * The database has only its hash, so that somebody who reads the database or the outbox can use no link.
 */
export function secretOf(linkId: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`connect one-time link ${linkId}`).digest("base64url");
}

/** By what a link is found: the SHA-256 of its secret. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Stands for the secret in a mail as it is kept; put in only as the mail leaves (see lib/notify/outbox/words.ts). */
export function placeholderOf(linkId: string): string {
  return `link-${linkId}`;
}
