import { cookies } from "next/headers";
import { db } from "@/lib/foundation/db/client";
import { cookiesOf } from "./renewal";
import { isBehindTls, ownName, readToken, SESSION_COOKIE, type Token } from "./token";

/**
 * Continues this session when the member's own change has just ended all of them, or with what has changed about it: its cookie is made
 * anew, under the epoch of now. Does nothing for a session of somebody else.
 */
export async function continueSession(memberId: string, changes: Pick<Token, "secondStep"> = {}): Promise<void> {
  const token = await readToken();
  if (token?.memberId !== memberId) return;
  const member = await db().member.findUnique({ where: { id: memberId }, select: { sessionEpoch: true } });
  if (!member) return;
  const made = await cookiesOf({ ...token, ...changes, epoch: member.sessionEpoch });
  const jar = await cookies();
  const name = ownName(SESSION_COOKIE);
  // A cookie in pieces may have become one piece, or the other way round.
  const before = jar.getAll().filter((one) => one.name === name || one.name.startsWith(`${name}.`));
  const stale = before.filter((one) => !made.some((cookie) => cookie.name === one.name));
  for (const one of stale) jar.set(one.name, "", { path: "/", httpOnly: true, secure: isBehindTls(), maxAge: 0 });
  for (const { name, value, ...options } of made) jar.set(name, value, options);
}
