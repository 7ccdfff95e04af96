import { createHash, randomBytes } from "node:crypto";

/** A new secret for a calendar's address: 256 bits, as an address can hold them. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** By what a token is recognised without being kept: it is long and random, so a quick hash will do. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
