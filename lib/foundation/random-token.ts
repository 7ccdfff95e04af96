import { createHash, randomBytes } from "node:crypto";

/** A new secret: 256 bits, in letters that an address or a header can hold. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** By what a token is recognised without being kept: it is long and random, so a quick hash will do. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
