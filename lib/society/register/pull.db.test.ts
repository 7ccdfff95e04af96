import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { saveEntries } from "./commands";
import { checkPull, pullRegister } from "./pull";

const NOW = new Date("2026-11-20T02:30:00Z");
const CSV = "number,name,email,standing\n200001,Ann Bell,ann@example.org,current\n200002,Bob,,lapsed\n";
const JSON_LINES = '{"number":"200001","name":"Ann Bell","email":"ann@example.org","standing":"current"}\n';

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});
const addressOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/register`;

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
beforeEach(async () => {
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
  await db().registerPull.deleteMany();
  env().REGISTER_URL = addressOf();
  env().REGISTER_URL_TOKEN = "what-they-gave-us";
  asked = [];
});

const send =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): typeof answer =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": "text/csv", ...headers }).end(body);
const numbers = async () => (await db().registerEntry.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number);
const findings = async () => {
  const found = [];
  for await (const finding of checkPull()) found.push(finding);
  return found;
};

test("nobody is asked while there is no address", async () => {
  env().REGISTER_URL = undefined;
  expect(await pullRegister(NOW)).toBe(0);
  expect([asked.length, await db().registerPull.count(), await findings()]).toEqual([0, 0, []]);
});

test("the register is fetched with the token, and not again while it is the same", async () => {
  answer = (request, response) =>
    request.headers["if-none-match"] === '"one"'
      ? void response.writeHead(304).end()
      : send(CSV, { etag: '"one"' })(request, response);
  expect(await pullRegister(NOW)).toBe(1);
  expect(asked[0]?.headers.authorization).toBe("Bearer what-they-gave-us");
  expect(await numbers()).toEqual(["200001", "200002"]);

  expect(await pullRegister(NOW)).toBe(0);
  expect(asked[1]?.headers["if-none-match"]).toBe('"one"');
  expect(await db().registerPull.findUnique({ where: { id: 1 } })).toMatchObject({ result: "unchanged", etag: '"one"' });
  expect([await db().registerImport.count(), await findings()]).toEqual([1, []]);
});

test("it is asked for whole when the register has since come from elsewhere", async () => {
  answer = send(CSV, { etag: '"one"' });
  await pullRegister(NOW);
  await db().registerImport.updateMany({ data: { digest: "of another file" } });
  expect(await pullRegister(NOW)).toBe(1);
  expect(asked[1]?.headers["if-none-match"]).toBeUndefined();
});

test.each([
  ["application/jsonl", JSON_LINES],
  ["application/octet-stream", JSON_LINES],
])("JSON lines are read as %s", async (type, body) => {
  answer = send(body, { "content-type": type });
  expect(await pullRegister(NOW)).toBe(1);
  expect(await numbers()).toEqual(["200001"]);
});

test.each<[string, typeof answer, string, RegExp]>([
  ["an error", send("", {}, 503), "status", /status 503/],
  [
    "a redirect",
    (request, response) => send(CSV, { location: "/elsewhere" }, request.url === "/elsewhere" ? 200 : 302)(request, response),
    "unreachable",
    /could not be reached/,
  ],
  ["no answer", (_request, response) => void response.destroy(), "unreachable", /could not be reached/],
  ["another file", send("a,b\n1,2\n"), "headings", /headings/],
  ["nothing", send(""), "file", /empty/],
  ["too much", send(Buffer.alloc(20 * 1024 * 1024 + 1, "a")), "too-large", /too large/],
  ["rows with problems", send(`${CSV}200003,Cy,nope,current\n`), "problems", /^.*1 of its rows/],
  ["hardly any members", send(CSV), "many-lapse", /3 memberships would lapse/],
])("%s changes nothing, and staff are told until it works again", async (_name, bad, result, words) => {
  const before = ["200007", "200008", "200009"];
  await saveEntries(
    before.map((number) => ({ number, name: number, email: null, standing: "current" as const })),
    NOW,
  );
  answer = bad;
  expect(await pullRegister(NOW)).toBe(0);
  expect(await db().registerPull.findUnique({ where: { id: 1 } })).toMatchObject({ result, digest: null });
  expect(await numbers()).toEqual(before);
  expect(await findings()).toMatchObject([{ kind: "register-not-fetched", detail: expect.stringMatching(words) }]);

  answer = send(`${CSV}${before.map((number) => `${number},${number},,current\n`).join("")}`);
  expect(await pullRegister(NOW)).toBe(1);
  expect(await findings()).toEqual([]);
});
