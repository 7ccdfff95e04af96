import { encode } from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember, type TestMember } from "@/testing/people";
import { endForGood, forgetEnded } from "./ended";
import { renewedCookies } from "./renewal";
import { readRequest } from "./session";
import { readTokenFrom, SESSION_COOKIE } from "./token";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

const HOUR = 3_600_000;
afterEach(() => {
  vi.useRealTimers();
});

/** Real time goes on; the database does not notice. */
function wait(milliseconds: number): void {
  const later = readRealClock() + milliseconds;
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(later);
}

async function signIn({ id, sessionEpoch }: TestMember, more: { idToken?: string } = {}) {
  const session = crypto.randomUUID();
  const token = { memberId: id, epoch: sessionEpoch, session, signedInAt: readRealClock(), ...more };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge: 24 * 60 * 60 });
  return { session, headers: headersWith([{ name: SESSION_COOKIE, value: cookie }]) };
}

function headersWith(cookies: { name: string; value: string }[]): Headers {
  return new Headers({ accept: "text/html", cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") });
}

async function whoIs(headers: Headers): Promise<string | null> {
  request.headers = headers;
  return (await readRequest()).viewer?.memberId ?? null;
}

test("a session that was logged out is nobody's, in a copy of its cookie too; the member's others go on", async () => {
  const member = await insertMember();
  const [one, other] = [await signIn(member), await signIn(member)];
  expect(await whoIs(one.headers)).toBe(member.id);
  await Promise.all([endForGood(one.session), endForGood(one.session)]);
  expect(await whoIs(one.headers)).toBeNull();
  expect(await whoIs(other.headers)).toBe(member.id);
});

test("what was ended is forgotten once its cookies are too old, and not before", async () => {
  const { session } = await signIn(await insertMember());
  await endForGood(session);
  const count = () => db().endedSession.count({ where: { id: session } });
  wait(8 * 24 * HOUR);
  await forgetEnded();
  expect(await count()).toBe(1);
  wait(7 * 24 * HOUR);
  await forgetEnded();
  expect(await count()).toBe(0);
});

test("a session that nobody uses is over after a day; one that is used goes on, for a week from the sign-in", async () => {
  const { headers } = await signIn(await insertMember());
  const asks = async (with_: Headers, method = "GET") => renewedCookies({ method, headers: with_ });
  expect(await asks(headers)).toEqual([]);
  wait(2 * HOUR);
  expect(await asks(headers, "POST")).toEqual([]);
  const unseen = new Headers(headers);
  unseen.set("accept", "*/*");
  expect(await asks(unseen)).toEqual([]);
  let used = headersWith(await asks(headers));
  expect(await readTokenFrom(used)).toMatchObject({ session: (await readTokenFrom(headers))?.session });
  wait(23 * HOUR);
  expect(await readTokenFrom(headers)).toBeNull();
  for (let hours = 25; hours < 7 * 24; hours += 12) {
    expect(await readTokenFrom(used), `after ${hours} hours`).not.toBeNull();
    used = headersWith(await asks(used));
    wait(12 * HOUR);
  }
  expect(await readTokenFrom(used)).toBeNull();
  expect(await asks(used)).toEqual([]);
});

test("what is too much for one cookie is renewed in several", async () => {
  const { headers } = await signIn(await insertMember(), { idToken: "x".repeat(6000) });
  wait(2 * HOUR);
  const cookies = await renewedCookies({ method: "GET", headers });
  expect(cookies.map(({ name }) => name)).toEqual([0, 1, 2].map((i) => `${SESSION_COOKIE}.${i}`));
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "lax", secure: false, path: "/", maxAge: 86_400 });
  expect(await readTokenFrom(headersWith(cookies))).toMatchObject({ idToken: "x".repeat(6000) });
});

test("a clock that is put back leaves sessions as they are, and one that leaps a month ends them like any that is old", async () => {
  const member = await insertMember();
  const { headers } = await signIn(member);
  for (const back of [HOUR, 2 * 24 * HOUR]) {
    wait(-back);
    expect(await whoIs(headers)).toBe(member.id);
    expect(await renewedCookies({ method: "GET", headers })).toEqual([]);
  }
  wait(31 * 24 * HOUR);
  expect(await whoIs(headers)).toBeNull();
  expect(await whoIs((await signIn(member)).headers)).toBe(member.id);
});
