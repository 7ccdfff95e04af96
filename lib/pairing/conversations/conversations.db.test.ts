import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { listRelationships } from "@/lib/pairing/proposals/queries";
import * as relationships from "@/lib/pairing/relationships/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { dose } from "@/testing/dose";
import { insertPair } from "@/testing/mail/mails";
import { type TestMember, viewerOf } from "@/testing/people";
import { markSeen, send } from "./commands";
import { MOST_PER_HOUR, QUIET_MINUTES } from "./conversation";
import { findConversation, findNews, PAGE_SIZE } from "./queries";

const NOW = new Date("2026-06-01T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

interface Pair {
  id: string;
  mentee: TestMember;
  mentor: TestMember;
}

async function insertRelationship(): Promise<Pair> {
  const { mentee, mentor, proposalId: id } = await insertPair("accepted");
  await db().relationship.create({
    data: {
      id,
      menteeId: mentee.id,
      mentorId: mentor.id,
      startedAt: later(-60),
      agreedUntil: later(60 * 24 * 365),
      dueAt: later(60 * 24 * 335),
      mentorPlace: 1,
      menteePlace: 1,
    },
    select: { id: true },
  });
  return { id, mentee, mentor };
}

const say = (from: TestMember, relationshipId: string, words: string, at = NOW, key = randomUUID()) =>
  send(viewerOf(from), { relationshipId, key, words }, at);

async function wordsFor(reader: TestMember, id: string): Promise<string[]> {
  return (await findConversation(viewerOf(reader), id)).messages.map(({ words }) => words);
}

/** How many messages to them they have not read: as it is kept, and as it is counted. */
async function unreadOf({ id: memberId }: TestMember, relationshipId: string): Promise<[kept: number, counted: number]> {
  const reader = await db().conversationReader.findUnique({
    where: { conversationId_memberId: { conversationId: relationshipId, memberId } },
    select: { unread: true, readTo: true },
  });
  const counted = await db().message.count({
    where: { relationshipId, senderId: { not: memberId }, number: { gt: reader?.readTo ?? 0 } },
  });
  return [reader?.unread ?? 0, counted];
}

const see = async (reader: TestMember, id: string, at = NOW) => {
  const { newest } = await findConversation(viewerOf(reader), id);
  return markSeen(viewerOf(reader), id, newest, at);
};

let pair: Pair;
beforeAll(async () => {
  pair = await insertRelationship();
});

describe("sending", () => {
  test("both read it, sealed in between, and only the other has it unread", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    expect(await say(mentee, id, "Good morning.\n\nShall we begin?")).toEqual({ ok: true, value: undefined });
    await say(mentor, id, "Gladly.", later(1));
    expect(await wordsFor(mentee, id)).toEqual(["Good morning.\n\nShall we begin?", "Gladly."]);
    const { messages, unread } = await findConversation(viewerOf(mentor), id);
    expect([messages.map(({ isMine }) => isMine), unread]).toEqual([[false, true], 1]);
    const { body } = await db().message.findFirstOrThrow({ where: { relationshipId: id }, select: { body: true } });
    expect(body).toMatch(/^tests\.[A-Za-z0-9+/=]+$/);
    expect(await unreadOf(mentee, id)).toEqual([1, 1]);
  });

  test("the same form twice is one message, and other words under its key are lost to nobody", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    const key = randomUUID();
    for (const words of ["One", "One", "Two"]) expect((await say(mentee, id, words, NOW, key)).ok).toBe(true);
    expect(await wordsFor(mentor, id)).toEqual(["One", "Two"]);
    expect(await unreadOf(mentor, id)).toEqual([2, 2]);
  });

  test("a hundred of the same at once are one", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    const key = randomUUID();
    const results = await Promise.all(Array.from({ length: 100 }, () => say(mentee, id, "Once.", NOW, key)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await wordsFor(mentor, id)).toEqual(["Once."]);
    expect(await unreadOf(mentor, id)).toEqual([1, 1]);
    expect(await db().mail.count({ where: { memberId: mentor.id } })).toBe(1);
    expect(await db().notification.count({ where: { memberId: mentor.id } })).toBe(1);
  });

  test("another's key is no obstacle, be it the partner's", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    const key = randomUUID();
    await say(mentee, id, "Mine", NOW, key);
    await say(mentor, id, "Yours", NOW, key);
    await say(pair.mentee, pair.id, "Elsewhere", NOW, key);
    expect(await wordsFor(mentee, id)).toEqual(["Mine", "Yours"]);
  });

  test("is refused to everybody else, and nothing of it is there for them", async () => {
    const { id, mentee } = await insertRelationship();
    await say(mentee, id, "Between us");
    const outsider = pair.mentee;
    expect(await say(outsider, id, "Hello")).toEqual({ ok: false, reason: "not-found" });
    expect(await say(outsider, randomUUID(), "Hello")).toEqual({ ok: false, reason: "not-found" });
    expect(await findNews(viewerOf(outsider), id)).toBeNull();
    expect(await findRelationship(viewerOf(outsider), id, NOW)).toBeNull();
    expect(await see(outsider, id)).toBe(false);
  });

  test("is refused after the end and after the agreed end; reading is not", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    const key = randomUUID();
    await say(mentee, id, "Before", NOW, key);
    expect(await say(mentor, id, "Late", later(60 * 24 * 366))).toEqual({ ok: false, reason: "ended" });
    await relationships.closeAll(mentor.id, later(5));
    expect(await say(mentee, id, "After", later(6))).toEqual({ ok: false, reason: "ended" });
    expect(await say(mentee, id, "Before", later(6), key)).toMatchObject({ ok: true });
    expect(await wordsFor(mentor, id)).toEqual(["Before"]);
    expect(await see(mentor, id, later(7))).toBe(true);
    expect(await unreadOf(mentor, id)).toEqual([0, 0]);
  });

  test("nothing is written after the end, however close the race", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, mentee, mentor } = await insertRelationship();
      const sending = Array.from({ length: 10 }, (_, i) => say(mentee, id, `${i}`));
      const [, ...results] = await Promise.all([relationships.closeAll(mentor.id, NOW), ...sending]);
      const sent = results.filter(({ ok }) => ok).length;
      expect(await wordsFor(mentor, id)).toHaveLength(sent);
      for (const result of results) if (!result.ok) expect(result.reason).toBe("ended");
    }
  });

  test("is refused for a while after very many, and a repeat of an earlier one is not", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    const key = randomUUID();
    await say(mentee, id, "first", NOW, key);
    for (let i = 1; i < MOST_PER_HOUR; i++) await say(mentee, id, `${i}`, later(1));
    expect(await say(mentee, id, "more", later(2))).toEqual({ ok: false, reason: "too-many" });
    expect((await say(mentee, id, "first", later(2), key)).ok).toBe(true);
    expect((await say(mentor, id, "I may", later(2))).ok).toBe(true);
    expect((await say(mentee, id, "more", later(62))).ok).toBe(true);
    expect(await unreadOf(mentor, id)).toEqual([MOST_PER_HOUR + 1, MOST_PER_HOUR + 1]);
  });
});

describe("reading", () => {
  test("what was shown is read, and told to the one who wrote; what came meanwhile is not", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    await say(mentee, id, "One");
    const { newest } = await findConversation(viewerOf(mentor), id);
    await say(mentee, id, "Two");
    expect(await markSeen(viewerOf(mentor), id, newest, later(1))).toBe(false);
    expect(await unreadOf(mentor, id)).toEqual([2, 2]);
    expect(await see(mentor, id, later(1))).toBe(true);
    expect(await see(mentor, id, later(2))).toBe(false);
    const { messages, partnerReadTo } = await findConversation(viewerOf(mentee), id);
    expect(messages.every(({ number }) => number <= partnerReadTo)).toBe(true);
  });

  test("the list and the pages of the relationship know how much", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    await say(mentee, id, "One");
    await say(mentee, id, "Two");
    expect((await listRelationships(viewerOf(mentor), "mentor")).rows).toMatchObject([{ id, unread: 2 }]);
    expect((await findRelationship(viewerOf(mentor), id, NOW))?.unread).toBe(2);
    expect((await findRelationship(viewerOf(mentee), id, NOW))?.unread).toBe(0);
    await see(mentor, id);
    expect((await listRelationships(viewerOf(mentor), "mentor")).rows).toMatchObject([{ id, unread: 0 }]);
  });

  test("an open page is told how far it is, and nothing changes for it when nothing has", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    expect(await findNews(viewerOf(mentor), id)).toEqual({ newest: 0, partnerReadTo: 0 });
    await say(mentee, id, "One");
    const { newest, partnerReadTo } = await findConversation(viewerOf(mentor), id);
    expect(await findNews(viewerOf(mentor), id)).toEqual({ newest, partnerReadTo });
    await see(mentor, id);
    expect(await findNews(viewerOf(mentee), id)).toEqual({ newest, partnerReadTo: newest });
  });

  test("page by page, each message once", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    for (let i = 0; i < 65; i++) await say(i % 2 ? mentee : mentor, id, `${i}`, later(i * 3));
    const pages: string[][] = [];
    for (let before: number | null = null, isLast = false; !isLast; ) {
      const { messages, earlier } = await findConversation(viewerOf(mentee), id, before);
      pages.unshift(messages.map(({ words }) => words));
      before = earlier;
      isLast = earlier === null;
    }
    expect(pages.map(({ length }) => length)).toEqual([5, PAGE_SIZE, PAGE_SIZE]);
    expect(pages.flat()).toEqual(Array.from({ length: 65 }, (_, i) => `${i}`));
    expect((await findConversation(viewerOf(mentee), id, 1)).messages).toEqual([]);
  });

  test("counts are right whatever happens at once", async () => {
    const step = fc.constantFrom("mentee says", "mentor says", "mentee sees", "mentor sees", "mentee repeats");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 6 }), async (rounds) => {
        const { id, mentee, mentor } = await insertRelationship();
        const key = randomUUID();
        const act = {
          "mentee says": () => say(mentee, id, "words"),
          "mentor says": () => say(mentor, id, "words"),
          "mentee repeats": () => say(mentee, id, "again", NOW, key),
          "mentee sees": () => see(mentee, id),
          "mentor sees": () => see(mentor, id),
        };
        for (const round of rounds) await Promise.all(round.map((name) => act[name]()));
        for (const reader of [mentee, mentor]) {
          const [kept, counted] = await unreadOf(reader, id);
          expect(kept).toBe(counted);
        }
        const said = rounds.flat().filter((name) => name.endsWith("says")).length;
        const repeated = rounds.flat().includes("mentee repeats") ? 1 : 0;
        expect(await db().message.count({ where: { relationshipId: id } })).toBe(said + repeated);
        await see(mentee, id);
        await see(mentor, id);
        expect([await unreadOf(mentee, id), await unreadOf(mentor, id)]).toEqual([
          [0, 0],
          [0, 0],
        ]);
      }),
      { numRuns: dose(10, 25) },
    );
  });
});

const mailsTo = ({ id }: TestMember) =>
  db().mail.findMany({
    where: { memberId: id, kind: "messages-waiting" },
    orderBy: { createdAt: "asc" },
    select: { key: true, status: true, nextAttemptAt: true, subject: true, text: true },
  });
const sentTo = async (member: TestMember) => (await mailsTo(member)).filter(({ status }) => status === "sent");

describe("a quiet spell", () => {
  test("is one mail, after nobody has written for a while, that says who and where and not what", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    for (const minute of [0, 4, 8]) await say(mentee, id, "A secret about owls", later(minute));
    await deliverMails(later(17));
    expect(await mailsTo(mentor)).toMatchObject([{ status: "waiting", nextAttemptAt: later(8 + QUIET_MINUTES) }]);
    await deliverMails(later(18));
    await say(mentee, id, "More about owls", later(30));
    await deliverMails(later(60));
    const mails = await mailsTo(mentor);
    expect(mails).toMatchObject([{ status: "sent", subject: `${mentee.name} has written to you` }]);
    expect(mails[0]?.text).toContain(`/relationships/${id}/messages`);
    expect(JSON.stringify(await db().mail.findMany({ where: { memberId: mentor.id } }))).not.toContain("owls");
    expect(await sentTo(mentee)).toEqual([]);
  });

  test("does not wait longer than an hour, however long the other goes on", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    for (let minute = 0; minute < 90; minute += 6) {
      await say(mentee, id, `${minute}`, later(minute));
      await deliverMails(later(minute + 1));
    }
    expect(await sentTo(mentor)).toHaveLength(1);
    const { sentAt } = await db().mail.findFirstOrThrow({ where: { memberId: mentor.id }, select: { sentAt: true } });
    expect(sentAt && sentAt <= later(68)).toBe(true);
  });

  test("is no mail when it was read in time, and the notification is read with it", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    await say(mentee, id, "One", later(0));
    await see(mentor, id, later(3));
    await deliverMails(later(11));
    expect(await mailsTo(mentor)).toMatchObject([{ status: "overtaken", subject: null }]);
    const notices = await db().notification.findMany({ where: { memberId: mentor.id }, select: { kind: true, readAt: true } });
    expect(notices).toEqual([{ kind: "messages-waiting", readAt: later(3) }]);
  });

  test.each([
    ["digest", ["held"]],
    ["none", []],
  ])("is as its reader has chosen: %s", async (choice, statuses) => {
    const { id, mentee, mentor } = await insertRelationship();
    await db().notificationChoice.create({
      data: { memberId: mentor.id, group: "messages", choice, changedAt: NOW },
      select: { memberId: true },
    });
    for (const minute of [0, 5]) await say(mentee, id, "words", later(minute));
    await deliverMails(later(90));
    expect((await mailsTo(mentor)).map(({ status }) => status)).toEqual(statuses);
    expect(await db().notification.count({ where: { memberId: mentor.id } })).toBe(1);
  });

  test("a talk in which both are there is one notification and no mail; what comes after it is told", async () => {
    const { id, mentee, mentor } = await insertRelationship();
    for (let minute = 0; minute < 100; minute += 2) {
      await say(mentee, id, `${minute}`, later(minute));
      await see(mentor, id, later(minute + 1));
      await deliverMails(later(minute + 1));
    }
    expect(await mailsTo(mentor)).toHaveLength(1);
    expect(await db().notification.count({ where: { memberId: mentor.id } })).toBe(1);
    await deliverMails(later(130));
    await say(mentee, id, "After supper", later(200));
    await deliverMails(later(211));
    expect(await sentTo(mentor)).toHaveLength(1);
    const unread = await db().notification.count({ where: { memberId: mentor.id, readAt: null } });
    expect(unread).toBe(1);
  });

  test("never mails twice and never forgets, whatever the order and however late the delivery", async () => {
    const step = fc.record({
      minutes: fc.constantFrom(0, 1, 5, 9, 10, 11, 30, 70),
      what: fc.constantFrom("says", "says", "sees", "delivers"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { id, mentee, mentor } = await insertRelationship();
        let minute = 0;
        let unread = 0;
        let isMailed = false;
        for (const { minutes, what } of steps) {
          minute += minutes;
          const before = (await sentTo(mentor)).length;
          if (what === "says") {
            await say(mentee, id, "words", later(minute));
            unread++;
          } else if (what === "sees") {
            await see(mentor, id, later(minute));
            [unread, isMailed] = [0, false];
          } else {
            await deliverMails(later(minute));
            const more = (await sentTo(mentor)).length - before;
            expect(more).toBeLessThanOrEqual(unread > 0 && !isMailed ? 1 : 0);
            isMailed ||= more > 0;
          }
        }
        const before = (await sentTo(mentor)).length;
        await deliverMails(later(minute + 61));
        expect((await sentTo(mentor)).length - before).toBe(unread > 0 && !isMailed ? 1 : 0);
      }),
      { numRuns: dose(10, 30) },
    );
  });
});
