import { createServer, type IncomingHttpHeaders, type IncomingMessage, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ASKED_HEADER } from "@/lib/people/auth/asked";
import { cookiesOf } from "@/lib/people/auth/renewal";
import { SESSION_COOKIE, type Token } from "@/lib/people/auth/token";
import { config } from "@/proxy";
import { MARK, openPageDoor, PAGES } from "./page-door";

const emit = Server.prototype.emit;
let server: Server;
/** What the last request had when it got to Next. */
let seen: IncomingMessage | undefined;

beforeEach(async () => {
  openPageDoor();
  seen = undefined;
  server = createServer((request, response) => {
    seen = request;
    response.end("a page");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  Server.prototype.emit = emit;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** As it is written on the line: no client of HTTP stands between. Tells the whole answer. */
function send(line: string, headers: Record<string, string> = {}): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const all = { host: "localhost", connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((answered, fail) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(`${line} HTTP/1.1\r\n${lines.join("")}\r\n`));
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    socket.once("error", fail).once("end", () => answered(answer));
  });
}

const policyIn = (answer: string) => /^content-security-policy: (.*)\r$/im.exec(answer)?.[1];
const hasMark = (headers: IncomingHttpHeaders | undefined) => headers !== undefined && headers[MARK] !== undefined;

test("who asks for a page gets a policy of their own, and Next hears of the same, whatever they sent by its name", async () => {
  for (const method of ["GET", "HEAD"]) {
    const answer = await send(`${method} /mentors?topic=1`, { "content-security-policy": "script-src 'nonce-mine'" });
    const policy = policyIn(answer);
    expect(policy).toMatch(/'nonce-[\w+/]{22}==' 'strict-dynamic'/);
    expect(seen?.headers["content-security-policy"]).toBe(policy);
    expect(seen?.headers[ASKED_HEADER]).toBe("/mentors?topic=1");
    expect(hasMark(seen?.headers)).toBe(true);
    expect(policyIn(await send(`${method} /`))).not.toBe(policy);
  }
});

test("the mark is no header: whatever reads the headers does not come by it", async () => {
  await send("GET /");
  expect(hasMark(seen?.headers)).toBe(true);
  expect(Object.keys(seen?.headers ?? {})).not.toContain(MARK);
  expect(() => new Headers(seen?.headers as Record<string, string>)).not.toThrow();
});

test.each([MARK, `${MARK} `, ` ${MARK}`, MARK.toUpperCase(), MARK.replace(" ", "\t")])(
  "nobody can send it: %j",
  async (name) => {
    expect(await send("GET /nothing", { [name]: "1" })).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send("POST /account", { [name]: "1" })).toMatch(/^HTTP\/1\.1 400 /);
    expect(seen).toBeUndefined();
  },
);

test.each([
  ["something sent", "POST /account", {}],
  ["another method", "OPTIONS /account", {}],
  ["a body", "GET /account", { "content-length": "0" }],
  ["a kind of body", "GET /account", { "content-type": "text/plain" }],
  ["an action", "GET /account", { "next-action": "00" }],
  ["what proxy.ts has seen elsewhere", "GET /account", { [ASKED_HEADER]: "/" }],
  ["a file", "GET /icon.svg", {}],
  ["a script", "GET /_next/static/chunks/a.js", {}],
  ["another way to a file", "GET /_next/data/a-build/support/a/files/b.json", {}],
  ["a machine's route", "GET /api/health", {}],
  ["a host in the path", "GET //elsewhere.example/account", {}],
  ["a whole address", "GET http://elsewhere.example/account", {}],
  ["a way round", "GET /admin/../account", {}],
  ["a backslash", "GET /\\elsewhere.example", {}],
])("%s is left to proxy.ts", async (_what, line, headers: Record<string, string>) => {
  const answer = await send(line, headers);
  expect(seen).toBeDefined();
  expect(hasMark(seen?.headers)).toBe(false);
  expect(policyIn(answer)).toBeUndefined();
});

test("a session that has been in use for more than an hour is renewed on the way", async () => {
  const token = { memberId: crypto.randomUUID(), epoch: 0, session: crypto.randomUUID(), signedInAt: Date.now() };
  const [made] = await cookiesOf(token as Token);
  const headers = { cookie: `${made?.name}=${made?.value}`, accept: "text/html" };
  expect(await send("GET /", headers)).not.toMatch(/^set-cookie:/im);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 60 * 60 * 1000 });
  const answer = await send("GET /", headers);
  vi.useRealTimers();
  expect(answer).toMatch(new RegExp(`^set-cookie: ${SESSION_COOKIE}=[^;]+; Path=/;.*HttpOnly`, "im"));
  expect(policyIn(answer)).toContain("'strict-dynamic'");
});

test("proxy.ts leaves to it what it does, and looks for its mark", () => {
  const [pages, ...others] = config.matcher;
  expect(pages).toEqual({ source: PAGES, missing: [{ type: "header", key: MARK }] });
  for (const other of others) expect(other).not.toHaveProperty("missing");
});
