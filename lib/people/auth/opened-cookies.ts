import { createHash } from "node:crypto";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { readRealClock } from "@/lib/foundation/clock";

/** As many people as may be about at once; of more, the first are opened anew. */
const MOST = 1000;

/** Of the process: proxy.ts and pages are bundled apart, and each has this module to itself. */
const kept = globalThis as { connectOpenedCookies?: Map<string, JWT> };

/**
 * What a session cookie says; throws when it is not ours or too old. Opening one derives its key anew and goes to other threads
 * and back six times, and every request would do it twice: so what was opened is remembered until it expires, by a hash that
 * opens nothing itself. Whether the session still counts is asked of the database all the same.
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
