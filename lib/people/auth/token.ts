import { cookies, headers } from "next/headers";
import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { IdInput } from "@/lib/foundation/id";
import type { Role } from "@/lib/foundation/viewer";
import { openCookie } from "./opened-cookies";
import { STRENGTH } from "./strength";

const Token = z.object({
  memberId: IdInput,
  epoch: z.number().int(),
  /** One sign-in; the chosen role belongs to it. */
  session: IdInput,
  idToken: z.string().optional(),
  /** Local accounts: whether a second step was taken in this session. */
  secondStep: z.boolean().optional(),
  /** The society's sign-in: how it was done. */
  ...STRENGTH,
  /** Milliseconds of real time. */
  signedInAt: z.number(),
  /** When this cookie was made, in seconds of real time: at the sign-in, or later when it was renewed. */
  iat: z.number(),
});
export type Token = z.infer<typeof Token>;

/** How long a session lasts without signing in again, in seconds. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** How long a session lasts without use, in seconds: each cookie is valid for this long, and renewal.ts renews it. */
export const IDLE_SECONDS = 24 * 60 * 60;

/**
 * Behind TLS a cookie belongs to this host alone: with this prefix, browsers accept it from no other host and never without
 * TLS.
 */
export function ownName(cookie: string): string {
  return isBehindTls() ? `__Host-${cookie}` : cookie;
}

export function isBehindTls(): boolean {
  return env().APP_URL.startsWith("https:");
}

export const SESSION_COOKIE = "authjs.session-token";
const ROLE_COOKIE = "connect.role";

/**
 * Whom the session cookie names. It is signed and encrypted, but only the database knows whether the session still counts.
 */
export async function readToken(): Promise<Token | null> {
  // Comes first, so that a build, which has no environment, leaves every page to the request.
  return readTokenFrom(await headers());
}

/** The same from a request's headers, where there is no page: in proxy.ts. */
export async function readTokenFrom(headers: Headers): Promise<Token | null> {
  const cookieName = ownName(SESSION_COOKIE);
  const token = await getToken({ req: { headers }, secret: env().authSecrets, cookieName, decode: openCookie });
  const parsed = Token.safeParse(token);
  if (!parsed.success) return null;
  // A cookie can be renewed, a sign-in cannot: we check standing at each sign-in, and so once a week.
  return readRealClock() - parsed.data.signedInAt < SESSION_SECONDS * 1000 ? parsed.data : null;
}

/** The role chosen in this session; null when there is none, or it was chosen in another session. */
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
