import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertMember, type TestMember, viewerOf } from "@/testing/people";
import { checkRows } from "./check";
import { checkAgain, chooseColumns, chooseWords, dropImport, importChecked, receiveFile, saveEntries } from "./commands";
import { findLatestImport, findOpenImport, getImport, listImports, listProblems, listShutOut } from "./queries";
import { beginRun, finishRun, stage } from "./save";
import { forgetImports } from "./upkeep";

const NOW = new Date("2026-11-20T13:20:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const COLUMNS = { isPart: false, number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3 };
const WORDS = { current: ["current"], lapsed: ["lapsed"] };

let staff: TestMember;
let colleague: TestMember;
let member: TestMember;

beforeAll(async () => {
  staff = await insertMember({ number: "900001", staff: "staff" });
  colleague = await insertMember({ number: "900002", staff: "admin" });
  member = await insertMember({ number: "100001" });
});

beforeEach(async () => {
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
  await db().member.updateMany({ data: { standing: "current" } });
});

const entry = (number: string, standing: "current" | "lapsed" = "current") => ({
  number,
  name: `Name ${number}`,
  email: null,
  standing,
});
const csv = (...rows: string[]) => new TextEncoder().encode(["number,name,email,standing", ...rows].join("\n"));
const line = (number: string, standing = "current") => `${number},Name ${number},,${standing}`;

async function receive(bytes: Uint8Array, by = staff): Promise<string> {
  const received = await receiveFile(viewerOf(by), { name: "register.csv", bytes }, NOW);
  if (!received.ok) throw new Error(received.reason);
  return received.value;
}

/** As far as the dry run. */
async function check(bytes: Uint8Array, by = staff): Promise<string> {
  const id = await receive(bytes, by);
  expect(await chooseColumns(viewerOf(by), id, COLUMNS, NOW)).toEqual({ ok: true, value: "words" });
  expect(await chooseWords(viewerOf(by), id, WORDS, NOW)).toMatchObject({ ok: true });
  await checkRows(id, NOW);
  return id;
}

const importIt = (id: string, by = staff, mayLapseMany = true, at = NOW) =>
  importChecked(viewerOf(by), id, { mayLapseMany }, at);
const standings = async () =>
  Object.fromEntries(
    (await db().registerEntry.findMany({ orderBy: { number: "asc" } })).map(({ number, standing }) => [number, standing]),
  );
const standingOf = async ({ id }: TestMember) => (await db().member.findUniqueOrThrow({ where: { id } })).standing;

describe("an import", () => {
  test("says in a dry run what it would change, changes nothing, and then does just that", async () => {
    await saveEntries([entry("100001"), entry("100002"), entry("100003"), entry("100004"), entry("900001")], NOW);
    const id = await check(
      csv(line("100001", "lapsed"), line("100002"), "100003,Another Name,,current", line("100005"), line("900001")),
    );

    const found = await getImport(id);
    expect(found).toMatchObject({ state: "checked", rows: 5, rowsRead: 5 });
    const expected = { problems: 0, new: 1, changed: 2, unchanged: 2, missing: 1, saidLapsed: 1, currentBefore: 5 };
    expect(found?.counts).toMatchObject({ ...expected, accountsLapsing: 1, accountsBack: 0 });
    expect(await listShutOut(id, 5)).toEqual([{ name: member.name, number: "100001", isStaff: false }]);
    expect(await standings()).toMatchObject({ 100001: "current", 100004: "current" });

    expect(await importIt(id)).toEqual({ ok: true, value: null });
    expect(await standings()).toEqual({
      ...{ 100001: "lapsed", 100002: "current", 100003: "current", 100004: "lapsed", 100005: "current", 900001: "current" },
    });
    expect(await db().registerEntry.findUnique({ where: { number: "100003" } })).toMatchObject({
      name: "Another Name",
      surnameKey: "name",
    });
    expect(await standingOf(member)).toBe("lapsed");
    expect(await standingOf(staff)).toBe("current");
    expect((await findLatestImport())?.counts).toEqual(found?.counts);
    expect(await db().registerImportRow.count()).toBe(0);
    expect(await db().registerImport.findUnique({ where: { id } })).toMatchObject({ state: "imported", file: null, head: [] });
    const audit = await db().auditEvent.findMany({ where: { data: { path: ["import"], equals: id } }, orderBy: { id: "asc" } });
    expect(audit.map(({ fact, subject, actorId }) => [fact, subject, actorId]).sort()).toEqual([
      ["lapsed", "member", staff.id],
      ["register-imported", "register", staff.id],
      ["register-received", "register", staff.id],
    ]);
  });

  test("lets members in again who are back, and leaves those alone whom the register has never known", async () => {
    await saveEntries([entry("100001", "lapsed")], NOW);
    await db().member.update({ where: { id: member.id }, data: { standing: "lapsed" } });
    const id = await check(csv(line("100001")));
    expect((await getImport(id))?.counts).toMatchObject({ accountsBack: 1, accountsLapsing: 0 });
    expect(await importIt(id)).toMatchObject({ ok: true });
    expect(await standingOf(member)).toBe("current");
    expect(await standingOf(staff)).toBe("current");
  });

  test("is refused whole while one row has a problem, and the rows are listed with their lines", async () => {
    await saveEntries([entry("100009")], NOW);
    const id = await check(
      csv(
        line("100001"),
        ",Nobody,,current",
        "100003,Bad Mail,nope,current",
        line("100001"),
        line("100004", "?"),
        line("100005"),
      ),
    );
    expect(await listProblems(id, 0, 10)).toMatchObject([
      { line: 2, problem: "number-twice", said: "100001, again on line 5" },
      { line: 3, problem: "no-number", said: null },
      { line: 4, problem: "email", said: "nope" },
      { line: 5, problem: "number-twice", said: "100001, first on line 2" },
      { line: 6, problem: "standing", said: "?" },
    ]);
    expect(await listProblems(id, 4, 1)).toMatchObject([{ line: 5 }]);
    expect((await getImport(id))?.counts.problems).toBe(5);
    expect(await importIt(id)).toEqual({ ok: false, reason: "problems" });
    expect(await standings()).toEqual({ 100009: "current" });
  });

  test("asks before more than a tenth lapse", async () => {
    await saveEntries([entry("100011"), entry("100012")], NOW);
    const id = await check(csv(line("100011")));
    expect(await importIt(id, staff, false)).toEqual({ ok: false, reason: "many-lapse" });
    expect(await standings()).toEqual({ 100011: "current", 100012: "current" });
    expect(await importIt(id, staff, true)).toMatchObject({ ok: true });
    expect(await standings()).toEqual({ 100011: "current", 100012: "lapsed" });
  });

  test("shuts nobody of the staff out by their own hand", async () => {
    await saveEntries([entry("900001")], NOW);
    const id = await check(csv(line("100001")));
    expect(await listShutOut(id, 5)).toMatchObject([{ number: "900001", isStaff: true }]);
    expect(await importIt(id)).toEqual({ ok: false, reason: "yourself" });
    expect(await standingOf(staff)).toBe("current");
    expect(await importIt(id, colleague)).toMatchObject({ ok: true });
    expect(await standingOf(staff)).toBe("lapsed");
  });

  test("pressed twice at once is done once", async () => {
    const id = await check(csv(line("100001")));
    expect(await Promise.all([importIt(id), importIt(id)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await db().auditEvent.count({ where: { fact: "register-imported", data: { path: ["import"], equals: id } } })).toBe(
      1,
    );
  });

  test("waits for no other, but is checked anew when the register has been refreshed since", async () => {
    const id = await check(csv(line("100001")));
    await db().registerImport.create({
      data: {
        ...{
          id: crypto.randomUUID(),
          state: "imported",
          source: "machine",
          startedAt: NOW,
          changedAt: NOW,
          finishedAt: later(5),
        },
        ...{ fileName: "", digest: "x", encoding: "utf-8", delimiter: ",", rows: 0 },
      },
    });
    expect(await importIt(id)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await checkAgain(viewerOf(staff), id, later(6))).toMatchObject({ ok: true });
    await checkRows(id, later(6));
    expect(await importIt(id, staff, true, later(7))).toMatchObject({ ok: true });
  });
});

describe("one at a time", () => {
  test("a second upload is refused while one is open, also at the same moment; any of the staff may drop it", async () => {
    const given = { name: "a.csv", bytes: csv(line("100001")) };
    const both = await Promise.all([receiveFile(viewerOf(staff), given, NOW), receiveFile(viewerOf(colleague), given, NOW)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "another-open" });
    const open = await findOpenImport();
    expect(await dropImport(viewerOf(colleague), open?.id ?? "", NOW)).toMatchObject({ ok: true });
    expect(await findOpenImport()).toBeNull();
    expect(await db().auditEvent.count({ where: { fact: "register-import-dropped", actorId: colleague.id } })).toBe(1);
    expect(await dropImport(viewerOf(colleague), open?.id ?? "", NOW)).toEqual({ ok: false, reason: "gone" });
    expect((await listImports(null)).imports).toMatchObject([{ id: open?.id, state: "dropped" }]);
    expect((await receiveFile(viewerOf(staff), given, NOW)).ok).toBe(true);
  });

  test("members may do none of it", async () => {
    const id = await check(csv(line("100001")));
    const viewer = viewerOf(member);
    const no = { ok: false, reason: "not-staff" };
    expect(await receiveFile(viewer, { name: "a.csv", bytes: csv(line("1")) }, NOW)).toEqual(no);
    expect(await chooseColumns(viewer, id, COLUMNS, NOW)).toEqual(no);
    expect(await chooseWords(viewer, id, WORDS, NOW)).toEqual(no);
    expect(await checkAgain(viewer, id, NOW)).toEqual(no);
    expect(await importIt(id, member)).toEqual(no);
    expect(await dropImport(viewer, id, NOW)).toEqual(no);
    expect(await getImport(id)).toMatchObject({ state: "checked" });
    expect(await standings()).toEqual({});
  });
});

describe("a reading that was cut off", () => {
  test("leaves nothing in the register, can be begun again, and the older one goes on no more", async () => {
    const id = await receive(csv(line("100001"), line("100002")));
    await chooseColumns(viewerOf(staff), id, { ...COLUMNS, standing: null, email: null }, NOW);
    const first = await beginRun(id, NOW);
    const row = { line: 2, number: "100001", name: "A", surnameKey: "a", email: null, standing: "current" as const };
    const staged = { ...row, further: null, problem: null, said: null, keeps: null, cells: null };
    expect(await stage(id, first?.run ?? 0, [staged], () => NOW)).toBe(true);
    expect(await getImport(id)).toMatchObject({ state: "checking", rowsRead: 1 });
    expect(await importIt(id)).toEqual({ ok: false, reason: "gone" });

    expect(await checkAgain(viewerOf(staff), id, later(10))).toEqual({ ok: false, reason: "gone" });
    expect(await checkAgain(viewerOf(staff), id, later(60))).toMatchObject({ ok: true });
    await checkRows(id, later(60));
    expect(await getImport(id)).toMatchObject({ state: "checked", rowsRead: 2, counts: { new: 2 } });
    expect(await stage(id, first?.run ?? 0, [{ ...staged, line: 99, number: "100099" }], () => NOW)).toBe(false);
    expect(await finishRun(id, first?.run ?? 0, NOW)).toBe(false);
    expect(await standings()).toEqual({});
  });

  test("is dropped by the night when nobody goes on with it for a day", async () => {
    const id = await check(csv(line("100001")));
    expect(await forgetImports(later(-1 * 3600), later(23 * 3600))).toBe(0);
    expect(await forgetImports(later(3600), later(25 * 3600))).toBe(1);
    expect(await db().registerImport.findUnique({ where: { id } })).toMatchObject({ state: "dropped", file: null });
    expect(await db().registerImportRow.count()).toBe(0);
  });
});
