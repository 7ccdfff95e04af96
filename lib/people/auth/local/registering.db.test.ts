import { describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import type { OutgoingMail } from "@/lib/notify/outbox/mail";
import {
  insertLocalMember,
  kindsTo,
  later,
  NOW,
  newcomer,
  PASSWORD,
  secretFor,
  secretOfRegistration,
} from "@/testing/auth/accounts";
import { insertMentor } from "@/testing/people";
import { logIn } from "./credentials";
import { forgetWhatIsOver } from "./forgetting";
import { secretOf } from "./link-secret";
import { sendLink } from "./recovering";
import { confirm, findRegistration, register } from "./registering";

const memberOf = (number: string) => db().member.findUnique({ where: { number } });

// First, while nothing is on the register.
test("before a register is imported the account waits for staff, and is nobody until then", async () => {
  const { number, ...input } = await newcomer();
  await db().registerEntry.deleteMany();
  expect(await register({ ...input, number }, null, NOW)).toEqual({ ok: true, value: null });
  const confirmed = await confirm(await secretOfRegistration(input.email), PASSWORD, NOW);
  expect(confirmed).toMatchObject({ ok: true, value: { isWaiting: true } });
  expect(await memberOf(number)).toMatchObject({ status: "waiting", isMentor: true, emailVerifiedAt: NOW });
  expect(await logIn({ identifier: number, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "waiting" });
  expect(await logIn({ identifier: number, password: "a wrong guess" }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
  expect(await db().auditEvent.count({ where: { fact: "signed-in" } })).toBe(0);
  const { id } = await insertMentor({}, { status: "waiting" });
  expect(await db().mentorListing.findUnique({ where: { memberId: id } })).toBeNull();
  await db().member.update({ where: { id }, data: { status: "active" }, select: { id: true } });
  expect(await db().mentorListing.findUnique({ where: { memberId: id } })).not.toBeNull();
});

describe("Create account", () => {
  test("makes nobody until the address is confirmed, then a member in the chosen role who can log in", async () => {
    const input = await newcomer();
    expect(await register(input, null, NOW)).toEqual({ ok: true, value: null });
    expect(await memberOf(input.number)).toBeNull();
    expect(await logIn({ identifier: input.email, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
    const confirmed = await confirm(await secretOfRegistration(input.email), PASSWORD, later(10));
    const member = await memberOf(input.number);
    expect(confirmed).toEqual({ ok: true, value: { memberId: member?.id, isWaiting: false } });
    expect(member).toMatchObject({ name: input.name, email: input.email, status: "active", isMentor: true, isMentee: false });
    expect(await db().registration.count({ where: { number: input.number } })).toBe(0);
    for (const identifier of [input.number, input.email.toUpperCase()]) {
      expect(await logIn({ identifier, password: PASSWORD }, null, NOW)).toMatchObject({
        ok: true,
        value: { memberId: member?.id },
      });
    }
    const facts = await db().auditEvent.findMany({ where: { subjectId: member?.id ?? "" }, orderBy: { id: "asc" } });
    expect(facts.map(({ fact }) => fact)).toEqual(["registered", "joined", "signed-in", "signed-in"]);
  });

  test("keeps no password that can be read, and no link that can be used", async () => {
    const input = await newcomer();
    await register(input, null, NOW);
    const sent: OutgoingMail[] = [];
    await deliverMails(NOW, {
      transport: {
        send: async (mail) => {
          sent.push(mail);
          return { kind: "accepted", providerId: null };
        },
      },
    });
    const secret = await secretOfRegistration(input.email);
    const mail = sent.find(({ toAddress }) => toAddress === input.email);
    expect(mail?.text).toContain(`/verify?token=${secret}>`);
    expect(mail?.html).toContain(`/verify?token=${secret}"`);
    const rows = [await db().mail.findMany(), await db().registration.findMany()];
    expect(JSON.stringify(rows)).not.toContain(secret);
    await confirm(secret, PASSWORD, NOW);
    expect(JSON.stringify(await db().password.findMany())).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("number and surname, or number and e-mail, have to agree with the register", async () => {
    const input = await newcomer();
    const refused = { ok: false, reason: "not-on-register" };
    const byName = { ...input, email: "somebody.else@example.org" };
    expect(await register({ ...byName, name: "Somebody Else" }, null, NOW)).toEqual(refused);
    expect(await register({ ...input, number: "999998" }, null, NOW)).toEqual(refused);
    const byEmail = { ...input, name: "Somebody Else", email: input.email.toUpperCase() };
    expect(await register(byEmail, null, NOW)).toEqual({ ok: true, value: null });
    const lapsed = await newcomer({}, { standing: "lapsed" });
    expect(await register({ ...lapsed, name: "Somebody Else", email: "else@example.org" }, null, NOW)).toEqual(refused);
    expect(await register(lapsed, null, NOW)).toEqual({ ok: false, reason: "lapsed" });
  });

  test("whoever has an account already is told by mail; the answer is the same, and nothing is made", async () => {
    const input = await newcomer();
    const holder = await insertLocalMember({ number: input.number });
    const other = await insertLocalMember();
    const elsewhere = await newcomer({ email: other.email.toUpperCase() });
    expect(await register(input, null, NOW)).toEqual({ ok: true, value: null });
    expect(await register(elsewhere, null, NOW)).toEqual({ ok: true, value: null });
    expect(await kindsTo(holder.id)).toEqual(["account-exists"]);
    expect(await kindsTo(other.id)).toEqual(["account-exists"]);
    for (const { email } of [input, { email: other.email.toUpperCase() }]) {
      expect(await confirm(await secretOfRegistration(email), PASSWORD, NOW)).toEqual({ ok: false, reason: "dead-link" });
    }
    expect(await memberOf(elsewhere.number)).toBeNull();
  });

  test("a link works once, for three days, and can be sent again", async () => {
    const [input, late] = [await newcomer(), await newcomer()];
    await register(input, null, NOW);
    await register(late, null, NOW);
    expect(await confirm(await secretOfRegistration(late.email), PASSWORD, later(73 * 60))).toEqual({
      ok: false,
      reason: "dead-link",
    });
    const secret = await secretOfRegistration(input.email);
    expect(await sendLink(input.email, "verify", null, later(1))).toEqual({ ok: true, value: null });
    const { memberId } = await db().registration.findFirstOrThrow({ where: { email: input.email } });
    expect(await kindsTo(memberId)).toEqual(["verify-email", "verify-email"]);
    expect((await confirm(secret, PASSWORD, later(2))).ok).toBe(true);
    expect(await confirm(secret, PASSWORD, later(3))).toEqual({ ok: false, reason: "dead-link" });
    expect(await confirm(secretOf("another link"), PASSWORD, NOW)).toEqual({ ok: false, reason: "dead-link" });
  });

  test("one link used at once ten times makes one account", async () => {
    const input = await newcomer();
    await register(input, null, NOW);
    const secret = await secretOfRegistration(input.email);
    const results = await Promise.all(Array.from({ length: 10 }, () => confirm(secret, PASSWORD, NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "dead-link")).toHaveLength(9);
    expect(await db().password.count({ where: { member: { number: input.number } } })).toBe(1);
  });

  test("of two registrations for one number, or one address, the first to be confirmed is the member", async () => {
    const input = await newcomer({}, { email: null });
    const [first, second] = [
      { ...input, email: `first.${input.email}` },
      { ...input, email: `second.${input.email}` },
    ];
    await Promise.all([register(first, null, NOW), register(second, null, NOW)]);
    const secrets = [await secretOfRegistration(first.email), await secretOfRegistration(second.email)];
    const results = await Promise.all(secrets.map((secret) => confirm(secret, PASSWORD, NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "taken" });

    const [one, other] = [await newcomer({ email: "shared@example.org" }), await newcomer({ email: "Shared@example.org" })];
    await Promise.all([register(one, null, NOW), register(other, null, NOW)]);
    const links = [await secretOfRegistration(one.email), await secretOfRegistration(other.email)];
    const confirmed = await Promise.all(links.map((secret) => confirm(secret, PASSWORD, NOW)));
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("nobody takes a registration over: the password is chosen behind the link, whoever filled in what before", async () => {
    const input = await newcomer();
    await register(input, null, NOW);
    await register({ ...input, name: `Mallory ${input.name}`, role: "mentee" }, null, later(1));
    await sendLink(input.email, "verify", null, later(2));
    const { memberId } = await db().registration.findFirstOrThrow({
      where: { email: input.email },
      orderBy: { createdAt: "desc" },
    });
    const secret = await secretFor(memberId, "verify-email");
    expect(await findRegistration(secret, later(3))).toMatchObject({ name: `Mallory ${input.name}`, role: "mentee" });
    expect(await confirm(secret, "short", later(3))).toEqual({ ok: false, reason: "too-short" });
    expect(await confirm(secret, input.email, later(3))).toEqual({ ok: false, reason: "about-you" });
    expect((await confirm(secret, "chosen behind the link", later(3))).ok).toBe(true);
    const enter = (password: string) => logIn({ identifier: input.number, password }, null, later(4));
    expect(await enter(PASSWORD)).toEqual({ ok: false, reason: "wrong" });
    expect((await enter("chosen behind the link")).ok).toBe(true);
  });

  test("number and surname of somebody else lead to their own mailbox, not to the address that was typed", async () => {
    const victim = await newcomer();
    const typed = { ...victim, email: "mallory@example.org" };
    expect(await register(typed, null, NOW)).toEqual({ ok: true, value: null });
    expect(await db().registration.count({ where: { email: typed.email } })).toBe(0);
    expect(await sendLink(typed.email, "verify", null, NOW)).toEqual({ ok: true, value: null });
    const secret = await secretOfRegistration(victim.email);
    const { memberId } = await db().registration.findFirstOrThrow({ where: { email: victim.email } });
    expect(await kindsTo(memberId)).toEqual(["verify-email"]);
    expect(await confirm(secret, PASSWORD, NOW)).toEqual({ ok: true, value: { memberId, isWaiting: false } });
    expect(await memberOf(victim.number)).toMatchObject({ email: victim.email, status: "active" });
  });

  test("an address that the register has not got for the number makes an account that waits for staff", async () => {
    const unknown = await newcomer({}, { email: null });
    const [blank, changed] = [await newcomer({}, { email: " " }), await newcomer()];
    for (const input of [unknown, blank, changed]) await register(input, null, NOW);
    await db().registerEntry.update({
      where: { number: changed.number },
      data: { email: "new@example.org" },
      select: { number: true },
    });
    for (const input of [unknown, blank, changed]) {
      const confirmed = await confirm(await secretOfRegistration(input.email), PASSWORD, NOW);
      expect(confirmed).toMatchObject({ ok: true, value: { isWaiting: true } });
      expect(await memberOf(input.number)).toMatchObject({ email: input.email, status: "waiting" });
    }
  });

  test("what nobody confirms is forgotten at night, mail and all", async () => {
    const input = await newcomer();
    await register(input, null, NOW);
    const { memberId } = await db().registration.findFirstOrThrow({ where: { email: input.email } });
    await deliverMails(NOW);
    await forgetWhatIsOver(later(60));
    expect(await kindsTo(memberId)).toHaveLength(1);
    await forgetWhatIsOver(later(73 * 60));
    expect(await db().registration.count({ where: { email: input.email } })).toBe(0);
    expect(await kindsTo(memberId)).toEqual([]);
  });
});
