import { encode } from "next-auth/jwt";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { IDLE_SECONDS, isBehindTls, ownName, readTokenFrom, SESSION_COOKIE, type Token } from "./token";

/** Once an hour is enough for a session that lasts a day without use. */
const RENEWED_AFTER_SECONDS = 60 * 60;
/** The most that next-auth puts into one cookie; browsers accept little more. */
const MOST_IN_ONE = 3936;

export interface Cookie {
  name: string;
  value: string;
  httpOnly: true;
  sameSite: "lax";
  secure: boolean;
  path: "/";
  maxAge: number;
}

/**
 * New cookies for a session that is in use, good for another day; none while the present ones are fresh. Only opening a page
 * counts as use, not what an open page requests by itself. The time of the sign-in does not change.
 */
export async function renewedCookies({ method, headers }: Pick<Request, "method" | "headers">): Promise<Cookie[]> {
  if (method !== "GET" || !headers.get("accept")?.includes("text/html")) return [];
  const token = await readTokenFrom(headers);
  if (!token || readRealClock() / 1000 - token.iat < RENEWED_AFTER_SECONDS) return [];
  return cookiesOf(token);
}

/** The cookies that carry this token, made anew. */
export async function cookiesOf(token: Token): Promise<Cookie[]> {
  const name = ownName(SESSION_COOKIE);
  const value = await encode({ token: { ...token }, secret: env().authSecrets, salt: name, maxAge: IDLE_SECONDS });
  const common = { httpOnly: true, sameSite: "lax", secure: isBehindTls(), path: "/", maxAge: IDLE_SECONDS } as const;
  const pieces = value.match(new RegExp(`.{1,${MOST_IN_ONE}}`, "g")) ?? [];
  return pieces.map((piece, i) => ({ name: pieces.length > 1 ? `${name}.${i}` : name, value: piece, ...common }));
}
