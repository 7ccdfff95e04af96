import { beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/register/route";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember } from "@/testing/people";
import { saveEntries } from "./commands";
import { LARGEST_REGISTER } from "./register-import";

const TOKEN = "a token that only the membership system knows";
const NOW = new Date("2026-11-20T13:20:00Z");

beforeEach(async () => {
  env().REGISTER_TOKEN = TOKEN;
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
});

function send(body: string, { type = "text/csv; charset=utf-8", token = TOKEN, query = "" } = {}): Promise<Response> {
  const headers = { "content-type": type, authorization: `Bearer ${token}` };
  return POST(new Request(`http://localhost/api/register${query}`, { method: "POST", headers, body }));
}

const CSV = "number,name,email,standing\n200001,Ann Bell,ann@example.org,current\n200002,Bob,,lapsed\n";
const JSON_LINES =
  '{"number":"200001","name":"Ann Bell","email":"ann@example.org","standing":"current"}\n{"number":"200002","name":"Bob","standing":"lapsed"}\n';
const JSONL = { type: "application/jsonl" };
const numbers = async () => (await db().registerEntry.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number);

test("without its token nobody gets in, and nobody at all while none is set", async () => {
  expect((await send(CSV, { token: "another" })).status).toBe(401);
  expect((await send(CSV, { token: "" })).status).toBe(401);
  env().REGISTER_TOKEN = undefined;
  expect((await send(CSV, { token: "undefined" })).status).toBe(401);
  expect((await send(CSV)).status).toBe(401);
  expect(await numbers()).toEqual([]);
});

test.each([
  ["CSV", CSV, {}],
  ["JSON lines", JSON_LINES, JSONL],
])("the whole register as %s is imported, with members' standing, and once for the same body", async (kind, body, options) => {
  const number = kind === "CSV" ? "200002" : "200001";
  const member = await insertMember({ number, standing: number === "200002" ? "current" : "lapsed" });
  const answer = await send(body, options);
  expect(answer.status).toBe(200);
  const told = await answer.json();
  expect(told).toMatchObject({ rows: 2, counts: { new: 2, missing: 0 } });
  expect(await numbers()).toEqual(["200001", "200002"]);
  const { standing } = await db().member.findUniqueOrThrow({ where: { id: member.id } });
  expect(standing).toBe(number === "200002" ? "lapsed" : "current");
  expect(
    await db().auditEvent.count({
      where: { fact: "register-imported", actor: "system", data: { path: ["import"], equals: told.import } },
    }),
  ).toBe(1);

  expect(await (await send(body, options)).json()).toEqual(told);
  expect(await db().registerImport.count()).toBe(1);
});

test("the same body twice at the same moment is one import and the same answer", async () => {
  const answers = await Promise.all([send(CSV), send(CSV), send(CSV)]);
  const [first, ...others] = await Promise.all(answers.map((answer) => answer.json()));
  expect(first).toMatchObject({ rows: 2 });
  for (const other of others) expect(other).toEqual(first);
  expect(await db().registerImport.count({ where: { state: "imported" } })).toBe(1);
  expect(await db().registerImportRow.count()).toBe(0);
});

test("one row that have errors, and nothing is", async () => {
  const answer = await send(`${CSV}200003,Cy,nope,perhaps\n,Dee,,current,more\n`);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    problems: 2,
    rows: [
      { line: 4, codes: ["email", "standing"], said: "nope; perhaps" },
      { line: 5, codes: ["columns"] },
    ],
  });
  expect(await numbers()).toEqual([]);
  expect(await db().registerImport.count()).toBe(0);
});

test.each([
  ["", {}, "empty"],
  ["\0\0", {}, "not a text file"],
  ["number,name\n1,Ann\n", {}, "headings"],
  ["number,name,email,standing\n", {}, "no rows"],
  ["[]\n", JSONL, "have errors"],
  ['{"number":200001,"name":"Ann","standing":"current"}', JSONL, "have errors"],
])("%j is refused in words", async (body, options, words) => {
  const answer = await send(body, options);
  expect(answer.status).toBe(422);
  expect((await answer.json()).error).toContain(words);
  expect(await numbers()).toEqual([]);
});

test("another type is refused, and a body that is too large whatever it says of itself", async () => {
  expect((await send(CSV, { type: "text/plain" })).status).toBe(415);
  expect((await send("x".repeat(LARGEST_REGISTER + 1))).status).toBe(413);
});

test("a register that lapses more than a tenth has to mean it", async () => {
  const entry = (number: string) => ({ number, name: number, email: null, standing: "current" as const });
  await saveEntries([entry("200001"), entry("200009")], NOW);
  const refused = await send(CSV);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ counts: { missing: 1 } });
  expect(await db().registerEntry.count({ where: { standing: "current" } })).toBe(2);
  expect(await db().registerImportRow.count()).toBe(0);
  expect((await send(CSV, { query: "?lapse=many" })).status).toBe(200);
  expect(await db().registerEntry.findUnique({ where: { number: "200009" } })).toMatchObject({ standing: "lapsed" });
});
