import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember, viewerOf } from "@/testing/people";
import { checkRows } from "./check";
import { chooseColumns, chooseReading, chooseWords, chooseZeros, importChecked, receiveFile, saveEntries } from "./commands";
import { eachProblem, getImport, listProblems, listShutOut } from "./queries";
import { areLeftOutKept } from "./register-import";
import { forgetImports } from "./upkeep";

const NOW = new Date("2026-11-20T13:20:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const staff = viewerOf(await insertMember({ number: "900001", staff: "staff" }));
const COLUMNS = { isPart: false, number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3 };

beforeEach(async () => {
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
  env().SIGN_IN = "federated";
});

const bytesOf = (...rows: string[]) => new TextEncoder().encode(["number,name,email,standing", ...rows].join("\n"));
const STAFF = "900001,Sam Staff,,current";

async function receive(bytes: Uint8Array): Promise<string> {
  const received = await receiveFile(staff, { name: "register.csv", bytes }, NOW);
  if (!received.ok) throw new Error(received.reason);
  return received.value;
}

async function check(bytes: Uint8Array, isPart = false): Promise<string> {
  const id = await receive(bytes);
  await chooseColumns(staff, id, { ...COLUMNS, isPart }, NOW);
  await chooseWords(staff, id, { current: ["current"], lapsed: ["lapsed"] }, NOW);
  await checkRows(id, NOW);
  return id;
}

const importIt = (id: string, leaveOut = true) => importChecked(staff, id, { mayLapseMany: true, leaveOut }, NOW);
const register = async () =>
  Object.fromEntries(
    (await db().registerEntry.findMany({ orderBy: { number: "asc" } })).map(({ number, name, standing }) => [
      number,
      `${name}, ${standing}`,
    ]),
  );
const before = (...numbers: string[]) =>
  saveEntries(
    numbers.map((number) => ({ number, name: `Old ${number}`, email: null, standing: "current" as const })),
    NOW,
  );

test("rows with problems are left out when staff say so, and whoever they name stays as they are", async () => {
  await before("100001", "100002", "100003", "900001");
  const member = await insertMember({ number: "100001" });
  const id = await check(bytesOf("100001,Ann Bell,nope,lapsed", "100002,Bob Carr,,current", STAFF));
  expect((await getImport(id))?.counts).toMatchObject({ problems: 1, unnamed: 0, changed: 2, missing: 1, accountsLapsing: 0 });
  expect(await listShutOut(id, 5)).toEqual([]);
  expect(await importIt(id, false)).toEqual({ ok: false, reason: "problems" });
  expect(await register()).toMatchObject({ 100002: "Old 100002, current" });

  expect(await importIt(id)).toEqual({ ok: true, value: null });
  expect(await register()).toEqual({
    ...{ 100001: "Old 100001, current", 100002: "Bob Carr, current" },
    ...{ 100003: "Old 100003, lapsed", 900001: "Sam Staff, current" },
  });
  expect(await db().member.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({ standing: "current" });
  expect((await getImport(id))?.counts).toMatchObject({ problems: 1, changed: 2, unchanged: 0, missing: 1 });
});

test("nobody lapses for being missing while a row does not say whose it is", async () => {
  await before("100001", "100002", "900001");
  const id = await check(bytesOf(",Somebody,,current", "100002,Bob Carr,,current", STAFF));
  expect((await getImport(id))?.counts).toMatchObject({ problems: 1, unnamed: 1, missing: 0 });
  expect(await importIt(id)).toMatchObject({ ok: true });
  expect(await register()).toMatchObject({ 100001: "Old 100001, current", 100002: "Bob Carr, current" });
});

test("of rows with the same number none is imported", async () => {
  await before("100001", "900001");
  const id = await check(bytesOf("100001,Ann Bell,,current", "100001,Bob Carr,,lapsed", STAFF));
  expect(await listProblems(id, 0, 9)).toMatchObject([
    { line: 2, problem: "number-twice", said: "100001, again on line 3", cells: ["100001", "Ann Bell", "", "current"] },
    { line: 3, problem: "number-twice", said: "100001, first on line 2" },
  ]);
  expect((await getImport(id))?.counts).toMatchObject({ problems: 2, missing: 0 });
  expect(await importIt(id)).toMatchObject({ ok: true });
  expect(await register()).toMatchObject({ 100001: "Old 100001, current" });
});

test("rows that were left out are kept for a day with their headings, and then deleted", async () => {
  const id = await check(bytesOf("100001,Ann Bell,nope,current", STAFF));
  await importIt(id);
  expect(await listProblems(id, 0, 9)).toMatchObject([{ line: 2, cells: ["100001", "Ann Bell", "nope", "current"] }]);
  const found = await getImport(id);
  expect(found?.head.map(({ label, examples }) => [label, examples])).toEqual(
    ["number", "name", "email", "standing"].map((label) => [label, []]),
  );
  expect(await db().registerImportRow.count()).toBe(1);
  await forgetImports(later(-1), later(23));
  expect([await db().registerImportRow.count(), areLeftOutKept(found?.finishedAt ?? null, later(23))]).toEqual([1, true]);
  await forgetImports(later(1), later(25));
  expect([await db().registerImportRow.count(), areLeftOutKept(found?.finishedAt ?? null, later(25))]).toEqual([0, false]);
});

test("a file of some of the members changes these and leaves everybody else alone", async () => {
  await before("100001", "100002", "900001");
  const id = await check(bytesOf("100001,Ann Bell,ann@example.org,lapsed"), true);
  expect(await getImport(id)).toMatchObject({ isPart: true, counts: { missing: 0, saidLapsed: 1 } });
  expect(await importIt(id)).toMatchObject({ ok: true });
  expect(await register()).toMatchObject({ 100001: "Ann Bell, lapsed", 100002: "Old 100002, current" });
});

test("rows with problems are all in the file to correct, however many there are", async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `${i + 1},Name,nope,current`);
  const id = await check(bytesOf(...rows, STAFF));
  const lines = [];
  for await (const piece of eachProblem(id)) lines.push(...piece.map(({ line }) => line));
  expect(lines).toEqual(rows.map((_row, i) => i + 2));
});

test("a file of which no row can be imported is not imported", async () => {
  const id = await check(bytesOf("100001,Ann Bell,nope,current", ",Bob,,current"));
  expect(await importIt(id)).toEqual({ ok: false, reason: "nothing-left" });
});

test("zeros that a spreadsheet took away come back once staff say so", async () => {
  const id = await check(bytesOf("001234,Ann,,current", "1235,Cy,,current", STAFF));
  expect((await getImport(id))?.counts).toMatchObject({ problems: 1, zeros: 1 });
  expect(await chooseZeros(staff, id, "add", NOW)).toMatchObject({ ok: true });
  await checkRows(id, NOW);
  expect((await getImport(id))?.counts).toMatchObject({ problems: 0, zeros: 0, new: 3 });
  await importIt(id, false);
  expect(Object.keys(await register()).sort()).toEqual(["001234", "001235", "900001"]);
});

test("staff choose how letters are to be read where it is not certain", async () => {
  // The same bytes are French in one encoding and Czech in the other.
  const rows = ["100001,No\xe8l,,current", "100002,Ji\xf8\xed,,current", STAFF];
  const id = await receive(Buffer.from(["number,name,email,standing", ...rows].join("\n"), "latin1"));
  const found = await getImport(id);
  expect(found?.readings).toEqual(
    expect.arrayContaining([
      { encoding: "windows-1252", names: ["Noèl", "Jiøí"] },
      { encoding: "windows-1250", names: ["Nočl", "Jiří"] },
    ]),
  );
  expect(await chooseColumns(staff, id, COLUMNS, NOW)).toEqual({ ok: false, reason: "gone" });
  expect(await chooseReading(staff, id, "utf-8", NOW)).toEqual({ ok: false, reason: "gone" });
  expect(await chooseReading(staff, id, "windows-1250", NOW)).toMatchObject({ ok: true });
  expect(await getImport(id)).toMatchObject({ encoding: "windows-1250", readings: [], rows: 3 });
  await chooseColumns(staff, id, { ...COLUMNS, standing: null }, NOW);
  await checkRows(id, NOW);
  await importIt(id, false);
  expect(await register()).toMatchObject({ 100002: "Jiří, current" });
});

test("members may choose none of it", async () => {
  const viewer = viewerOf(await insertMember({}));
  const id = await check(readFileSync("testing/register/quotes-inside.csv"));
  const no = { ok: false, reason: "not-staff" };
  expect(await chooseZeros(viewer, id, "add", NOW)).toEqual(no);
  expect(await chooseReading(viewer, id, "utf-8", NOW)).toEqual(no);
});
