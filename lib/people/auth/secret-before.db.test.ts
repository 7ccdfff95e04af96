import { encode } from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { withOneTimeLink } from "@/lib/notify/outbox/words";
import { insertLocalMember, NOW } from "@/testing/auth/accounts";
import { findSecret, hashOf, placeholderOf, secretOf } from "./local/link-secret";
import { findResetOwner } from "./local/recovering";
import { issueTicket, readTicket } from "./local/ticket";
import { renewedCookies } from "./renewal";
import { readTokenFrom, SESSION_COOKIE } from "./token";

// AUTH_SECRET is being replaced: what the old one made goes on, what is new is made by the new one.

const OLD = "the old secret, which the tests knew before";
const NEW = "the new secret, which the tests know now....";
const UNKNOWN = "a secret that is nobody's and never was one";
Object.assign(process.env, { AUTH_SECRET: NEW, AUTH_SECRET_BEFORE: OLD });

afterEach(() => {
  vi.useRealTimers();
});

async function sessionUnder(secret: string): Promise<Headers> {
  const ids = { memberId: crypto.randomUUID(), session: crypto.randomUUID() };
  const token = { ...ids, epoch: 0, signedInAt: readRealClock() };
  const value = await encode({ token, secret, salt: SESSION_COOKIE });
  return new Headers({ accept: "text/html", cookie: `${SESSION_COOKIE}=${value}` });
}

test("a session of the old secret counts, one of any other does not, and renewal brings it over to the new one", async () => {
  const before = await sessionUnder(OLD);
  expect(await readTokenFrom(before)).not.toBeNull();
  expect(await readTokenFrom(await sessionUnder(NEW))).not.toBeNull();
  expect(await readTokenFrom(await sessionUnder(UNKNOWN))).toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: readRealClock() + 7_200_000 });
  const [cookie] = await renewedCookies({ method: "GET", headers: before });
  const { decode } = await import("next-auth/jwt");
  const opened = (secret: string) => decode({ token: cookie?.value, secret, salt: SESSION_COOKIE });
  expect(await opened(NEW)).toMatchObject({ session: (await readTokenFrom(before))?.session });
  await expect(opened(OLD)).rejects.toThrow();
});

test("a ticket is made by the new one", async () => {
  const memberId = crypto.randomUUID();
  expect(await readTicket(await issueTicket({ memberId }))).toEqual({ memberId });
});

test("a link made before keeps its secret, in a mail that leaves afterwards too; a new one has a new one", async () => {
  const { id: memberId } = await insertLocalMember();
  const make = async (authSecret: string) => {
    const id = crypto.randomUUID();
    const until = { createdAt: NOW, expiresAt: new Date(NOW.getTime() + 3_600_000) };
    const tokenHash = hashOf(secretOf(id, authSecret));
    await db().oneTimeLink.create({ data: { id, memberId, purpose: "reset-password", tokenHash, epoch: 0, ...until } });
    return id;
  };
  for (const secret of [OLD, NEW]) {
    const linkId = await make(secret);
    expect(await findSecret(linkId)).toBe(secretOf(linkId, secret));
    const mail = await withOneTimeLink({ html: null, text: placeholderOf(linkId) }, { linkId });
    expect(await findResetOwner(mail.text ?? "", NOW)).not.toBeNull();
  }
});

test("so does the link of a registration", async () => {
  const id = crypto.randomUUID();
  const who = { memberId: crypto.randomUUID(), number: "123456", name: "R. Name", email: "r@example.org", role: "mentee" };
  const tokenHash = hashOf(secretOf(id, OLD));
  await db().registration.create({ data: { id, ...who, tokenHash, createdAt: NOW, expiresAt: NOW } });
  expect(await findSecret(id)).toBe(secretOf(id, OLD));
});
