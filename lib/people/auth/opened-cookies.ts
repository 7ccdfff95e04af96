import { createHash } from "node:crypto";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { readRealClock } from "@/lib/foundation/clock";

/** For this many people at once. With more of them, the oldest entries are dropped and decrypted again. */
const MOST = 1000;

/** Shared by the whole process: proxy.ts and the pages are bundled separately, and each has its own copy of this module. */
const kept = globalThis as { connectOpenedCookies?: Map<string, JWT> };

/**
 * What a session cookie says; throws when it is not ours or too old. Decrypting one derives its key and crosses threads six
 * times, twice a request. So we remember the result until it expires, under a hash that cannot decrypt anything. The database
 * is still asked each time whether the session counts.
 */
export async function openCookie(sealed: JWTDecodeParams): Promise<JWT | null> {
  kept.connectOpenedCookies ??= new Map();
  const opened = kept.connectOpenedCookies;
  const mark = markOf(sealed);
  const known = opened.get(mark);
  if (known && isGood(known)) return known;
  opened.delete(mark);
  const token = await decode(sealed);
  if (!token || !isGood(token)) return token;
  for (const [oldest] of opened) {
    if (opened.size < MOST) break;
    opened.delete(oldest);
  }
  opened.set(mark, token);
  return token;
}

function isGood({ exp }: JWT): boolean {
  return exp !== undefined && readRealClock() < exp * 1000;
}

function markOf({ token = "", secret, salt }: JWTDecodeParams): string {
  return createHash("sha256")
    .update(JSON.stringify([salt, secret, token]))
    .digest("base64");
}
