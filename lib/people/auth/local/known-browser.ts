import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { IdInput } from "@/lib/foundation/id";
import { isBehindTls, ownName } from "../token";

const COOKIE = "connect.known-browser";
const A_YEAR = 365 * 24 * 60 * 60;

const KnownBrowser = z.object({ memberId: IdInput, browser: IdInput });
/** A browser in which this member has signed in before. It lets nobody in: its wrong passwords are only counted by themselves. */
export type KnownBrowser = z.infer<typeof KnownBrowser>;

/** What the browser that sends this form says of itself, if it is one of ours. */
export async function readKnownBrowser(): Promise<KnownBrowser | null> {
  const cookie = (await cookies()).get(ownName(COOKIE))?.value;
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: env().authSecrets, salt: COOKIE }).catch(() => null);
  const parsed = KnownBrowser.safeParse(token);
  return parsed.success ? parsed.data : null;
}

/** Remembers this browser, for a year from the last sign-in; another member's sign-in takes it over under another name. */
export async function rememberBrowser(memberId: string, known: KnownBrowser | null): Promise<void> {
  const browser = known?.memberId === memberId ? known.browser : randomUUID();
  const value = await encode({ token: { memberId, browser }, secret: env().authSecrets, salt: COOKIE, maxAge: A_YEAR });
  const options = { httpOnly: true, sameSite: "lax", secure: isBehindTls(), path: "/", maxAge: A_YEAR } as const;
  (await cookies()).set(ownName(COOKIE), value, options);
}
