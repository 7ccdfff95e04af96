import { NextRequest } from "next/server.js";
import { encode } from "next-auth/jwt";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember } from "@/testing/people";
import { handlers } from "./auth";
import { continueSession } from "./continuing";
import { renewedCookies } from "./renewal";
import { beginSession } from "./session";
import { askSociety } from "./society";
import { readTokenFrom, writeChosenRole } from "./token";

// As a society has it, behind TLS.

const APP_URL = "https://mentoring.example.org";
Object.assign(process.env, { APP_URL, SIGN_IN: "local", AUTH_URL: APP_URL, OIDC_ISSUER: "https://society.example.org" });

const jar = vi.hoisted(() => ({ set: vi.fn(), get: () => undefined, getAll: () => [], headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => jar.headers, cookies: async () => jar }));

const OURS = /^__Host-[^;]+; Path=\/;.* Secure; HttpOnly|^__Host-[^;]+; Path=\/;.* HttpOnly; Secure/i;

// The clock is put right also where a test fails with it moved.
afterEach(() => {
  vi.useRealTimers();
});

async function sessionUnder(name: string): Promise<Headers> {
  const token = {
    memberId: crypto.randomUUID(),
    epoch: 0,
    session: crypto.randomUUID(),
    signedInAt: readRealClock() - 7_200_000,
  };
  const value = await encode({ token, secret: env().AUTH_SECRET, salt: name });
  return new Headers({ accept: "text/html", cookie: `${name}=${value}` });
}

test("every cookie that next-auth sets is this host's alone, and no script's", async () => {
  for (const path of ["csrf", "providers", "session"]) {
    const answer = await handlers.GET(new NextRequest(`${APP_URL}/api/auth/${path}`));
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(OURS);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).not.toMatch(/Domain/i);
    }
  }
  const csrf = await handlers.GET(new NextRequest(`${APP_URL}/api/auth/csrf`));
  expect(csrf.headers.getSetCookie().map((cookie) => cookie.split("=")[0])).toEqual(
    expect.arrayContaining(["__Host-authjs.csrf-token", "__Host-authjs.callback-url"]),
  );
});

test("so is the chosen role, and a session is looked for nowhere else", async () => {
  const token = await readTokenFrom(await sessionUnder("__Host-authjs.session-token"));
  if (!token) throw new Error("The session is not known.");
  await writeChosenRole(token, "mentor");
  const options = { httpOnly: true, sameSite: "lax", secure: true, path: "/" };
  expect(jar.set).toHaveBeenCalledWith("__Host-connect.role", `mentor.${token.session}`, options);
  for (const name of ["authjs.session-token", "__Secure-authjs.session-token"])
    expect(await readTokenFrom(await sessionUnder(name))).toBeNull();
});

test("and so is a session's cookie that is renewed", async () => {
  const headers = await sessionUnder("__Host-authjs.session-token");
  vi.useFakeTimers({ toFake: ["Date"], now: readRealClock() + 7_200_000 });
  const [cookie] = await renewedCookies({ method: "GET", headers });
  expect(cookie).toMatchObject({ name: "__Host-authjs.session-token", secure: true, httpOnly: true, path: "/" });
});

test("a sign-in ends for good the session that the browser had; a member's own change goes on with it", async () => {
  const { id } = await insertMember();
  jar.headers = await sessionUnder("__Host-authjs.session-token");
  const earlier = await readTokenFrom(jar.headers);
  jar.set.mockClear();
  await beginSession(id);
  const lastCookie = () => jar.set.mock.calls.findLast(([name]) => String(name).endsWith("session-token"));
  const [name, value, options] = lastCookie() ?? [];
  expect([name, options]).toEqual(["__Host-authjs.session-token", expect.objectContaining({ secure: true, httpOnly: true })]);
  const begun = await readTokenFrom(new Headers({ cookie: `${name}=${value}` }));
  expect(begun?.memberId).toBe(id);
  expect(begun?.session).not.toBe(earlier?.session);
  expect(await db().endedSession.findMany({ select: { id: true } })).toEqual([{ id: earlier?.session }]);
  jar.headers = new Headers({ cookie: `${name}=${value}` });
  await continueSession(id);
  expect((await readTokenFrom(new Headers({ cookie: `${name}=${lastCookie()?.[1]}` })))?.session).toBe(begun?.session);
  expect(await db().endedSession.count()).toBe(1);
});

test("a society with TLS is asked with TLS alone, and nobody else in its place", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
  onTestFinished(() => fetched.mockRestore());
  await expect(askSociety("http://society.example.org/token", { method: "POST" })).rejects.toThrow(/without TLS/);
  expect(fetched).not.toHaveBeenCalled();
  await expect(askSociety("https://elsewhere.example.org/token", { method: "POST" })).rejects.toThrow(/neither its issuer/);
  expect(fetched).not.toHaveBeenCalled();
  await askSociety("https://society.example.org/token", { method: "POST" });
  expect(fetched).toHaveBeenCalledOnce();
});
