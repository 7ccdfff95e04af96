import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember, type TestMember, viewerOf } from "@/testing/people";
import { continueSession } from "../continuing";
import { endForGood, forgetEnded } from "../ended";
import { readRequest } from "../session";
import { SESSION_COOKIE } from "../token";
import { endOne, endOthers } from "./commands";
import { listSessions } from "./queries";

const request = vi.hoisted(() => ({ headers: new Headers(), set: vi.fn() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined, getAll: () => [], set: request.set }),
}));

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";
const NOW = new Date("2026-11-29T10:00:00Z");
const HOUR = 3_600_000;
const notedHere = globalThis as { connectNotedSessions?: Map<string, number> };

beforeEach(() => {
  request.set.mockClear();
  notedHere.connectNotedSessions?.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

function wait(milliseconds: number): void {
  const later = readRealClock() + milliseconds;
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(later);
}

/** Headers of somebody who is signed in and opens a page. */
async function signedIn({ id, sessionEpoch }: Pick<TestMember, "id" | "sessionEpoch">, session = crypto.randomUUID()) {
  const token = { memberId: id, epoch: sessionEpoch, session, signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge: 24 * 3600 });
  const headers = { accept: "text/html", cookie: `${SESSION_COOKIE}=${cookie}`, "user-agent": FIREFOX };
  return { session, headers };
}

async function open(headers: Record<string, string>): Promise<string | null> {
  request.headers = new Headers(headers);
  return (await readRequest()).viewer?.memberId ?? null;
}

async function listed(member: TestMember) {
  return (await listSessions(viewerOf(member), NOW)).map(({ id }) => id);
}

test("the first page that a session opens puts it on the list, with its device in words and nothing else of it", async () => {
  const member = await insertMember();
  const { session, headers } = await signedIn(member);
  expect(await open(headers)).toBe(member.id);
  expect(await listSessions(viewerOf(member), NOW)).toMatchObject([{ id: session, device: "Firefox on Windows" }]);
  const row = await db().session.findUniqueOrThrow({ where: { id: session } });
  expect(Object.keys(row).sort()).toEqual(["device", "epoch", "id", "lastUsedAt", "memberId", "signedInAt"]);
});

test("use is written once in five minutes, whatever happens in between; what an open page asks by itself is no use", async () => {
  const member = await insertMember();
  const { session, headers } = await signedIn(member);
  const last = async () => (await db().session.findUniqueOrThrow({ where: { id: session } })).lastUsedAt.getTime();
  await open(headers);
  const first = await last();
  wait(4 * 60_000);
  await open(headers);
  // Another process does not know, but the database does.
  notedHere.connectNotedSessions?.clear();
  await open(headers);
  expect(await last()).toBe(first);
  notedHere.connectNotedSessions?.clear();
  wait(2 * 60_000);
  for (const unlike of [{ accept: "*/*" }, { "next-router-prefetch": "1" }, { "sec-purpose": "prefetch;prerender" }] as Record<
    string,
    string
  >[])
    await open({ ...headers, ...unlike });
  expect(await last()).toBe(first);
  await open({ ...headers, accept: "*/*", rsc: "1" });
  expect(await last()).toBeGreaterThan(first + 5 * 60_000);
});

test("a page is shown although its use cannot be noted", async () => {
  const member = await insertMember();
  const { headers } = await signedIn(member);
  await db().$executeRaw`ALTER TABLE "sessions" RENAME TO "sessions_away"`;
  try {
    expect(await open(headers)).toBe(member.id);
  } finally {
    await db().$executeRaw`ALTER TABLE "sessions_away" RENAME TO "sessions"`;
  }
});

test("one is ended from another: it is nobody's at once, and off the list; the other goes on", async () => {
  const member = await insertMember();
  const [phone, here] = [await signedIn(member), await signedIn(member)];
  await open(phone.headers);
  await open(here.headers);
  expect((await listed(member)).sort()).toEqual([phone.session, here.session].sort());
  expect(await endOne(viewerOf(member), phone.session, NOW)).toEqual({ ok: true, value: null });
  expect(await open(phone.headers)).toBeNull();
  expect(await open(here.headers)).toBe(member.id);
  expect(await listed(member)).toEqual([here.session]);
  expect(await endOne(viewerOf(member), phone.session, NOW)).toEqual({ ok: false, reason: "over" });
  const facts = await db().auditEvent.findMany({ where: { actorId: member.id }, select: { fact: true } });
  expect(facts).toEqual([{ fact: "session-ended" }]);
});

test("nobody ends, or sees, a session of somebody else", async () => {
  const [member, stranger] = [await insertMember(), await insertMember()];
  const { session, headers } = await signedIn(member);
  await open(headers);
  expect(await endOne(viewerOf(stranger), session, NOW)).toEqual({ ok: false, reason: "over" });
  expect(await listed(stranger)).toEqual([]);
  expect(await open(headers)).toBe(member.id);
  expect(await listed(member)).toEqual([session]);
});

test("all others end, those that no list knows too, and this one goes on under a cookie made anew", async () => {
  const member = await insertMember();
  const [unseen, other, here] = [await signedIn(member), await signedIn(member), await signedIn(member)];
  await open(other.headers);
  await open(here.headers);
  await endOthers(viewerOf(member), here.session, NOW);
  await continueSession(member.id);
  for (const { headers } of [unseen, other, here]) expect(await open(headers)).toBeNull();
  const [name, value] = request.set.mock.calls.at(-1) ?? [];
  expect(name).toBe(SESSION_COOKIE);
  expect(await open({ ...here.headers, cookie: `${name}=${value}` })).toBe(member.id);
  expect(await listed(member)).toEqual([here.session]);
});

test("a session of somebody else is not continued", async () => {
  const [member, other] = [await insertMember(), await insertMember()];
  request.headers = new Headers((await signedIn(member)).headers);
  await continueSession(other.id);
  expect(request.set).not.toHaveBeenCalled();
});

test("what is over is not listed: logged out, idle for a day, a week old, or ended with all the others", async () => {
  const member = await insertMember();
  const out = await signedIn(member);
  await open(out.headers);
  await endForGood(out.session);
  expect(await db().session.count({ where: { id: out.session } })).toBe(0);
  const idle = await signedIn(member);
  await open(idle.headers);
  wait(25 * HOUR);
  expect(await listed(member)).toEqual([]);
  const old = await signedIn(member);
  await open(old.headers);
  await db().session.update({
    where: { id: old.session },
    data: { signedInAt: new Date(readRealClock() - 8 * 24 * HOUR) },
    select: { id: true },
  });
  expect(await listed(member)).toEqual([]);
  const last = await signedIn(member);
  await open(last.headers);
  expect(await listed(member)).toEqual([last.session]);
  await db().member.update({ where: { id: member.id }, data: { sessionEpoch: { increment: 1 } }, select: { id: true } });
  expect(await listed(member)).toEqual([]);
});

test("the nightly job forgets rows whose cookies have expired, and no others", async () => {
  const member = await insertMember();
  const { session, headers } = await signedIn(member);
  await open(headers);
  const count = () => db().session.count({ where: { id: session } });
  wait(30 * HOUR);
  await forgetEnded();
  expect(await count()).toBe(1);
  wait(20 * HOUR);
  await forgetEnded();
  expect(await count()).toBe(0);
});
