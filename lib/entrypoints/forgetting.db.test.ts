import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { forgetInBatches } from "@/lib/foundation/deadlines/forgetting";
import { Settings } from "@/lib/society/settings/settings";
import { insertMember } from "@/testing/people";
import { forgetOld } from "./forgetting";

const NOW = new Date("2026-12-01T03:00:00Z");
const FOREVER = { mails: 0, notices: 0, requests: 0, deletedAccounts: 0 };
const ago = (days: number) => addDays(NOW, -days, "Europe/London");
const forget = (retention: object) => forgetOld(Settings.parse({ retention: { ...FOREVER, ...retention } }), NOW);

beforeEach(async () => {
  await db().notification.deleteMany();
  await db().supportRequest.deleteMany();
});

async function insertMail(memberId: string, createdAt: Date, status = "sent"): Promise<string> {
  const words = { toAddress: "ann@example.org", subject: "About Ann", html: "<p>Ann</p>", text: "Ann" };
  const data = {
    key: randomUUID(),
    memberId,
    kind: "letter",
    createdAt,
    status,
    ...words,
    nextAttemptAt: status === "waiting" ? NOW : null,
  };
  return (await db().mail.create({ data, select: { key: true } })).key;
}

test("old mails lose their words and their address, and keep their key, kind and dates", async () => {
  const { id } = await insertMember();
  const [old, failed, young, waiting] = [
    await insertMail(id, ago(31)),
    await insertMail(id, ago(31), "failed"),
    await insertMail(id, ago(29)),
    await insertMail(id, ago(31), "waiting"),
  ];
  expect((await forget({})).mails).toBeUndefined();
  expect((await forget({ mails: 30 })).mails).toBe(2);
  const mailOf = (key: string) => db().mail.findUniqueOrThrow({ where: { key } });
  const emptied = await mailOf(old);
  expect(emptied).toMatchObject({ kind: "letter", status: "sent", createdAt: ago(31), toAddress: null });
  expect(JSON.stringify(emptied)).not.toContain("Ann");
  // With nothing left of it, staff cannot send it again.
  expect((await mailOf(failed)).status).toBe("overtaken");
  for (const key of [young, waiting]) expect((await mailOf(key)).html).toBe("<p>Ann</p>");
  expect((await forget({ mails: 30 })).mails).toBe(0);
});

test("old notices go, and requests that were solved long ago with all that is in them", async () => {
  const { id } = await insertMember();
  for (const [key, days] of [
    ["old", 31],
    ["young", 29],
  ] as const)
    await db().notification.create({ data: { key, memberId: id, kind: "letter", createdAt: ago(days) } });
  for (const [state, days, reference] of [
    ["solved", 31, "H-22222"],
    ["solved", 29, "H-33333"],
    ["open", 31, "H-44444"],
  ] as const) {
    const requestId = randomUUID();
    const about = { category: "other", subject: "Help", openedAt: ago(99), waitingSince: ago(days) };
    await db().supportRequest.create({ data: { id: requestId, reference, memberId: id, state, ...about } });
    const entry = { id: randomUUID(), requestId, authorId: id, kind: "member", words: "Please", at: ago(99) };
    await db().supportEntry.create({ data: entry });
  }
  expect(await forget({ notices: 30, requests: 30 })).toMatchObject({ notices: 1, requests: 1 });
  expect(await db().notification.findMany({ select: { key: true } })).toEqual([{ key: "young" }]);
  const left = await db().supportRequest.findMany({ select: { reference: true }, orderBy: { reference: "asc" } });
  expect(left).toEqual([{ reference: "H-33333" }, { reference: "H-44444" }]);
  expect(await db().supportEntry.count({ where: { authorId: id } })).toBe(2);
});

test("deleted accounts are announced once, with two weeks to come back", async () => {
  const gone = await insertMember({ status: "deleted", deletedAt: ago(366) });
  await insertMember({ status: "deleted", deletedAt: ago(364) });
  await insertMember({ status: "active" });
  expect((await forget({ deletedAccounts: 365 })).deletedAccounts).toBe(1);
  expect((await forget({ deletedAccounts: 365 })).deletedAccounts).toBe(0);
  const { eraseDueAt, erasedAt } = await db().member.findUniqueOrThrow({ where: { id: gone.id } });
  expect([eraseDueAt, erasedAt]).toEqual([addDays(NOW, 14, "Europe/London"), null]);
  const mails = await db().mail.findMany({ where: { memberId: gone.id }, select: { kind: true, data: true } });
  expect(mails).toEqual([{ kind: "erasure-due", data: { eraseAt: eraseDueAt?.toISOString() } }]);
});

test("a night does a bounded amount, in batches, and the next one goes on", async () => {
  const batches: number[] = [];
  let left = 450_000;
  const remove = async (limit: number) => {
    const count = Math.min(limit, left);
    batches.push(count);
    left -= count;
    return count;
  };
  expect(await forgetInBatches(remove)).toBe(200_000);
  expect(Math.max(...batches)).toBe(5_000);
  expect([await forgetInBatches(remove), await forgetInBatches(remove), left]).toEqual([200_000, 50_000, 0]);
});

test("the plans of the night read old rows alone", async () => {
  const plan = (query: string) =>
    db().$transaction(async (step) => {
      // A test has few rows, of which reading all is the quickest.
      await step.$executeRawUnsafe("SET LOCAL enable_seqscan = off");
      return JSON.stringify(await step.$queryRawUnsafe(`EXPLAIN (FORMAT JSON) ${query}`));
    });
  const due = `SELECT "id" FROM "members" WHERE "status" = 'deleted' AND "erasedAt" IS NULL AND "deletedAt" < now() ORDER BY "deletedAt", "id" LIMIT 9`;
  expect(await plan(due)).toContain("members_deleted");
  const mails = `SELECT "key" FROM "mails" WHERE "toAddress" IS NOT NULL AND "status" <> 'waiting' AND "createdAt" < now() ORDER BY "createdAt", "key" LIMIT 9`;
  expect(await plan(mails)).toContain("mails_to_empty");
});
