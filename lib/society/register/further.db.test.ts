import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { loadKnown } from "@/lib/people/privacy/queries";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { insertMember, viewerOf } from "@/testing/people";
import { checkRows } from "./check";
import { chooseColumns, importChecked, receiveFile } from "./commands";
import { pushRegister } from "./push";
import { getImport } from "./queries";

const NOW = new Date("2026-11-20T13:20:00Z");
const staff = viewerOf(await insertMember({ number: "900001", staff: "staff" }));
const ann = await insertMember({ number: "100001" });
const COLUMNS = { isPart: false, number: 0, name: 1, firstName: null, surname: null, email: null, standing: null };

beforeEach(async () => {
  await db().registerImport.deleteMany();
  await db().registerEntry.deleteMany();
  env().SIGN_IN = "federated";
});

async function importFile(lines: string[], further: number[]) {
  const bytes = new TextEncoder().encode(["number,name,Branch,Grade", "900001,Sam Staff,,", ...lines].join("\n"));
  const received = await receiveFile(staff, { name: "register.csv", bytes }, NOW);
  if (!received.ok) throw new Error(received.reason);
  const chosen = await chooseColumns(staff, received.value, { ...COLUMNS, further }, NOW);
  if (!chosen.ok) return chosen;
  await checkRows(received.value, NOW);
  const counts = (await getImport(received.value))?.counts;
  expect(await importChecked(staff, received.value, { mayLapseMany: true, leaveOut: false }, NOW)).toMatchObject({ ok: true });
  return counts;
}
const furtherOf = async (number: string) =>
  (await db().registerEntry.findUniqueOrThrow({ where: { number }, select: { further: true } })).further;

test("columns that staff chose are kept under their headings, others are not, and a change of one is a change", async () => {
  await importFile(["100001,Ann Bell,North ,Fellow"], [2]);
  expect(await furtherOf("100001")).toEqual({ Branch: "North" });
  expect(await furtherOf("900001")).toBeNull();
  expect(await importFile(["100001,Ann Bell,North,Fellow"], [2])).toMatchObject({ changed: 0, unchanged: 2 });
  expect(await importFile(["100001,Ann Bell,South,Fellow"], [2, 3])).toMatchObject({ changed: 1, unchanged: 1 });
  expect(await furtherOf("100001")).toEqual({ Branch: "South", Grade: "Fellow" });
});

test("staff read them on the member's page, and members in Download my data", async () => {
  await importFile(["100001,Ann Bell,North,Fellow"], [2]);
  expect((await findEntry(staff, ann.id))?.register).toMatchObject({ further: { Branch: "North" } });
  expect((await loadKnown(ann.id)).rows.get("register_entries")).toMatchObject([{ further: { Branch: "North" } }]);
});

test("the membership system, which sends none, leaves them; an upload without them takes them away", async () => {
  await importFile(["100001,Ann Bell,North,Fellow"], [2]);
  const pushed = ["number,name,email,standing", "900001,Sam Staff,,current", "100001,Ann Bell,ann@example.org,current"];
  const push = { bytes: new TextEncoder().encode(pushed.join("\n")), isJson: false, mayLapseMany: true };
  expect(await pushRegister(push, NOW)).toMatchObject({ ok: true });
  expect(await furtherOf("100001")).toEqual({ Branch: "North" });
  await importFile(["100001,Ann Bell,North,Fellow"], []);
  expect(await furtherOf("100001")).toBeNull();
});

test("a column is chosen once, and no more than ten of them", async () => {
  expect(await importFile(["100001,Ann Bell,North,Fellow"], [1])).toEqual({ ok: false, reason: "column-twice" });
  await db().registerImport.deleteMany();
  const many = Array.from({ length: 11 }, (_, i) => i + 2);
  expect(await importFile(["100001,Ann Bell,North,Fellow"], many)).toEqual({ ok: false, reason: "too-many-further" });
});
