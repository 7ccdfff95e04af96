import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { runSweep } from "@/lib/entrypoints/scheduled-work";
import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import * as conversations from "@/lib/pairing/conversations/commands";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { deleteAccount } from "@/lib/pairing/leaving/commands";
import * as proposals from "@/lib/pairing/proposals/commands";
import { listRelationships } from "@/lib/pairing/proposals/queries";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { WORDS } from "@/testing/proposals/examples";
import { ask, write } from "./commands";
import { findAsking, findExchange, listQuestions } from "./queries";

const NOW = new Date("2026-06-01T09:00:00Z");
const onDay = (day: number) => addDays(NOW, day, "Europe/London");

const put = (from: TestMember, to: TestMember, words = "Do you know the northern offices?", at = NOW, key = randomUUID()) =>
  ask(viewerOf(from), to.id, { key, words }, SETTINGS, at);
const say = (from: TestMember, id: string, words: string, at = NOW, key = randomUUID()) =>
  write(viewerOf(from), { id, key, words }, SETTINGS, at);

async function insertTwo() {
  return { mentee: await insertMentee({}, { name: "Amina Okafor" }), mentor: await insertMentor({}, { name: "Gareth Pugh" }) };
}

async function asked(words?: string) {
  const { mentee, mentor } = await insertTwo();
  const result = await put(mentee, mentor, words);
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value, mentee, mentor };
}

const noticesOf = async ({ id: memberId }: TestMember) =>
  (await db().notification.findMany({ where: { memberId }, orderBy: { createdAt: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const statusOf = async (conversationId: string) =>
  (await db().question.findFirstOrThrow({ where: { conversationId }, select: { status: true } })).status;

describe("asking first", () => {
  test("the mentor is told once and reads it; it is sealed, and the address is nowhere", async () => {
    const { id, mentee, mentor } = await asked("A word about owls?");
    expect(await noticesOf(mentor)).toEqual(["question-asked"]);
    expect((await findConversation(viewerOf(mentor), id)).messages).toMatchObject([
      { words: "A word about owls?", isMine: false },
    ]);
    const exchange = await findExchange(viewerOf(mentor), id, SETTINGS, NOW);
    expect(exchange).toMatchObject({ viewerIs: "mentor", refusal: null, name: "Amina Okafor", question: { dueAt: onDay(14) } });
    expect(JSON.stringify(exchange)).not.toContain(mentee.email);
    const { body } = await db().message.findFirstOrThrow({ where: { conversationId: id }, select: { body: true } });
    expect(body).toMatch(/^tests\./);
    expect(JSON.stringify(await db().mail.findMany({ where: { memberId: mentor.id } }))).not.toContain("owls");
    expect(await listQuestions(viewerOf(mentor), "mentor", NOW)).toMatchObject([
      { conversationId: id, status: "waiting", unread: 1 },
    ]);
    expect(await listQuestions(viewerOf(mentee), "mentee", NOW)).toMatchObject([{ conversationId: id, unread: 0 }]);
  });

  test("the same form ten times at once is one question", async () => {
    const { mentee, mentor } = await insertTwo();
    const key = randomUUID();
    const results = await Promise.all(Array.from({ length: 10 }, () => put(mentee, mentor, "Once.", NOW, key)));
    expect(new Set(results.map((result) => (result.ok ? result.value : result.reason))).size).toBe(1);
    expect(results[0]?.ok).toBe(true);
    expect(await db().question.count({ where: { menteeId: mentee.id } })).toBe(1);
    expect(await db().message.count({ where: { senderId: mentee.id } })).toBe(1);
  });

  test("three are open at once and no more, however close the race; a reply frees a place", async () => {
    const mentee = await insertMentee();
    const mentors = await Promise.all(Array.from({ length: 6 }, () => insertMentor()));
    const results = await Promise.all(mentors.map((mentor) => put(mentee, mentor)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    for (const result of results) if (!result.ok) expect(result.reason).toBe("too-many-open");
    const first = results.findIndex(({ ok }) => ok);
    const [mentor, result] = [mentors[first], results[first]];
    if (!mentor || !result?.ok) throw new Error("Nobody was asked.");
    expect((await say(mentor, result.value, "Gladly.")).ok).toBe(true);
    expect((await put(mentee, await insertMentor())).ok).toBe(true);
  });

  test("is refused by a mentor who takes none, by one who is away, and to a mentor's own role", async () => {
    const mentee = await insertMentee();
    const [quiet, away] = [await insertMentor({ takesNoQuestions: true }), await insertMentor({ isAvailable: false })];
    expect(await put(mentee, quiet)).toEqual({ ok: false, reason: "no-questions" });
    expect(await findAsking(viewerOf(mentee), quiet.id, SETTINGS, NOW)).toMatchObject({ refusal: "no-questions" });
    expect(await put(mentee, away)).toEqual({ ok: false, reason: "unavailable" });
    expect(await put(quiet, away)).toEqual({ ok: false, reason: "not-yours" });
    expect(await put(mentee, await insertMentor({}, { status: "suspended" }))).toEqual({ ok: false, reason: "not-found" });
  });

  test("does not exist for anybody else", async () => {
    const { id } = await asked();
    const other = await insertMentee();
    expect(await findExchange(viewerOf(other), id, SETTINGS, NOW)).toBeNull();
    expect(await say(other, id, "Hello")).toEqual({ ok: false, reason: "not-found" });
    expect((await findConversation(viewerOf(other), id)).messages).toEqual([]);
    expect(await findExchange(viewerOf(other), "nonsense", SETTINGS, NOW)).toBeNull();
  });

  test("the reply is told to the mentee, and the conversation goes on in Messages after acceptance", async () => {
    const { id, mentee, mentor } = await asked("One");
    await say(mentor, id, "Two");
    expect(await noticesOf(mentee)).toEqual(["messages-waiting"]);
    const notice = await db().notification.findFirst({
      where: { memberId: mentee.id },
      select: { proposalId: true, data: true },
    });
    expect(notice).toEqual({ proposalId: null, data: { conversationId: id } });
    await say(mentee, id, "Three");
    const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, onDay(1));
    if (!sent.ok) throw new Error(sent.reason);
    expect((await say(mentor, sent.value, "Four", onDay(2))).ok).toBe(true);
    expect((await listRelationships(viewerOf(mentee), "mentee")).rows).toMatchObject([{ id: sent.value, unread: 2 }]);
    await proposals.accept(viewerOf(mentor), sent.value, 1, SETTINGS, onDay(3));
    expect(
      (await conversations.send(viewerOf(mentee), { relationshipId: sent.value, key: randomUUID(), words: "Five" }, onDay(4)))
        .ok,
    ).toBe(true);
    for (const one of [id, sent.value]) {
      const { messages } = await findConversation(viewerOf(mentor), one);
      expect(messages.map(({ words }) => words)).toEqual(["One", "Two", "Three", "Four", "Five"]);
    }
    expect(await findExchange(viewerOf(mentee), id, SETTINGS, onDay(4))).toMatchObject({ relationshipId: sent.value });
    expect(await listQuestions(viewerOf(mentee), "mentee", onDay(4))).toEqual([]);
  });
});

describe("the mentor asks before deciding", () => {
  test("with the deadline running, and the mentee can answer; nobody else, and not after the deadline", async () => {
    const { mentee, mentor } = await insertTwo();
    const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, SETTINGS, NOW);
    if (!sent.ok) throw new Error(sent.reason);
    const id = sent.value;
    const { expiresAt } = await db().proposal.findUniqueOrThrow({ where: { id }, select: { expiresAt: true } });
    expect(await say(mentee, id, "May I add something?")).toEqual({ ok: false, reason: "wait" });
    expect((await say(mentor, id, "Which of the two?", onDay(1))).ok).toBe(true);
    expect((await say(mentee, id, "The first.", onDay(2))).ok).toBe(true);
    const view = await findExchange(viewerOf(mentor), id, SETTINGS, onDay(2));
    expect(view).toMatchObject({ viewerIs: "mentor", proposal: { id, expiresAt, written: 2 }, refusal: null });
    expect(await say(mentor, id, "Late", expiresAt)).toEqual({ ok: false, reason: "over" });
    expect(await say(await insertMentor(), id, "Hello")).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("a question without a reply", () => {
  test("closes after 14 days, and the mentee is told once, however many sweeps there are", async () => {
    const { id, mentee, mentor } = await asked();
    await runSweep(new Date(onDay(14).getTime() - 1000));
    expect(await statusOf(id)).toBe("waiting");
    await Promise.all([runSweep(onDay(14)), runSweep(onDay(14))]);
    await runSweep(onDay(15));
    expect(await statusOf(id)).toBe("unanswered");
    expect(await noticesOf(mentee)).toEqual(["question-unanswered"]);
    expect(await db().notification.count({ where: { memberId: mentor.id, readAt: null } })).toBe(0);
    expect(await db().mail.count({ where: { memberId: mentee.id, kind: "question-unanswered" } })).toBe(1);
    expect(await say(mentee, id, "Please?", onDay(15))).toEqual({ ok: false, reason: "unanswered" });
    expect((await say(mentor, id, "I was away.", onDay(16))).ok).toBe(true);
    expect(await statusOf(id)).toBe("answered");
  });

  test("frees its place by its date, before any sweep", async () => {
    const mentee = await insertMentee();
    for (let i = 0; i < 3; i++) expect((await put(mentee, await insertMentor())).ok).toBe(true);
    const next = await insertMentor();
    expect(await put(mentee, next, "Early", onDay(13))).toEqual({ ok: false, reason: "too-many-open" });
    expect((await put(mentee, next, "In time", onDay(14))).ok).toBe(true);
    expect(await noticesOf(mentee)).toEqual(Array(3).fill("question-unanswered"));
  });

  test("closes when the mentor leaves, and quietly when the mentee does", async () => {
    const one = await asked();
    await deleteAccount(viewerOf(one.mentor), onDay(1));
    expect([await statusOf(one.id), await noticesOf(one.mentee)]).toEqual(["unanswered", ["question-unanswered"]]);
    expect(await say(one.mentee, one.id, "Hello?", onDay(1))).toEqual({ ok: false, reason: "away" });
    const two = await asked();
    await deleteAccount(viewerOf(two.mentee), onDay(1));
    expect(await statusOf(two.id)).toBe("closed");
    expect(await listQuestions(viewerOf(two.mentor), "mentor", onDay(1))).toEqual([]);
  });
});
