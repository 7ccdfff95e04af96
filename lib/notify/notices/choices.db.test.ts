import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { endPauses } from "@/lib/pairing/availability/commands";
import { deleteAccount } from "@/lib/pairing/leaving/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { insertMember, insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { saveChoices, stopMails } from "./commands";
import type { MailChoice } from "./groups";
import { findChoices } from "./queries";
import { signUnsubscription } from "./unsubscribe";

const NOW = new Date("2026-06-01T09:00:00Z");

const choicesOf = ({ id }: TestMember) => findChoices({ memberId: id });
const factsOf = async ({ id }: TestMember, fact: string) =>
  (await db().auditEvent.findMany({ where: { subjectId: id, fact }, orderBy: { id: "asc" } })).map(({ data }) => data);
const mailsOf = async ({ id }: TestMember) =>
  db().mail.findMany({
    where: { memberId: id },
    select: { kind: true, status: true, nextAttemptAt: true },
    orderBy: { key: "asc" },
  });
const countTold = ({ id }: TestMember) => db().notification.count({ where: { memberId: id } });

/** Mentee and mentor in a relationship, of whom the mentor has chosen. */
async function begin(choice: MailChoice): Promise<[mentee: TestMember, mentor: TestMember]> {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  await saveChoices(viewerOf(mentor), { relationships: choice }, NOW);
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, NOW);
  await proposals.accept(viewerOf(mentor), sent.ok ? sent.value : "", 1, DEFAULT_SETTINGS, NOW);
  return [mentee, mentor];
}

describe("choices", () => {
  test("are kept only where they differ, and audited only when something changes", async () => {
    const member = await insertMember();
    expect(await saveChoices(viewerOf(member), { relationships: "at-once", account: "at-once" }, NOW)).toBe(false);
    expect(await choicesOf(member)).toEqual({});
    expect(await saveChoices(viewerOf(member), { relationships: "digest", account: "none" }, NOW)).toBe(true);
    expect(await saveChoices(viewerOf(member), { relationships: "digest", account: "none" }, NOW)).toBe(false);
    expect(await choicesOf(member)).toEqual({ relationships: "digest", account: "none" });
    expect(await saveChoices(viewerOf(member), { relationships: "at-once", account: "none" }, NOW)).toBe(true);
    expect(await choicesOf(member)).toEqual({ account: "none" });
    expect(await factsOf(member, "mail-choices-saved")).toEqual([
      { relationships: "digest", account: "none" },
      { relationships: "at-once" },
    ]);
  });

  test("are not taken for what cannot be switched off", async () => {
    const member = await insertMember();
    await saveChoices(viewerOf(member), { proposals: "none", security: "digest" }, NOW);
    expect(await choicesOf(member)).toEqual({});
    const row = { memberId: member.id, group: "relationships", choice: "weekly", changedAt: NOW };
    await expect(db().notificationChoice.create({ data: row })).rejects.toThrow();
  });
});

describe("the statement that tells people", () => {
  test.each([
    ["at-once", [{ kind: "relationship-closed", status: "waiting", nextAttemptAt: NOW }]],
    ["digest", [{ kind: "relationship-closed", status: "held", nextAttemptAt: null }]],
    ["none", []],
  ] as const)("mails %s, and always tells in the product", async (choice, mails) => {
    const [mentee, mentor] = await begin(choice);
    const before = await countTold(mentor);
    await deleteAccount(viewerOf(mentee), NOW);
    expect((await mailsOf(mentor)).filter(({ kind }) => kind === "relationship-closed")).toEqual(mails);
    expect(await countTold(mentor)).toBe(before + 1);
  });

  test("mails what cannot be switched off, whatever is stored", async () => {
    const [mentee, mentor] = [await insertMentee(), await insertMentor()];
    const groups = ["proposals", "security"];
    await db().notificationChoice.createMany({
      data: [mentee, mentor].flatMap(({ id }) =>
        groups.map((group) => ({ memberId: id, group, choice: "none", changedAt: NOW })),
      ),
    });
    await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, NOW);
    await deleteAccount(viewerOf(mentee), NOW);
    expect((await mailsOf(mentor)).map(({ kind, status }) => [kind, status])).toEqual([
      ["proposal-closed", "waiting"],
      ["proposal-sent", "waiting"],
    ]);
    expect((await mailsOf(mentee)).map(({ kind, status }) => [kind, status])).toEqual([["account-deleted", "waiting"]]);
  });

  test("does it for a thousand at once as for one", async () => {
    const ids = Array.from({ length: 1000 }, () => randomUUID());
    const again = new Date("2026-05-31T00:00:00Z");
    await db().member.createMany({
      data: ids.map((id, i) => {
        const number = String(900_001 + i);
        return { id, number, name: `Mentor ${number}`, email: `${number}@example.org`, isMentor: true, createdAt: again };
      }),
    });
    const profile = { headline: "", about: "", topics: [], languages: [], methods: [], yearsOfExperience: 1, updatedAt: again };
    await db().mentorProfile.createMany({
      data: ids.map((memberId) => ({ ...profile, memberId, isAvailable: false, availableAgainAt: again })),
    });
    await db().notificationChoice.createMany({
      data: ids.slice(0, 600).map((memberId, i) => ({
        memberId,
        group: "account",
        choice: i < 400 ? "digest" : "none",
        changedAt: again,
      })),
    });
    expect(await endPauses(ids, NOW)).toBe(1000);
    const count = (status: string) => db().mail.count({ where: { memberId: { in: ids }, status } });
    expect([await count("waiting"), await count("held")]).toEqual([400, 400]);
    expect(await db().mail.count({ where: { memberId: { in: ids.slice(400, 600) } } })).toBe(0);
    expect(await db().notification.count({ where: { memberId: { in: ids } } })).toBe(1000);
  });
});

describe("a link that stops mails", () => {
  test("stops them once, however often and from wherever it is followed", async () => {
    const member = await insertMember();
    const stops = await Promise.all(
      Array.from({ length: 10 }, () => stopMails({ memberId: member.id, what: "relationships" }, NOW)),
    );
    expect(stops.filter(Boolean)).toHaveLength(1);
    expect(await choicesOf(member)).toEqual({ relationships: "none" });
    expect(await factsOf(member, "mails-stopped")).toEqual([{ relationships: "none" }]);
  });

  test("of a digest stops all that comes in one, and leaves the rest", async () => {
    const member = await insertMember();
    await saveChoices(viewerOf(member), { account: "digest" }, NOW);
    expect(await stopMails({ memberId: member.id, what: "digest" }, NOW)).toBe(true);
    expect(await stopMails({ memberId: member.id, what: "digest" }, NOW)).toBe(false);
    expect(await choicesOf(member)).toEqual({ account: "none" });
  });

  test("leaves nothing behind for somebody who is not there", async () => {
    const memberId = randomUUID();
    expect(await stopMails({ memberId, what: "relationships" }, NOW)).toBe(false);
    expect(await db().notificationChoice.count({ where: { memberId } })).toBe(0);
  });

  const follow = (token: string, ask: typeof POST | typeof GET = POST) =>
    ask(
      new Request(`http://localhost:3000/api/unsubscribe/${token}`, {
        method: ask === POST ? "POST" : "GET",
        ...(ask === POST ? { body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) } : {}),
      }),
      { params: Promise.resolve({ token }) },
    );

  test("is followed by a mail program with one POST, from no origin and without a cookie", async () => {
    const member = await insertMember();
    const token = signUnsubscription({ memberId: member.id, what: "account" }, env().authSecrets);
    for (const response of [await follow(token), await follow(token)]) {
      expect([response.status, response.redirected, await response.text()]).toEqual([200, false, "Done."]);
    }
    expect(await choicesOf(member)).toEqual({ account: "none" });
  });

  test("says the same of every token that is not ours, and changes nothing", async () => {
    const member = await insertMember();
    const token = signUnsubscription({ memberId: member.id, what: "account" }, ["another secret of thirty-two characters"]);
    const answers = await Promise.all(
      [token, "nonsense", `${member.id}.account.`].map(async (wrong) => {
        const response = await follow(wrong);
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]).toEqual([404, expect.stringContaining("not one of ours")]);
    expect(await choicesOf(member)).toEqual({});
  });

  test("changes nothing when it is only looked at", async () => {
    const member = await insertMember();
    const token = signUnsubscription({ memberId: member.id, what: "account" }, env().authSecrets);
    await expect(follow(token, GET)).rejects.toThrow("NEXT_REDIRECT");
    expect(await choicesOf(member)).toEqual({});
  });
});
