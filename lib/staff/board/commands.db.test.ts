import { beforeEach, expect, test } from "vitest";
import { runNightly } from "@/lib/entrypoints/scheduled-work";
import { db } from "@/lib/foundation/db/client";
import { changeSection } from "@/lib/society/settings/commands";
import { SECTIONS } from "@/lib/society/settings/sections";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/society/settings/settings";
import { empty } from "@/testing/empty";
import { insertMember, type TestMember } from "@/testing/people";
import { tellReaders } from "./commands";

const day = (date: string) => new Date(`${date}T03:00:00Z`);
let [staff, admin]: TestMember[] = [];

beforeEach(async () => {
  await empty("members", "mails", "settings");
  [staff, admin] = [await insertMember({ staff: "staff" }), await insertMember({ staff: "admin" })];
});

const readBy = (...readers: (TestMember | undefined)[]): Settings => ({
  ...DEFAULT_SETTINGS,
  board: { readers: readers.map((one) => one?.id ?? ""), day: 5 },
});
const mails = () =>
  db().mail.findMany({
    where: { kind: "board-ready" },
    orderBy: { key: "asc" },
    select: { key: true, memberId: true, data: true },
  });

test("each reader is told once for a month, however often the nightly job runs, and again the month after", async () => {
  const settings = readBy(staff, admin);
  expect(await tellReaders(settings, day("2026-11-04"))).toBe(0);
  expect(await tellReaders(settings, day("2026-11-05"))).toBe(2);
  expect(
    await Promise.all([5, 6, 30].map((one) => tellReaders(settings, day(`2026-11-${one < 10 ? "0" : ""}${one}`)))),
  ).toEqual([0, 0, 0]);
  // Notices are forgotten before mails are.
  await db().notification.deleteMany({});
  expect(await tellReaders(settings, day("2026-11-30"))).toBe(0);
  expect(await mails()).toHaveLength(2);
  expect((await mails())[0]?.data).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(await tellReaders(settings, day("2026-12-05"))).toBe(2);
});

test("two nightly jobs at once tell nobody twice", async () => {
  const settings = readBy(staff);
  await Promise.all([1, 2, 3].map(() => tellReaders(settings, day("2026-11-05"))));
  expect(await mails()).toHaveLength(1);
});

test("only those who are staff today, whoever was named", async () => {
  const [member, suspended] = [await insertMember(), await insertMember({ staff: "staff", status: "suspended" })];
  expect(await tellReaders(readBy(member, suspended, staff), day("2026-11-05"))).toBe(1);
  expect((await mails()).map(({ memberId }) => memberId)).toEqual([staff?.id]);
});

test("who wants no such mails gets none, and is told in the product once", async () => {
  await db().notificationChoice.create({
    data: { memberId: staff?.id ?? "", group: "account", choice: "none", changedAt: day("2026-11-01") },
    select: { memberId: true },
  });
  expect(await tellReaders(readBy(staff), day("2026-11-05"))).toBe(1);
  expect(await tellReaders(readBy(staff), day("2026-11-06"))).toBe(0);
  expect(await mails()).toEqual([]);
});

test("an administrator names readers in the settings, and the nightly job tells them", async () => {
  await runNightly(day("2026-11-05"));
  expect(await mails()).toEqual([]);
  const actor = { memberId: admin?.id ?? "", staff: "admin" } as const;
  const typed = { readers: `${staff?.id}, ${admin?.id}`, day: "3" };
  const base = SECTIONS.board.read(DEFAULT_SETTINGS);
  const saved = await changeSection(actor, "board", { typed, base, take: [] }, day("2026-11-05"));
  expect(saved.ok).toBe(true);
  await runNightly(day("2026-11-06"));
  expect((await mails()).map(({ memberId }) => memberId).sort()).toEqual([staff?.id, admin?.id].sort());
});
