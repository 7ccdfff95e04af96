import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { dieEverywhere, type Moment, runDying } from "@/testing/child";
import { insertMember, viewerOf } from "@/testing/people";
import { checkRows } from "./check";
import { checkAgain, chooseColumns, chooseWords, importChecked, receiveFile, saveEntries } from "./commands";
import { getImport } from "./queries";
import { SILENT_SECONDS } from "./register-import";

const NOW = new Date("2026-11-20T13:20:00Z");
/** However slow the machine was meanwhile. */
const LATER = new Date(NOW.getTime() + (SILENT_SECONDS + 600) * 1000);
const staff = viewerOf(await insertMember({ number: "900001", staff: "staff" }));
const member = await insertMember({ number: "100001" });

const OLD = { 100001: "current", 100002: "current", 900001: "current" };
const NEW = { 100001: "lapsed", 100002: "lapsed", 100003: "current", 900001: "current" };
const FILE = ["number,name,email,standing", "100001,Ann,,lapsed", "100003,Cem,,current", "900001,Sam,,current"].join("\n");

async function standings(): Promise<Record<string, string>> {
  const entries = await db().registerEntry.findMany({ orderBy: { number: "asc" }, select: { number: true, standing: true } });
  return Object.fromEntries(entries.map(({ number, standing }) => [number, standing]));
}

/** A file that is handed in, with its columns and words known; its rows are to be read. */
async function begin(): Promise<string> {
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
  await db().member.updateMany({ data: { standing: "current" } });
  await saveEntries(
    Object.keys(OLD).map((number) => ({ number, name: `Name ${number}`, email: null, standing: "current" as const })),
    NOW,
  );
  const received = await receiveFile(staff, { name: "register.csv", bytes: new TextEncoder().encode(FILE) }, NOW);
  if (!received.ok) throw new Error(received.reason);
  const columns = { isPart: false, number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3 };
  await chooseColumns(staff, received.value, columns, NOW);
  await chooseWords(staff, received.value, { current: ["current"], lapsed: ["lapsed"] }, NOW);
  return received.value;
}

const die = (nth: number, moment: Moment, step: "check" | "import", id: string) =>
  runDying("testing/register/killed-import.ts", [String(nth), moment, step, id, JSON.stringify(staff), NOW.toISOString()]);

test("a reading that dies at any of its statements changes nothing, and is done by beginning again", {
  timeout: 3_600_000,
}, async () => {
  const deaths = await dieEverywhere(6, async (nth, moment) => {
    const id = await begin();
    const wasKilled = await die(nth, moment, "check", id);
    expect(await standings()).toEqual(OLD);
    if ((await getImport(id))?.state === "checking") {
      expect(await checkAgain(staff, id, LATER)).toMatchObject({ ok: true });
      await checkRows(id, LATER);
    }
    expect(await getImport(id)).toMatchObject({ state: "checked", rowsRead: 3, counts: { new: 1, missing: 1, saidLapsed: 1 } });
    expect(await db().registerImportRow.count({ where: { importId: id } })).toBe(3);
    return wasKilled;
  });
  expect(deaths).toBeGreaterThan(0);
});

test("an import that dies at any of its statements is whole or nothing, and is done by doing it again", {
  timeout: 3_600_000,
}, async () => {
  const deaths = await dieEverywhere(7, async (nth, moment) => {
    const id = await begin();
    await checkRows(id, NOW);
    const wasKilled = await die(nth, moment, "import", id);
    // A statement on its way when the process died may still be at work.
    expect([OLD, NEW]).toContainEqual(await standings());
    expect(await importChecked(staff, id, { mayLapseMany: true }, LATER)).toEqual({ ok: true, value: null });
    expect(await standings()).toEqual(NEW);
    expect(await db().member.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({ standing: "lapsed" });
    expect(await getImport(id)).toMatchObject({ state: "imported" });
    const facts = await db().auditEvent.findMany({ where: { data: { path: ["import"], equals: id } }, select: { fact: true } });
    expect(facts.map(({ fact }) => fact).sort()).toEqual(["lapsed", "register-imported", "register-received"]);
    expect(await db().registerImportRow.count({ where: { importId: id } })).toBe(0);
    return wasKilled;
  });
  expect(deaths).toBeGreaterThan(0);
});
