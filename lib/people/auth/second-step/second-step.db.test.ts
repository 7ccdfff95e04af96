import { afterEach, describe, expect, test, vi } from "vitest";
import { readRealClock } from "@/lib/foundation/clock";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertLocalMember, kindsTo, later, NOW, PASSWORD } from "@/testing/auth/accounts";
import { TestPasskey } from "@/testing/auth/passkey";
import { type TestMember, viewerOf } from "@/testing/people";
import { logIn } from "../local/credentials";
import { codeAt, makeAppSecret } from "./app-codes";
import * as commands from "./commands";
import { askToMake, askToSign } from "./passkeys";
import { findKnownPasskeys, findNewAppSecret, findSecondStep } from "./queries";
import { forgetChallenges, takeByCode, takeByPasskey } from "./taking";

const DONE = { ok: true, value: null };
const refused = (reason: string) => ({ ok: false, reason });

afterEach(() => {
  vi.useRealTimers();
});

function wait(milliseconds: number): void {
  const at = readRealClock() + milliseconds;
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(at);
}

const pendingOf = ({ id, sessionEpoch }: TestMember) => ({ memberId: id, epoch: sessionEpoch });
const take = (member: TestMember, code: string) => takeByCode(pendingOf(member), code, null, NOW);
const enter = (member: TestMember) => logIn({ identifier: member.number, password: PASSWORD }, null, NOW);
const factsOf = async ({ id }: TestMember) =>
  (await db().auditEvent.findMany({ where: { actorId: id }, orderBy: { id: "asc" } })).map(({ fact }) => fact);

/** A member with an app whose first code was a minute ago. */
async function withApp() {
  const member = await insertLocalMember();
  await commands.startApp(viewerOf(member), NOW);
  const secret = (await findNewAppSecret(viewerOf(member))) ?? "";
  expect(await commands.confirmApp(viewerOf(member), codeAt(secret, readRealClock()), null, NOW)).toEqual(DONE);
  wait(60_000);
  return { member, secret, code: () => codeAt(secret, readRealClock()) };
}

async function withPasskey(member?: TestMember, name = "My phone") {
  const who = member ?? (await insertLocalMember());
  const passkey = new TestPasskey(new URL(env().APP_URL).origin);
  const { options, challenge } = await askToMake(viewerOf(who), "Connect", await findKnownPasskeys(who.id));
  const add = () => commands.addPasskey(viewerOf(who), { name, answer: passkey.make(options), challenge }, NOW);
  expect(await add()).toEqual(DONE);
  return { member: who, passkey, add };
}

async function sign(member: TestMember, passkey: TestPasskey) {
  const { options, challenge } = await askToSign(member.id, await findKnownPasskeys(member.id));
  return { answer: passkey.sign(options), challenge };
}

describe("an authenticator app", () => {
  test("counts once its first code was right, and is told and audited then; the secret is sealed", async () => {
    const member = await insertLocalMember();
    expect(await commands.startApp(viewerOf(member), NOW)).toEqual(DONE);
    const secret = (await findNewAppSecret(viewerOf(member))) ?? "";
    const kept = await db().codeApp.findUniqueOrThrow({ where: { memberId: member.id } });
    expect(kept.secret).not.toContain(secret);
    expect(await enter(member)).toMatchObject({ ok: true, value: { hasSecondStep: false } });
    const wrong = codeAt(makeAppSecret(), readRealClock());
    expect(await commands.confirmApp(viewerOf(member), wrong, null, NOW)).toEqual(refused("wrong"));
    expect(await commands.confirmApp(viewerOf(member), codeAt(secret, readRealClock()), null, NOW)).toEqual(DONE);
    expect(await enter(member)).toMatchObject({ ok: true, value: { hasSecondStep: true } });
    expect(await kindsTo(member.id)).toEqual(["second-step-added"]);
    expect(await factsOf(member)).toEqual(["signed-in", "second-step-added"]);
    expect(await findNewAppSecret(viewerOf(member))).toBeNull();
    expect(await commands.startApp(viewerOf(member), NOW)).toEqual(refused("has-app"));
    expect(await commands.confirmApp(viewerOf(member), codeAt(secret, readRealClock()), null, NOW)).toEqual(
      refused("not-begun"),
    );
  });

  test("lets in with a code, once, and the sign-in is recorded only then", async () => {
    const { member, code } = await withApp();
    expect(await enter(member)).toMatchObject({ ok: true });
    expect(await factsOf(member)).toEqual(["second-step-added"]);
    const [one, two] = [code(), code()];
    const both = await Promise.all([take(member, one), take(member, two)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await factsOf(member)).toEqual(["second-step-added", "signed-in"]);
    expect(await take(member, one)).toEqual(refused("wrong"));
    wait(30_000);
    expect(await take(member, code())).toEqual(DONE);
  });

  test("the code that set it up does not sign in as well", async () => {
    const member = await insertLocalMember();
    await commands.startApp(viewerOf(member), NOW);
    const code = codeAt((await findNewAppSecret(viewerOf(member))) ?? "", readRealClock());
    await commands.confirmApp(viewerOf(member), code, null, NOW);
    expect(await take(member, code)).toEqual(refused("wrong"));
  });

  test("that is not confirmed lets nobody in, and somebody else's neither", async () => {
    const [{ code }, member] = [await withApp(), await insertLocalMember()];
    await commands.startApp(viewerOf(member), NOW);
    const own = codeAt((await findNewAppSecret(viewerOf(member))) ?? "", readRealClock());
    expect(await take(member, own)).toEqual(refused("wrong"));
    expect(await take(member, code())).toEqual(refused("wrong"));
  });
});

test("after ten wrong codes even the right one is refused for an hour; the right one before that begins afresh", async () => {
  const { member, code } = await withApp();
  const wrong = async (times: number) => {
    for (let i = 0; i < times; i++) await take(member, "not-a-code");
  };
  await wrong(9);
  expect(await take(member, code())).toEqual(DONE);
  await wrong(10);
  wait(30_000);
  expect(await take(member, code())).toEqual(refused("too-often"));
});

test.each([
  ["staff ended all sessions", { sessionEpoch: 1 }],
  ["the account is suspended", { status: "suspended" }],
  ["the membership has lapsed", { standing: "lapsed" }],
])("nobody gets in when %s after the password was given", async (_why, data) => {
  const { member, code } = await withApp();
  await db().member.update({ where: { id: member.id }, data, select: { id: true } });
  expect(await take(member, code())).toEqual(refused("over"));
});

describe("recovery codes", () => {
  async function withCodes() {
    const app = await withApp();
    const made = await commands.renewRecoveryCodes(viewerOf(app.member), NOW);
    if (!made.ok) throw new Error(made.reason);
    return { ...app, codes: made.value };
  }

  test("are ten, each lets in once, however it was copied, and none can be read in the database", async () => {
    const { member, codes } = await withCodes();
    expect(new Set(codes).size).toBe(10);
    const kept = await db().recoveryCode.findMany({ where: { memberId: member.id } });
    for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code);
    const [first = "", second = ""] = codes;
    expect(await take(member, first)).toEqual(DONE);
    expect(await take(member, first)).toEqual(refused("wrong"));
    expect(await take(member, ` ${second.toUpperCase().replace("-", " ")}`)).toEqual(DONE);
    expect(await findSecondStep({ memberId: member.id })).toMatchObject({ recoveryCodesLeft: 8 });
    expect((await factsOf(member)).filter((fact) => fact === "recovery-code-used")).toHaveLength(2);
  });

  test("at the same moment, one works once", async () => {
    const { member, codes } = await withCodes();
    const both = await Promise.all([take(member, codes[0] ?? ""), take(member, codes[0] ?? "")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("new ones end the old ones, and those of somebody else open nothing", async () => {
    const [mine, theirs] = [await withCodes(), await withCodes()];
    await commands.renewRecoveryCodes(viewerOf(mine.member), NOW);
    expect(await take(mine.member, mine.codes[0] ?? "")).toEqual(refused("wrong"));
    expect(await take(mine.member, theirs.codes[0] ?? "")).toEqual(refused("wrong"));
  });

  test("there are none without a second step, and they go with the last one", async () => {
    const member = await insertLocalMember();
    expect(await commands.renewRecoveryCodes(viewerOf(member), NOW)).toEqual(refused("no-second-step"));
    const one = await withCodes();
    await withPasskey(one.member);
    await commands.removeApp(viewerOf(one.member), NOW);
    expect(await findSecondStep({ memberId: one.member.id })).toMatchObject({ app: null, recoveryCodesLeft: 10 });
    const [passkey] = (await findSecondStep({ memberId: one.member.id })).passkeys;
    await commands.removePasskey(viewerOf(one.member), passkey?.id ?? "", NOW);
    expect(await findSecondStep({ memberId: one.member.id })).toEqual({ passkeys: [], app: null, recoveryCodesLeft: 0 });
    expect(await kindsTo(one.member.id)).toEqual([
      ...["second-step-added", "second-step-added", "second-step-removed", "second-step-removed"],
    ]);
    expect(await enter(one.member)).toMatchObject({ ok: true, value: { hasSecondStep: false } });
  });
});

describe("a passkey", () => {
  test("is added and lets in, and its answer counts once", async () => {
    const { member, passkey, add } = await withPasskey();
    expect(await add()).toEqual(refused("wrong"));
    expect(await enter(member)).toMatchObject({ ok: true, value: { hasSecondStep: true } });
    const signed = await sign(member, passkey);
    const both = await Promise.all([1, 2].map(() => takeByPasskey(pendingOf(member), signed, null, NOW)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await takeByPasskey(pendingOf(member), await sign(member, passkey), null, later(1))).toEqual(DONE);
    expect(await findSecondStep({ memberId: member.id })).toMatchObject({
      passkeys: [{ name: "My phone", lastUsedAt: later(1) }],
    });
  });

  test.each<[string, (member: TestMember, passkey: TestPasskey) => Promise<{ answer: string; challenge: string }>]>([
    [
      "of another site",
      async (member, passkey) => {
        const elsewhere = Object.assign(new TestPasskey("https://elsewhere.example"), { id: passkey.id });
        return sign(member, elsewhere);
      },
    ],
    ["that nobody knows", async (member) => sign(member, new TestPasskey(new URL(env().APP_URL).origin))],
    ["of somebody else", async (member) => sign(member, (await withPasskey()).passkey)],
    ["to a challenge of somebody else", async (_member, passkey) => sign((await withPasskey()).member, passkey)],
    [
      "to a challenge for adding one",
      async (member, passkey) => {
        const { options, challenge } = await askToMake(viewerOf(member), "Connect", []);
        return { answer: passkey.sign({ challenge: options.challenge }), challenge };
      },
    ],
    ["to no challenge", async (member, passkey) => ({ ...(await sign(member, passkey)), challenge: "" })],
    [
      "that is too late",
      async (member, passkey) => {
        const signed = await sign(member, passkey);
        wait(5 * 60_000 + 20_000);
        return signed;
      },
    ],
    [
      "with a counter that goes back",
      async (member, passkey) => {
        passkey.counter = 5;
        await takeByPasskey(pendingOf(member), await sign(member, passkey), null, NOW);
        passkey.counter = 1;
        return sign(member, passkey);
      },
    ],
    ["that is no answer", async (member, passkey) => ({ ...(await sign(member, passkey)), answer: "[1" })],
    ["that is empty", async (member, passkey) => ({ ...(await sign(member, passkey)), answer: "{}" })],
  ])("an answer %s lets nobody in", async (_which, answerOf) => {
    const { member, passkey } = await withPasskey();
    const given = await answerOf(member, passkey);
    expect(await takeByPasskey(pendingOf(member), given, null, NOW)).toEqual(refused("wrong"));
  });

  test("that does not count how often it has signed answers each challenge once too", async () => {
    const { member, passkey } = await withPasskey();
    passkey.isCounting = false;
    const signed = await sign(member, passkey);
    expect(await takeByPasskey(pendingOf(member), signed, null, NOW)).toEqual(DONE);
    expect(await takeByPasskey(pendingOf(member), signed, null, NOW)).toEqual(refused("wrong"));
    expect(await takeByPasskey(pendingOf(member), await sign(member, passkey), null, NOW)).toEqual(DONE);
  });

  test("is nobody else's to rename or remove", async () => {
    const [{ member }, stranger] = [await withPasskey(), await insertLocalMember()];
    const [passkey] = (await findSecondStep({ memberId: member.id })).passkeys;
    const id = passkey?.id ?? "";
    expect(await commands.renamePasskey(viewerOf(stranger), id, "Mine")).toEqual(refused("not-found"));
    expect(await commands.removePasskey(viewerOf(stranger), id, NOW)).toEqual(refused("not-found"));
    expect(await commands.renamePasskey(viewerOf(member), id, "Blue key")).toEqual(DONE);
    expect(await findSecondStep({ memberId: member.id })).toMatchObject({ passkeys: [{ name: "Blue key" }] });
    expect(await kindsTo(stranger.id)).toEqual([]);
  });

  test("there are at most ten", async () => {
    const { member } = await withPasskey();
    for (let i = 1; i < 10; i++) await withPasskey(member, `Key ${i}`);
    const { options, challenge } = await askToMake(viewerOf(member), "Connect", []);
    const answer = new TestPasskey(new URL(env().APP_URL).origin).make(options);
    expect(await commands.addPasskey(viewerOf(member), { name: "One more", answer, challenge }, NOW)).toEqual(
      refused("too-many"),
    );
  });
});

test("the nightly job forgets challenges that have expired", async () => {
  const { member, passkey } = await withPasskey();
  await takeByPasskey(pendingOf(member), await sign(member, passkey), null, NOW);
  await forgetChallenges();
  expect(await db().spentChallenge.count()).toBeGreaterThan(0);
  wait(11 * 60_000);
  await forgetChallenges();
  expect(await db().spentChallenge.count()).toBe(0);
});
