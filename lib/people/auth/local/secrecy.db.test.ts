import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { addressForm, cleanAddress } from "@/lib/foundation/identifier";
import { insertLocalMember, kindsTo, NOW, newcomer, PASSWORD } from "@/testing/auth/accounts";
import { viewerOf } from "@/testing/people";
import { askForNewEmail } from "./changing";
import { logIn } from "./credentials";
import { isWithinLimits } from "./limits";
import { sendLink } from "./recovering";
import { register } from "./registering";

// Known or unknown: the same work, counted rather than timed.

const work = vi.hoisted(() => ({ hashed: 0, verified: 0 }));

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    hash: (...given: Parameters<typeof real.hash>) => {
      work.hashed += 1;
      return real.hash(...given);
    },
    verify: (...given: Parameters<typeof real.verify>) => {
      work.verified += 1;
      return real.verify(...given);
    },
  };
});

/** Every table but the counts of limits: a row written is work, too. */
async function countRows() {
  const [registrations, links, mails, facts] = await Promise.all([
    db().registration.count(),
    db().oneTimeLink.count(),
    db().mail.count(),
    db().auditEvent.count(),
  ]);
  return { registrations, links, mails, facts };
}

async function workOf(task: () => Promise<unknown>) {
  const before = { ...(await countRows()), ...work };
  const answer = await task();
  const after = { ...(await countRows()), ...work };
  const done = Object.fromEntries(Object.entries(after).map(([what, n]) => [what, n - before[what as keyof typeof before]]));
  return { answer, done };
}

beforeEach(() => {
  work.hashed = 0;
  work.verified = 0;
});

test("logging in: one verification, whoever it is", async () => {
  const known = await insertLocalMember();
  const without = await insertLocalMember();
  await db().password.delete({ where: { memberId: without.id }, select: { memberId: true } });
  const answers = [];
  for (const identifier of [known.email, known.number, without.email, "nobody@example.org", "999999"]) {
    answers.push(await workOf(() => logIn({ identifier, password: "a wrong guess" }, null, NOW)));
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject({ answer: { ok: false, reason: "wrong" }, done: { verified: 1, hashed: 0, facts: 0 } });
});

test("creating an account: one registration, one mail, whether there is one or not", async () => {
  const [unknown, taken] = [await newcomer(), await newcomer()];
  await insertLocalMember({ number: taken.number });
  const byEmail = await newcomer({ email: (await insertLocalMember()).email });
  const answers = [];
  for (const input of [unknown, taken, byEmail]) answers.push(await workOf(() => register(input, null, NOW)));
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]?.done).toEqual({ registrations: 1, links: 0, mails: 1, facts: 0, hashed: 0, verified: 0 });
});

test("a forgotten password: one link, and only the mail is missing for nobody", async () => {
  const { email } = await insertLocalMember();
  const known = await workOf(() => sendLink(email, "reset", null, NOW));
  const unknown = await workOf(() => sendLink("nobody@example.org", "reset", null, NOW));
  expect(known.answer).toEqual(unknown.answer);
  expect(known.done).toMatchObject({ links: 1, mails: 1, hashed: 0 });
  expect(unknown.done).toMatchObject({ links: 1, mails: 0, hashed: 0 });
});

test("a new address: one verification and one mail, whether somebody has it or not", async () => {
  const [member, holder] = [await insertLocalMember(), await insertLocalMember()];
  const ask = (email: string) => workOf(() => askForNewEmail(viewerOf(member), { password: PASSWORD, email }, null, NOW));
  const [free, taken] = [await ask("free@example.org"), await ask(holder.email)];
  expect(free).toEqual(taken);
  expect(free.done).toMatchObject({ links: 1, mails: 1, verified: 1 });
});

test("limits count for every process together, by account and by address, and say nothing of whose they are", async () => {
  const tries = (account: string, address: string | null, times: number) =>
    Promise.all(Array.from({ length: times }, () => isWithinLimits("sign-in", account, address)));
  const within = (answers: boolean[]) => answers.filter(Boolean).length;
  expect(within(await tries("limited@example.org", null, 25))).toBe(10);
  expect(within(await tries("another@example.org", null, 1))).toBe(1);
  const many = await Promise.all(
    Array.from({ length: 120 }, (_none, i) => isWithinLimits("sign-in", `one-of-many-${i}`, "203.0.113.9")),
  );
  expect(within(many)).toBe(100);
  const keys = await db().rateLimit.findMany({ select: { key: true } });
  expect(JSON.stringify(keys)).not.toMatch(/limited|203\.0/i);
});

test("the tenth wrong password is the last, known or unknown; the right one before that begins afresh", async () => {
  const member = await insertLocalMember();
  for (const identifier of [member.email, "stranger@example.org"]) {
    const reasons = [];
    for (let i = 0; i < 11; i++) {
      const result = await logIn({ identifier, password: "a wrong guess" }, null, NOW);
      reasons.push(result.ok ? "in" : result.reason);
    }
    expect(reasons).toEqual([...Array.from({ length: 10 }, () => "wrong"), "too-often"]);
  }
  expect(await logIn({ identifier: member.email, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "too-often" });
  const { number } = await insertLocalMember();
  for (let i = 0; i < 9; i++) await logIn({ identifier: number, password: "a wrong guess" }, null, NOW);
  expect((await logIn({ identifier: number, password: PASSWORD }, null, NOW)).ok).toBe(true);
  expect(await logIn({ identifier: number, password: "a wrong guess" }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
});

describe("number and address of one account have one limit together, however they are spelt", () => {
  const spellingsOf = ({ number, email }: { number: string; email: string }) => [
    ...[number, `${number.slice(0, 3)} ${number.slice(3)}`, `\u202a${number}\u202c`],
    ...[email, email.toUpperCase(), `${email.slice(0, 2)}\u200b${email.slice(2)}`],
  ];

  test("ten guesses, and no answer shows that the two belong together", async () => {
    const member = await insertLocalMember();
    const answersTo = async (who: { number: string; email: string }) => {
      const answers = [];
      for (const identifier of [who.number, who.email].flatMap((one) => Array.from({ length: 8 }, () => one))) {
        const result = await logIn({ identifier, password: "a wrong guess" }, null, NOW);
        answers.push(result.ok ? "in" : result.reason);
      }
      return answers;
    };
    expect(await answersTo(member)).toEqual(await answersTo({ number: "999997", email: "nobody.at.all@example.org" }));
    for (const identifier of [member.number, member.email]) {
      expect(await logIn({ identifier, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
    }
  });

  test("every spelling is the same one: nine guesses and the right password begin afresh, ten do not", async () => {
    for (const wrong of [9, 10]) {
      const member = await insertLocalMember();
      const spellings = spellingsOf(member);
      for (let i = 0; i < wrong; i++) {
        await logIn({ identifier: spellings[i % spellings.length] ?? "", password: "a wrong guess" }, null, NOW);
      }
      expect((await logIn({ identifier: member.email, password: PASSWORD }, null, NOW)).ok).toBe(wrong === 9);
    }
  });

  test("a letter that some collations take for another one is another one", async () => {
    const member = await insertLocalMember({ email: "limit.amina@example.org" });
    const dotted = "limit.am\u0130na@example.org";
    expect(await logIn({ identifier: dotted, password: PASSWORD }, null, NOW)).toEqual({ ok: false, reason: "wrong" });
    await sendLink(dotted, "reset", null, NOW);
    expect(await kindsTo(member.id)).toEqual([]);
  });

  test("four links by mail in an hour, and the answer to the fifth is the one to the first", async () => {
    const member = await insertLocalMember();
    const pending = await newcomer();
    await register(pending, null, NOW);
    const { memberId } = await db().registration.findFirstOrThrow({ where: { email: pending.email } });
    for (const { number, email } of [member, pending, { number: "999996", email: "nobody.either@example.org" }]) {
      for (const identifier of [number, email, number, email, number, email]) {
        expect(await sendLink(identifier, "reset", null, NOW)).toEqual({ ok: true, value: null });
      }
    }
    expect(await kindsTo(member.id)).toHaveLength(4);
    expect(await kindsTo(memberId)).toHaveLength(1 + 4);
  });

  test("five registrations in an hour are told to whoever has the account already", async () => {
    const member = await insertLocalMember();
    const [byNumber, ...byAddress] = [
      await newcomer({ number: member.number }, { email: null }),
      ...(await Promise.all([1, 2, 3, 4].map(() => newcomer({ email: member.email })))),
    ];
    const inputs = [...[1, 2, 3].map((n) => ({ ...byNumber, email: `else.${n}@example.org` })), ...byAddress];
    for (const input of inputs) expect(await register(input, null, NOW)).toEqual({ ok: true, value: null });
    expect(await kindsTo(member.id)).toHaveLength(5);
  });
});

test("the database makes the same form of a kept address as we do of a typed one", async () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.emailAddress());
  const typed = fc.array(
    fc.tuple(text, text).map((pair) => pair.join("@")),
    { minLength: 50, maxLength: 200 },
  );
  await fc.assert(
    fc.asyncProperty(typed, async (addresses) => {
      const kept = [...addresses, "AM\u0130NA@EXAMPLE.ORG", "ÄÖÜ\u1E9E@Bücher.example", "\u212A@example.org"].map(cleanAddress);
      const rows = await db().$queryRaw<{ form: string }[]>`
        SELECT address_form("kept") AS "form" FROM unnest(${kept}::text[]) WITH ORDINALITY AS k("kept", "n") ORDER BY "n"`;
      expect(rows.map(({ form }) => form)).toEqual(kept.map(addressForm));
    }),
    { numRuns: 10 },
  );
});
