import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { log } from "@/lib/foundation/log";
import { type Manners, openSociety, PERSON } from "@/testing/auth/hostile-society";
import { visitorOf } from "@/testing/auth/visitor";
import { insertQuestion } from "@/testing/profile-questions";
import { handlers, signIn } from "./auth";
import { description } from "./society";

// The society's own questions, answered by claims of its sign-in over HTTP.

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "localhost:3000", "x-forwarded-proto": "http" }),
  cookies: async () => ({ set: (name: string, value: string) => jar.set(name, value), get: () => undefined, getAll: () => [] }),
}));

const society = await openSociety();
const visitor = visitorOf(society, jar, { signIn, handlers });
afterAll(() => society.close());

const warn = vi.spyOn(log(), "warn");
const error = vi.spyOn(log(), "error");
let questionId: string;
beforeEach(async () => {
  society.behave({});
  description.forget();
  vi.clearAllMocks();
  await db().member.deleteMany();
  await db().profileQuestion.deleteMany();
  questionId = await insertQuestion({ claim: "extra.branch" });
});

/** Signs in through the society, which is told how to behave, and says whether somebody was let in. */
async function comeIn(manners: Manners): Promise<boolean> {
  society.behave(manners);
  jar.clear();
  const { session } = await visitor.comeBack((await visitor.press()).back);
  return session.length > 0;
}

async function answers(): Promise<(string | null)[]> {
  return (await db().profileAnswer.findMany({ select: { answer: true } })).map(({ answer }) => answer);
}

const logged = () => JSON.stringify([...warn.mock.calls, ...error.mock.calls]);

test("a claim of the ID token answers, before that of userinfo, and the answer is renewed at each sign-in", async () => {
  expect(await comeIn({ userinfo: { extra: { branch: "Leeds" } } })).toBe(true);
  expect(await answers()).toEqual(["Leeds"]);
  expect(await comeIn({ claims: { ...PERSON, extra: { branch: "Wales" } }, userinfo: { extra: { branch: "Leeds" } } })).toBe(
    true,
  );
  expect(await answers()).toEqual(["Wales"]);
  expect(await comeIn({})).toBe(true);
  expect(await answers()).toEqual([]);
  expect(logged()).toBe("[]");
});

test("userinfo is asked for what the ID token leaves out; where it fails nobody stays out, and the answer stays", async () => {
  await comeIn({ claims: PERSON, userinfo: { extra: { branch: "Leeds" } } });
  expect(await answers()).toEqual(["Leeds"]);
  const fails: Manners = { claims: PERSON, answers: { "/userinfo": (response) => response.writeHead(500).end() } };
  expect(await comeIn(fails)).toBe(true);
  expect(await answers()).toEqual(["Leeds"]);
  expect(warn).toHaveBeenCalledTimes(1);
  // Without such questions it is not asked at all.
  await db().profileAnswer.deleteMany();
  await db().profileQuestion.deleteMany();
  vi.clearAllMocks();
  expect(await comeIn(fails)).toBe(true);
  expect(logged()).toBe("[]");
});

test.each<[string, unknown, string | null]>([
  ["a long text", "zqlong".repeat(2000), null],
  ["HTML", "<img src=x onerror=alert('zq')>", "<img src=x onerror=alert('zq')>"],
  ["null bytes", "zq\u0000\u0000nul", "zqnul"],
  ["half a character", "zq\ud800", "zq\ufffd"],
  ["an object", { zq: { deep: true } }, null],
  ["lists in lists", [["zq", ["zq"]]], null],
  ["ten thousand values", Array.from({ length: 10_000 }, (_, i) => `zq${i}`), null],
  ["several values", ["zqone", "zqtwo"], "zqone; zqtwo"],
  ["a key of every object", { __proto__: null, constructor: "zq" }, null],
  ["nothing", null, null],
])("%s lets the member in, and is in no log", async (_, branch, answer) => {
  expect(await comeIn({ userinfo: { extra: { branch } } })).toBe(true);
  expect(await answers()).toEqual(answer === null ? [] : [answer]);
  expect(await db().unfitClaim.count({ where: { questionId } })).toBe(answer === null && branch !== null ? 1 : 0);
  expect(logged()).not.toContain("zq");
  expect(JSON.stringify(await db().auditEvent.findMany({ select: { fact: true, data: true } }))).not.toContain("zq");
});

test("who is refused leaves no answer", async () => {
  expect(await comeIn({ userinfo: { membership_standing: "lapsed", extra: { branch: "Leeds" } } })).toBe(false);
  expect(await answers()).toEqual([]);
});
