import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { cronRoute } from "@/lib/entrypoints/cron-route";
import { formAction, goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { log } from "@/lib/foundation/log";
import { refuse } from "@/lib/foundation/result";
import { insertLocalMember, NOW, PASSWORD } from "@/testing/auth/accounts";
import { insertMember, viewerOf } from "@/testing/people";
import { changePassword } from "./local/changing";
import { logIn } from "./local/credentials";
import { findNothing, requireStaff } from "./session";
import { SESSION_COOKIE } from "./token";

// What a review of security looks for is in the log, and nothing of anybody's in it.

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => ({ get: () => undefined }) }));

const warn = vi.spyOn(log(), "warn");
const lines = () => warn.mock.calls.map(([line]) => line as unknown as Record<string, string>);
beforeEach(() => {
  warn.mockClear();
});

test("signing in with a wrong password, and too often, by a mark that is the same each time", async () => {
  const { email } = await insertLocalMember();
  for (let i = 0; i < 11; i++) await logIn({ identifier: email, password: "a wrong guess" }, null, NOW);
  const [first, ...others] = lines();
  expect(first).toEqual({ refused: "sign-in", way: "local", reason: "wrong", mark: expect.stringMatching(/^[\w-]{12}$/) });
  expect(others.at(-1)).toEqual({ refused: "limit", attempt: "sign-in", by: "account", mark: first?.mark });
  expect(others).toHaveLength(10);
  const { number } = await insertLocalMember({ status: "suspended" });
  await logIn({ identifier: number, password: PASSWORD }, null, NOW);
  expect(lines().at(-1)).toMatchObject({ reason: "suspended" });
  for (const secret of [email, number, "a wrong guess", PASSWORD]) expect(JSON.stringify(lines())).not.toContain(secret);
});

test("a wrong password of their own, and nothing when all is well", async () => {
  const member = await insertLocalMember();
  expect((await logIn({ identifier: member.email, password: PASSWORD }, null, NOW)).ok).toBe(true);
  expect(lines()).toEqual([]);
  await changePassword(viewerOf(member), { current: "a wrong guess", next: "a bicycle with square wheels" }, null, NOW);
  expect(lines()).toEqual([{ refused: "password", memberId: member.id }]);
});

test("a member at a door of staff, and staff at one of admins", async () => {
  for (const [staff, right] of [
    ["none", "staff"],
    ["staff", "admin"],
  ] as const) {
    const member = await insertMember({ staff });
    const token = { memberId: member.id, epoch: 0, session: crypto.randomUUID(), signedInAt: readRealClock() };
    const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
    request.headers = new Headers({ cookie: `${SESSION_COOKIE}=${cookie}` });
    await expect(requireStaff(right)).rejects.toThrow("404");
    expect(lines().at(-1)).toEqual({ refused: "staff", right, memberId: member.id });
  }
});

test("somebody who asks for what is another's", async () => {
  const member = await insertMember();
  expect(() => findNothing(viewerOf(member), "relationship")).toThrow("404");
  expect(lines()).toEqual([{ refused: "not-theirs", memberId: member.id, what: "relationship" }]);
});

test("a form from elsewhere, and a scheduler without the secret", async () => {
  request.headers = new Headers({ origin: "https://elsewhere.example", host: "localhost:3000" });
  const save = formAction(z.object({}), async () => goTo("/"));
  expect((await save(UNTOUCHED, new FormData())).message).toContain("did not come from our own page");
  await cronRoute(async () => ({}))(new Request("http://localhost:3000/api/cron/sweep"));
  expect(lines()).toEqual([{ refused: "origin" }, { refused: "scheduler" }]);
});

test("a form for what is another's, and one that no page of ours sends; nothing for one that is refused for another reason", async () => {
  const member = await insertMember({ isMentee: true });
  const token = { memberId: member.id, epoch: 0, session: crypto.randomUUID(), signedInAt: readRealClock() };
  const cookie = await encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  const ours = new URL(env().APP_URL);
  request.headers = new Headers({ origin: ours.origin, host: ours.host, cookie: `${SESSION_COOKIE}=${cookie}` });
  const save = (reason: string) =>
    openAction(z.object({ id: z.string().optional() }), async () => refused(refuse(reason).reason));
  await save("not-found")(UNTOUCHED, new FormData());
  await save("too-late")(UNTOUCHED, new FormData());
  const forged = new FormData();
  forged.set("id[2500000]", "x");
  await save("too-late")(UNTOUCHED, forged);
  expect(lines()).toEqual([
    { refused: "not-theirs", memberId: member.id, what: "form", reason: "not-found" },
    { refused: "form", memberId: member.id, why: "forged-name" },
  ]);
});
