import { hash as hashAt, parseOptions } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { insertLocalMember, kindsTo, later, NOW, PASSWORD, secretFor } from "@/testing/auth/accounts";
import { type TestMember, viewerOf } from "@/testing/people";
import { askForNewEmail, changeEmail, changePassword, findNewEmail } from "./changing";
import { logIn } from "./credentials";
import { resetPassword, sendLink } from "./recovering";

const NEXT = "a bicycle with square wheels";
const fresh = (id: string) => db().member.findUniqueOrThrow({ where: { id } });

async function asking(email: string): Promise<{ member: TestMember; secret: string }> {
  const member = await insertLocalMember();
  const asked = await askForNewEmail(viewerOf(member), { password: PASSWORD, email }, null, NOW);
  if (!asked.ok) throw new Error(asked.reason);
  return { member, secret: await secretFor(member.id, "change-email") };
}

describe("a member's own change of password", () => {
  test("needs the one they have, ends every session and older links, and is told by mail", async () => {
    const member = await insertLocalMember();
    const viewer = viewerOf(member);
    await sendLink(member.email, "reset", null, NOW);
    const link = await secretFor(member.id, "reset-password");
    const change = (current: string, next: string) => changePassword(viewer, { current, next }, null, NOW);
    expect(await change("a wrong guess", NEXT)).toEqual({ ok: false, reason: "wrong" });
    expect(await change(PASSWORD, "password2026")).toEqual({ ok: false, reason: "too-common" });
    expect((await fresh(member.id)).sessionEpoch).toBe(0);
    expect(await change(PASSWORD, NEXT)).toEqual({ ok: true, value: null });
    expect((await fresh(member.id)).sessionEpoch).toBe(1);
    expect((await logIn({ identifier: member.number, password: NEXT }, null, NOW)).ok).toBe(true);
    expect(await kindsTo(member.id)).toEqual(["reset-password", "password-changed"]);
    expect(await resetPassword(link, `${NEXT}!`, NOW)).toEqual({ ok: false, reason: "dead-link" });
  });

  test("two at once have one winner", async () => {
    const member = await insertLocalMember();
    const next = [NEXT, `${NEXT} too`];
    const results = await Promise.all(
      next.map((password) => changePassword(viewerOf(member), { current: PASSWORD, next: password }, null, NOW)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await fresh(member.id)).sessionEpoch).toBe(1);
    const winner = next[results.findIndex(({ ok }) => ok)] ?? "";
    expect((await logIn({ identifier: member.number, password: winner }, null, NOW)).ok).toBe(true);
  });
});

describe("a new e-mail address", () => {
  test("is theirs once the link that went there is used; the old one is told", async () => {
    const { member, secret } = await asking("brand.new@example.org");
    expect(await findNewEmail(secret, NOW)).toBe("brand.new@example.org");
    expect((await fresh(member.id)).email).toBe(member.email);
    expect(await changeEmail(secret, later(60))).toEqual({ ok: true, value: { memberId: member.id } });
    expect(await fresh(member.id)).toMatchObject({
      email: "brand.new@example.org",
      emailVerifiedAt: later(60),
      sessionEpoch: 1,
    });
    expect(await changeEmail(secret, later(61))).toEqual({ ok: false, reason: "dead-link" });
    await deliverMails(later(62));
    const mails = await db().mail.findMany({ where: { memberId: member.id }, orderBy: { createdAt: "asc" } });
    expect(mails.map(({ kind, toAddress, status }) => [kind, toAddress, status])).toEqual([
      ["change-email", "brand.new@example.org", "sent"],
      ["email-changed", member.email, "sent"],
    ]);
  });

  test("needs the password, and is not the one they have", async () => {
    const member = await insertLocalMember();
    const ask = (password: string, email: string) => askForNewEmail(viewerOf(member), { password, email }, null, NOW);
    expect(await ask("a wrong guess", "else@example.org")).toEqual({ ok: false, reason: "wrong" });
    expect(await ask(PASSWORD, member.email.toUpperCase())).toEqual({ ok: false, reason: "same" });
    expect(await kindsTo(member.id)).toEqual([]);
  });

  test("the address of somebody else gets the same answer, and its holder is told", async () => {
    const [member, holder] = [await insertLocalMember(), await insertLocalMember()];
    const asked = await askForNewEmail(viewerOf(member), { password: PASSWORD, email: holder.email.toUpperCase() }, null, NOW);
    expect(asked).toEqual({ ok: true, value: null });
    expect(await kindsTo(member.id)).toEqual([]);
    expect(await kindsTo(holder.id)).toEqual(["account-exists"]);
  });

  test("two who were sent a link to one address use it at once: one has it", async () => {
    const pairs = await Promise.all([asking("contested@example.org"), asking("Contested@example.org")]);
    const results = await Promise.all(pairs.map(({ secret }) => changeEmail(secret, NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "taken" });
  });

  test("the link is over after a day, and after a change of password", async () => {
    const late = await asking("late@example.org");
    expect(await changeEmail(late.secret, later(24 * 60))).toEqual({ ok: false, reason: "dead-link" });
    const { member, secret } = await asking("overtaken@example.org");
    await changePassword(viewerOf(member), { current: PASSWORD, next: NEXT }, null, NOW);
    expect(await changeEmail(secret, NOW)).toEqual({ ok: false, reason: "dead-link" });
    expect((await fresh(member.id)).email).toBe(member.email);
  });
});

test("whoever logs in has a hash at the cost of today afterwards, and only with the right password", async () => {
  const member = await insertLocalMember();
  const cheap = await hashAt(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const where = { memberId: member.id };
  const kept = () => db().password.findUniqueOrThrow({ where, select: { hash: true, changedAt: true } });
  const { hash: usual, changedAt } = await kept();
  await db().password.update({ where, data: { hash: cheap }, select: { memberId: true } });
  const enter = (password: string) => logIn({ identifier: member.email, password }, null, NOW);
  expect((await enter("a wrong guess")).ok).toBe(false);
  expect((await kept()).hash).toBe(cheap);
  expect((await enter(PASSWORD)).ok).toBe(true);
  const renewed = await kept();
  expect(parseOptions(renewed.hash)).toEqual(parseOptions(usual));
  expect(renewed.changedAt).toEqual(changedAt);
  expect((await enter(PASSWORD)).ok).toBe(true);
  expect((await kept()).hash).toBe(renewed.hash);
});
