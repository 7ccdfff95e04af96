import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { DEFAULT_SETTINGS, Settings } from "@/lib/society/settings/settings";
import { insertMember } from "@/testing/people";
import type { Claims } from "./claims";
import { maySignInMove } from "./moved-sign-in";
import { recordSignIn } from "./record-sign-in";

const NOW = new Date("2026-06-01T09:00:00Z");
const OLD = { issuer: "https://old.example", subject: "old-1", number: "m720002", email: "Ann@example.org" };
const NEW: Claims = {
  ...{ issuer: "https://new.example", subject: "new-1", number: "m720002", email: "ann@example.org" },
  ...{ name: "Ann Bell", standing: "current" },
};

let version = 0;
async function openUntil(moveUntil: string | null): Promise<void> {
  const values = JSON.parse(JSON.stringify(Settings.parse({ signIn: { moveUntil } })));
  await db().settings.upsert({
    where: { id: 1 },
    create: { id: 1, version: ++version, values },
    update: { version: ++version, values },
    select: { id: true },
  });
}

const memberOf = (id: string) =>
  db().member.findUniqueOrThrow({
    where: { id },
    select: { issuer: true, subject: true, earlierIssuer: true, earlierSubject: true, sessionEpoch: true },
  });
const factsOf = async (id: string) =>
  (await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ fact }) => fact);

beforeEach(async () => {
  await db().member.deleteMany();
  await openUntil("2026-06-03");
});

test("whoever comes from the new sign-in with the same number and address keeps their account, and is told", async () => {
  const { id } = await insertMember(OLD);
  expect(await recordSignIn(NEW, NOW)).toEqual({ ok: true, value: id });
  const moved = {
    issuer: NEW.issuer,
    subject: NEW.subject,
    earlierIssuer: OLD.issuer,
    earlierSubject: OLD.subject,
    sessionEpoch: 1,
  };
  expect(await memberOf(id)).toEqual(moved);
  expect(await recordSignIn(NEW, NOW)).toEqual({ ok: true, value: id });
  expect(await memberOf(id)).toEqual(moved);
  expect(await factsOf(id)).toEqual(["sign-in-moved", "signed-in", "signed-in"]);
  expect(await db().mail.findMany({ where: { memberId: id }, select: { kind: true } })).toEqual([{ kind: "sign-in-moved" }]);
});

test.each<[string, Partial<Claims>]>([
  ["another address", { email: "ann@elsewhere.example" }],
  ["a lapsed membership", { standing: "lapsed" }],
])("nobody else gets it: %s", async (_what, change) => {
  const { id } = await insertMember(OLD);
  expect((await recordSignIn({ ...NEW, ...change }, NOW)).ok).toBe(false);
  expect(await memberOf(id)).toMatchObject({ issuer: OLD.issuer, subject: OLD.subject, sessionEpoch: 0 });
});

test("another number is another account, and an account of ours with a password stays its owner's", async () => {
  const { id } = await insertMember(OLD);
  const other = await recordSignIn({ ...NEW, number: "m720003" }, NOW);
  expect(other.ok && other.value).not.toBe(id);
  const local = await insertMember({ issuer: null, subject: null, number: "m720004", email: "local@example.org" });
  const asked = { ...NEW, subject: "new-4", number: "m720004", email: "local@example.org" };
  expect(await recordSignIn(asked, NOW)).toEqual({ ok: false, reason: "number" });
  expect(await memberOf(local.id)).toMatchObject({ issuer: null });
});

test("somebody who has an account by the new sign-in gets no second one by a change of number", async () => {
  const { id } = await insertMember(OLD);
  await recordSignIn({ ...NEW, number: "m720003" }, NOW);
  expect(await recordSignIn(NEW, NOW)).toEqual({ ok: false, reason: "number" });
  expect(await memberOf(id)).toMatchObject({ subject: OLD.subject });
});

test("a suspended account moves, and stays suspended", async () => {
  await insertMember({ ...OLD, status: "suspended" });
  expect(await recordSignIn(NEW, NOW)).toEqual({ ok: false, reason: "suspended" });
});

test("twenty first sign-ins at once move it once", async () => {
  const { id } = await insertMember(OLD);
  const all = await Promise.all(Array.from({ length: 20 }, () => recordSignIn(NEW, NOW)));
  expect(new Set(all.map((one) => one.ok && one.value))).toEqual(new Set([id]));
  expect(await memberOf(id)).toMatchObject({ earlierSubject: OLD.subject, sessionEpoch: 1 });
});

test("while it is not open, the number belongs to the account that has it", async () => {
  await insertMember(OLD);
  await openUntil(null);
  expect(await recordSignIn(NEW, NOW)).toEqual({ ok: false, reason: "number" });
});

test.each<[string | null, boolean]>([
  [null, false],
  ["2026-05-31", false],
  ["2026-06-01", true],
  ["2026-07-01", true],
  ["2026-07-03", false],
])("open until %s, on 1 June: %s", (moveUntil, isOpen) => {
  expect(maySignInMove({ ...DEFAULT_SETTINGS, signIn: { ...DEFAULT_SETTINGS.signIn, moveUntil } }, NOW)).toBe(isOpen);
});
