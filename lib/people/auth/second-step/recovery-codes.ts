import { randomBytes, randomInt } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { COST } from "../local/hashing";
import { RECOVERY_CODES } from "./second-step";

/** Without letters and digits that look alike. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const SIGNS_PER_CODE = 10;
const SALT_BYTES = 16;

/** Ten codes for a member to keep, such as "k7pq2-mx9dt", and what is kept of them. */
export async function makeRecoveryCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const salt = randomBytes(SALT_BYTES);
  const codes = Array.from({ length: RECOVERY_CODES }, makeCode);
  const hashes: string[] = [];
  // One after the other: each takes as much memory as a password.
  for (const code of codes) hashes.push(await hash(plain(code), { ...COST, salt }));
  return { codes, hashes };
}

/** The hash that this code would have beside `kept`, which is that of any other of the member's codes. */
export function hashBeside(kept: string, typed: string): Promise<string> {
  const [, , , , salt = ""] = kept.split("$");
  return hash(plain(typed), { ...COST, salt: Buffer.from(salt, "base64") });
}

function makeCode(): string {
  const signs = Array.from({ length: SIGNS_PER_CODE }, () => SIGNS.charAt(randomInt(SIGNS.length)));
  return `${signs.slice(0, 5).join("")}-${signs.slice(5).join("")}`;
}

/** However it was copied: with or without the hyphen, in capitals. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, "");
}
