import { cookies, headers } from "next/headers";
import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { IdInput } from "@/lib/foundation/id";
import type { Role } from "@/lib/foundation/viewer";
import { openCookie } from "./opened-cookies";

const Token = z.object({
  memberId: IdInput,
  epoch: z.number().int(),
  /** One sign-in; the chosen role belongs to it. */
  session: IdInput,
  idToken: z.string().optional(),
  /** Milliseconds of real time. */
  signedInAt: z.number(),
  /** When this cookie was made, in seconds of real time: at the sign-in, or later when it was renewed. */
  iat: z.number(),
});
export type Token = z.infer<typeof Token>;

/** How long a session lasts without signing in again, in seconds. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** How long a session lasts that nobody uses: each cookie is good for so long, and renewal.ts renews it. */
export const IDLE_SECONDS = 24 * 60 * 60;

/** Behind TLS a cookie is this host's alone: with this prefix a browser takes it from no other host, and never without TLS. */
export function ownName(cookie: string): string {
  return isBehindTls() ? `__Host-${cookie}` : cookie;
}

export function isBehindTls(): boolean {
  return env().APP_URL.startsWith("https:");
}

export const SESSION_COOKIE = "authjs.session-token";
const ROLE_COOKIE = "connect.role";

/** Who the session cookie says is there: signed and encrypted, but whether it still counts is for the database to say. */
export async function readToken(): Promise<Token | null> {
  // First, so that a build, which has no environment, leaves every page to the request.
  return readTokenFrom(await headers());
}

/** The same from a request's headers, where there is no page: in proxy.ts. */
export async function readTokenFrom(headers: Headers): Promise<Token | null> {
  const cookieName = ownName(SESSION_COOKIE);
  const token = await getToken({ req: { headers }, secret: env().AUTH_SECRET, cookieName, decode: openCookie });
  const parsed = Token.safeParse(token);
  if (!parsed.success) return null;
  // The cookie can be had anew, the sign-in not: standing is asked at each sign-in, and so once a week.
  return readRealClock() - parsed.data.signedInAt < SESSION_SECONDS * 1000 ? parsed.data : null;
}

/** The role that was chosen in this session; null when it was another session's, or none. */
export async function readChosenRole(token: Token): Promise<Role | null> {
  const [role, session] = (await cookies()).get(ownName(ROLE_COOKIE))?.value.split(".") ?? [];
  if (session !== token.session) return null;
  return role === "mentor" || role === "mentee" ? role : null;
}

/** Only says which of their own accounts a member uses; whether they hold it is checked at each request. */
export async function writeChosenRole(token: Token, role: Role): Promise<void> {
  const options = { httpOnly: true, sameSite: "lax", secure: isBehindTls(), path: "/" } as const;
  (await cookies()).set(ownName(ROLE_COOKIE), `${role}.${token.session}`, options);
}
