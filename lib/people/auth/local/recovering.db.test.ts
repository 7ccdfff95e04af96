import { describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { insertLocalMember, kindsTo, later, NOW, newcomer, PASSWORD, secretFor } from "@/testing/auth/accounts";
import { logIn } from "./credentials";
import { findResetOwner, resetPassword, sendLink } from "./recovering";
import { register } from "./registering";

const NEXT = "a bicycle with square wheels";
const epochOf = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id } })).sessionEpoch;

async function forgotten(values: Parameters<typeof insertLocalMember>[0] = {}) {
  const member = await insertLocalMember(values);
  await sendLink(member.email, "reset", null, NOW);
  return { member, secret: await secretFor(member.id, "reset-password") };
}

describe("a forgotten password", () => {
  test("a link by mail, by address or number, chooses a new one and ends every session", async () => {
    const { member, secret } = await forgotten();
    expect(await findResetOwner(secret, later(59))).toEqual({ number: member.number, name: member.name, email: member.email });
    expect(await resetPassword(secret, NEXT, later(59))).toEqual({ ok: true, value: null });
    expect(await epochOf(member.id)).toBe(1);
    expect(await logIn({ identifier: member.email, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
    expect(await logIn({ identifier: member.email, password: NEXT }, null, NOW)).toMatchObject({
      ok: true,
      value: { memberId: member.id },
    });
    expect(await kindsTo(member.id)).toEqual(["reset-password", "password-changed"]);
    await sendLink(member.number, "reset", null, NOW);
    expect((await kindsTo(member.id)).filter((kind) => kind === "reset-password")).toHaveLength(2);
  });

  test("the link works once, for an hour", async () => {
    const { secret } = await forgotten();
    expect(await resetPassword(secret, NEXT, later(60))).toEqual({ ok: false, reason: "dead-link" });
    expect(await findResetOwner(secret, later(60))).toBeNull();
    expect((await resetPassword(secret, NEXT, later(1))).ok).toBe(true);
    expect(await resetPassword(secret, `${NEXT}!`, later(2))).toEqual({ ok: false, reason: "dead-link" });
    expect(await findResetOwner(secret, later(2))).toBeNull();
  });

  test("used twice at once, it has one winner; another link of the same member is over with it", async () => {
    const { member, secret } = await forgotten();
    await sendLink(member.email, "reset", null, later(1));
    const other = await secretFor(member.id, "reset-password");
    expect(other).not.toBe(secret);
    const choices = [secret, secret, secret, other, other].map((link, i) => ({ link, password: `${NEXT} ${i}` }));
    const results = await Promise.all(choices.map(({ link, password }) => resetPassword(link, password, later(2))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = choices[results.findIndex(({ ok }) => ok)]?.password ?? "";
    expect((await logIn({ identifier: member.email, password: winner }, null, NOW)).ok).toBe(true);
    expect(await epochOf(member.id)).toBe(1);
    expect((await kindsTo(member.id)).filter((kind) => kind === "password-changed")).toHaveLength(1);
  });

  test("a password that cannot be one leaves the link as it was", async () => {
    const { member, secret } = await forgotten({ email: "long.address.of.mine@example.org" });
    expect(await resetPassword(secret, "short", NOW)).toEqual({ ok: false, reason: "too-short" });
    expect(await resetPassword(secret, member.email, NOW)).toEqual({ ok: false, reason: "about-you" });
    expect((await resetPassword(secret, NEXT, NOW)).ok).toBe(true);
  });

  test("a member who came from the society's own sign-in can have a password so", async () => {
    const { member, secret } = await forgotten();
    await db().password.delete({ where: { memberId: member.id }, select: { memberId: true } });
    expect(await logIn({ identifier: member.number, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
    expect((await resetPassword(secret, NEXT, NOW)).ok).toBe(true);
    expect((await logIn({ identifier: member.number, password: NEXT }, null, NOW)).ok).toBe(true);
  });

  test("whoever has only registered gets that link again; nobody else gets anything", async () => {
    const input = await newcomer();
    await register(input, null, NOW);
    const mails = await db().mail.count();
    await sendLink(input.email, "reset", null, NOW);
    const { memberId } = await db().registration.findFirstOrThrow({ where: { email: input.email } });
    expect(await kindsTo(memberId)).toEqual(["verify-email", "verify-email"]);
    await sendLink("nobody@example.org", "reset", null, NOW);
    expect(await db().mail.count()).toBe(mails + 1);
  });
});

describe("Account Login", () => {
  test("refuses the suspended and the lapsed with the right password only, and lets the departed as far as the question", async () => {
    const suspended = await insertLocalMember({ status: "suspended" });
    const lapsed = await insertLocalMember({ standing: "lapsed" });
    const gone = await insertLocalMember({ status: "deleted" });
    const tryWith = (number: string, password: string) => logIn({ identifier: number, password }, null, NOW);
    for (const { number } of [suspended, lapsed, gone]) {
      expect(await tryWith(number, "something else")).toEqual({ ok: false, reason: "wrong" });
    }
    expect(await tryWith(suspended.number, PASSWORD)).toEqual({ ok: false, reason: "suspended" });
    expect(await tryWith(lapsed.number, PASSWORD)).toEqual({ ok: false, reason: "lapsed" });
    expect(await tryWith(gone.number, PASSWORD)).toMatchObject({ ok: true, value: { memberId: gone.id } });
    expect(
      await db().auditEvent.count({ where: { fact: "signed-in", subjectId: { in: [suspended.id, lapsed.id, gone.id] } } }),
    ).toBe(0);
  });

  test("standing is what the register says now", async () => {
    const { number } = await newcomer({}, { standing: "lapsed" });
    const member = await insertLocalMember({ number });
    const enter = () => logIn({ identifier: number, password: PASSWORD }, null, NOW);
    expect(await enter()).toEqual({ ok: false, reason: "lapsed" });
    expect((await db().member.findUniqueOrThrow({ where: { number } })).standing).toBe("lapsed");
    await db().registerEntry.update({ where: { number }, data: { standing: "current" }, select: { number: true } });
    expect(await enter()).toMatchObject({ ok: true, value: { memberId: member.id } });
  });
});
