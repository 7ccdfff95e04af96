import { ID } from "@/lib/foundation/id";

/**
 * The largest form with a file in it, in bytes: a picture, the register, or what goes with a support request. It is more than
 * the largest file, so that a file somewhat too large is refused in words, with everything that was typed. next.config.ts says
 * the same.
 */
export const LARGEST_FORM = 25 * 1024 * 1024;
/** The largest form without a file, in bytes. */
const LARGEST_WORDS = 1024 * 1024;
const WITH_FILE = new RegExp(`^/(profile|admin/register|admin/settings/logo|support(/${ID})?)$`);
/**
 * Their routes read no more than they may, and none of it before they know who sends it: what machines send, and films, which are read
 * bit by bit. proxy.ts leaves them alone as well.
 */
const READ_BY_ROUTES = /^\/(films|api\/(register|mail\/events|cron\/(sweep|nightly)|health|unsubscribe\/[^/]+))$/;

export interface BodyRefusal {
  status: 303 | 411 | 413;
  /** What is said, or at 303 where it is said. */
  answer: string;
}

/**
 * Why a request's body is not read, from what the request says of it alone: too long, or of no length at all, which browsers never
 * send. A form with a file leads back to its page, which says it in words.
 */
export function findBodyRefusal(headers: Headers, path: string): BodyRefusal | null {
  if (READ_BY_ROUTES.test(path)) return null;
  if (headers.has("transfer-encoding")) return { status: 411, answer: "Please send a Content-Length header." };
  const isWithFile = WITH_FILE.test(path);
  if (lengthOf(headers) <= (isWithFile ? LARGEST_FORM : LARGEST_WORDS)) return null;
  if (isWithFile) return { status: 303, answer: `${path}?refused=too-large` };
  return { status: 413, answer: "The request is too large." };
}

/** The length of a body in bytes, as its request says. */
export function lengthOf(headers: Headers): number {
  return Number(headers.get("content-length") ?? 0);
}

export function isReadByRoute(path: string): boolean {
  return READ_BY_ROUTES.test(path);
}
