import { expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Claims } from "./claims";
import { recordSignIn } from "./record-sign-in";

const NOW = new Date("2026-06-01T09:00:00Z");
let people = 0;

function person(change: Partial<Claims> = {}): Claims {
  const n = ++people;
  const subject = `subject-${n}`;
  return {
    issuer: "https://society.example",
    subject,
    number: `9${n}`,
    name: `Person ${n}`,
    email: `p${n}@example.org`,
    standing: "current",
    ...change,
  };
}

async function signIn(claims: Claims): Promise<string> {
  const result = await recordSignIn(claims, NOW);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

test("the first sign-in makes the account, later ones refresh what the society says", async () => {
  const claims = person();
  const id = await signIn(claims);
  expect(await signIn({ ...claims, name: "New Name", email: "new@example.org" })).toBe(id);
  const member = await db().member.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, lastSignedInAt: true },
  });
  expect(member).toEqual({ name: "New Name", email: "new@example.org", lastSignedInAt: NOW });
  const facts = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { fact: true } });
  expect(facts.map(({ fact }) => fact)).toEqual(["registered", "signed-in"]);
});

test("people are the issuer's subjects: the same e-mail or name is nobody's proof", async () => {
  const first = person();
  const id = await signIn(first);
  const namesake = person({ name: first.name, email: first.email });
  expect(await signIn(namesake)).not.toBe(id);
  const elsewhere = person({ issuer: "https://elsewhere.example", subject: first.subject });
  expect(await signIn(elsewhere)).not.toBe(id);
});

test("a number that is another person's is refused, and changes nobody", async () => {
  const first = person();
  const id = await signIn(first);
  expect(await recordSignIn(person({ number: first.number }), NOW)).toEqual({ ok: false, reason: "number" });
  const second = person();
  await signIn(second);
  expect(await recordSignIn({ ...second, number: first.number }, NOW)).toEqual({ ok: false, reason: "number" });
  expect(await db().member.count({ where: { number: first.number } })).toBe(1);
  expect((await db().member.findUniqueOrThrow({ where: { id }, select: { name: true } })).name).toBe(first.name);
});

test("lapsed: no account is made, and one that is there says so to others", async () => {
  const stranger = person({ standing: "lapsed" });
  expect(await recordSignIn(stranger, NOW)).toEqual({ ok: false, reason: "lapsed" });
  expect(await db().member.count({ where: { number: stranger.number } })).toBe(0);
  const claims = person();
  const id = await signIn(claims);
  expect(await recordSignIn({ ...claims, standing: "lapsed" }, NOW)).toEqual({ ok: false, reason: "lapsed" });
  expect((await db().member.findUniqueOrThrow({ where: { id }, select: { standing: true } })).standing).toBe("lapsed");
  expect(await signIn(claims)).toBe(id);
});

test("a suspended account does not get in", async () => {
  const claims = person();
  const id = await signIn(claims);
  await db().member.update({ where: { id }, data: { status: "suspended" }, select: { id: true } });
  expect(await recordSignIn(claims, NOW)).toEqual({ ok: false, reason: "suspended" });
});

test("somebody who deleted their account is asked whether they come back, and nothing happens before they say so", async () => {
  const claims = person();
  const id = await signIn(claims);
  await db().member.update({ where: { id }, data: { status: "deleted" }, select: { id: true } });
  expect(await recordSignIn(claims, NOW)).toEqual({ ok: true, value: id });
  expect(await recordSignIn({ ...claims, standing: "lapsed" }, NOW)).toEqual({ ok: false, reason: "lapsed" });
  expect(await db().member.findUniqueOrThrow({ where: { id }, select: { status: true } })).toEqual({ status: "deleted" });
  expect(await db().auditEvent.count({ where: { subjectId: id, fact: "signed-in" } })).toBe(0);
});

test("twenty first sign-ins at once make one account", async () => {
  const claims = person();
  const results = await Promise.all(Array.from({ length: 20 }, () => recordSignIn(claims, NOW)));
  expect(new Set(results.map((result) => (result.ok ? result.value : result.reason))).size).toBe(1);
});
