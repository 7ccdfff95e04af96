import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { insertLocalMember, NOW, PASSWORD } from "@/testing/auth/accounts";
import { logIn } from "./credentials";
import { readKnownBrowser, rememberBrowser } from "./known-browser";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));
beforeEach(() => jar.clear());

const guess = async (identifier: string, times: number, known?: Parameters<typeof logIn>[3]) => {
  const reasons = [];
  for (let i = 0; i < times; i++) {
    const result = await logIn({ identifier, password: "a wrong guess" }, null, NOW, known);
    reasons.push(result.ok ? "in" : result.reason);
  }
  return reasons;
};

describe("a browser in which a member has signed in before", () => {
  test("lets them in however long strangers have guessed, by number or by address; the strangers stay out", async () => {
    const member = await insertLocalMember();
    const known = { memberId: member.id, browser: randomUUID() };
    for (const identifier of [member.number, member.email]) expect((await guess(identifier, 11)).at(-1)).toBe("too-often");
    const enter = (by?: typeof known) => logIn({ identifier: member.email, password: PASSWORD }, null, NOW, by);
    expect((await enter()).ok).toBe(false);
    expect(await enter(known)).toMatchObject({ ok: true, value: { memberId: member.id } });
  });

  test("is counted by itself, and has no more guesses than anybody", async () => {
    const member = await insertLocalMember();
    const known = { memberId: member.id, browser: randomUUID() };
    expect((await guess(member.number, 11, known)).at(-1)).toBe("too-often");
    expect((await logIn({ identifier: member.number, password: PASSWORD }, null, NOW, known)).ok).toBe(false);
    expect((await logIn({ identifier: member.number, password: PASSWORD }, null, NOW)).ok).toBe(true);
  });

  test("helps with no other account", async () => {
    const [one, other] = [await insertLocalMember(), await insertLocalMember()];
    const known = { memberId: one.id, browser: randomUUID() };
    await guess(other.number, 11);
    expect((await logIn({ identifier: other.number, password: PASSWORD }, null, NOW, known)).ok).toBe(false);
  });

  test("says so in a cookie that nobody else can write, and keeps its name for the same member", async () => {
    const [one, other] = [await insertLocalMember(), await insertLocalMember()];
    expect(await readKnownBrowser()).toBeNull();
    await rememberBrowser(one.id, null);
    const first = await readKnownBrowser();
    expect(first?.memberId).toBe(one.id);
    await rememberBrowser(one.id, first);
    expect(await readKnownBrowser()).toEqual(first);
    await rememberBrowser(other.id, first);
    expect((await readKnownBrowser())?.browser).not.toBe(first?.browser);
    const [name = ""] = jar.keys();
    jar.set(name, Buffer.from(JSON.stringify({ memberId: one.id, browser: randomUUID() })).toString("base64url"));
    expect(await readKnownBrowser()).toBeNull();
  });
});
