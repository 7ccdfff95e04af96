import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { log } from "@/lib/foundation/log";
import { insertLocalMember, later, NOW, newcomer, PASSWORD, secretFor, secretOfRegistration } from "@/testing/auth/accounts";
import { viewerOf } from "@/testing/people";
import { changePassword } from "./changing";
import { logIn } from "./credentials";
import { isLeaked } from "./leaked";
import { resetPassword, sendLink } from "./recovering";
import { confirm, register } from "./registering";

// A list of leaked passwords, asked by the beginning of a hash; on a real server.

const LEAKED = "a password that has leaked";
const PADDED = "a password that is only padding";
const FINE = "a password of nobody else's";
const hashOf = (password: string) => createHash("sha1").update(password).digest("hex").toUpperCase();

const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
let answer: (path: string, response: ServerResponse) => void = usual;
const server = createServer(({ url = "", headers }, response) => {
  asked.push({ path: url, headers });
  answer(url, response);
});

function usual(path: string, response: ServerResponse): void {
  const range = path.split("/").at(-1) ?? "";
  const known = [
    [LEAKED, 3],
    [PADDED, 0],
  ] as const;
  const lines = known.filter(([one]) => hashOf(one).startsWith(range)).map(([one, n]) => `${hashOf(one).slice(5)}:${n}`);
  response.end([...lines, `${"0".repeat(35)}:12`].join("\r\n"));
}

await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
process.env.LEAKED_PASSWORDS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`;
const warn = vi.spyOn(log(), "warn");
afterAll(() => void server.close());
beforeEach(() => {
  answer = usual;
  asked.length = 0;
  warn.mockClear();
});

test("it learns five characters of a hash and no more, and its answer has a length that tells nothing", async () => {
  expect(await isLeaked(LEAKED)).toBe(true);
  expect(await isLeaked(FINE)).toBe(false);
  expect(await isLeaked(PADDED)).toBe(false);
  expect(asked.map(({ path }) => path)).toEqual([LEAKED, FINE, PADDED].map((one) => `/range/${hashOf(one).slice(0, 5)}`));
  for (const { headers } of asked) expect(headers["add-padding"]).toBe("true");
  expect(warn).not.toHaveBeenCalled();
});

test.each<[string, (path: string, response: ServerResponse) => void]>([
  ["answers with an error", (_path, response) => void response.writeHead(503).end()],
  ["leads elsewhere", (_path, response) => void response.writeHead(302, { location: "https://elsewhere.example" }).end()],
  ["closes the connection", (_path, response) => void response.destroy()],
  ["does not answer", () => {}],
  ["sends what is no range", (_path, response) => void response.end("x".repeat(2_000_000))],
])("when it %s, the password counts as not leaked, and the log says so without it", async (_what, misbehave) => {
  answer = misbehave;
  const began = performance.now();
  expect(await isLeaked(LEAKED)).toBe(false);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(warn).toHaveBeenCalledOnce();
  expect(JSON.stringify(warn.mock.calls)).not.toContain(LEAKED);
});

test("such a password is refused wherever one is chosen", async () => {
  const member = await insertLocalMember();
  const changed = await changePassword(viewerOf(member), { current: PASSWORD, next: LEAKED }, null, NOW);
  expect(changed).toEqual({ ok: false, reason: "leaked" });
  await sendLink(member.email, "reset", null, NOW);
  const secret = await secretFor(member.id, "reset-password");
  expect(await resetPassword(secret, LEAKED, later(1))).toEqual({ ok: false, reason: "leaked" });
  expect((await resetPassword(secret, FINE, later(1))).ok).toBe(true);
  const input = await newcomer();
  await register(input, null, NOW);
  const link = await secretOfRegistration(input.email);
  expect(await confirm(link, LEAKED, later(1))).toEqual({ ok: false, reason: "leaked" });
  expect(await confirm(link, FINE, later(1))).toMatchObject({ ok: true });
  expect(await db().member.count({ where: { number: input.number } })).toBe(1);
});

test("signing in asks nothing, and neither does a password that is refused anyway", async () => {
  const member = await insertLocalMember({}, LEAKED);
  expect((await logIn({ identifier: member.email, password: LEAKED }, null, NOW)).ok).toBe(true);
  await changePassword(viewerOf(member), { current: LEAKED, next: "short" }, null, NOW);
  await changePassword(viewerOf(member), { current: "a wrong guess", next: LEAKED }, null, NOW);
  expect(asked).toEqual([]);
});
