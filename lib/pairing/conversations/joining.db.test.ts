import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "@/testing/people";
import { markSeen, send } from "./commands";
import { findConversation } from "./queries";

/**
 * Until each two people had one conversation, each relationship had its own. Here rows are made as the code before makes them,
 * before and after the migration.
 */
const MIGRATION = readFileSync("prisma/migrations/20261129040050_one_conversation/migration.sql", "utf8");
const BACK = `
  DROP TRIGGER conversations_placed ON "conversations"; DROP TRIGGER messages_placed ON "messages";
  DROP TRIGGER conversation_readers_placed ON "conversation_readers";
  DROP FUNCTION place_conversation(); DROP FUNCTION place_message(); DROP FUNCTION place_reader(); DROP FUNCTION conversation_of(uuid);
  ALTER TABLE "conversations" DROP COLUMN "lowerId" CASCADE, DROP COLUMN "higherId" CASCADE;
  ALTER TABLE "messages" DROP COLUMN "conversationId" CASCADE;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id");
  ALTER TABLE "conversations" ADD CONSTRAINT "conversations_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id");
  ALTER TABLE "conversation_readers" ADD CONSTRAINT "conversation_readers_relationshipId_fkey"
    FOREIGN KEY ("relationshipId") REFERENCES "relationships"("id")`;

const NOW = new Date("2026-06-01T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());

/** A relationship of these two, the `place`th of its kind, which has ended unless it is the last. */
async function insertRelationship(mentee: TestMember, mentor: TestMember, place: number, isEnded: boolean): Promise<string> {
  const id = randomUUID();
  const startedAt = later(place * 1000);
  await db().relationship.create({
    data: {
      id,
      menteeId: mentee.id,
      mentorId: mentor.id,
      startedAt,
      agreedUntil: later(600_000),
      endedAt: isEnded ? later(place * 1000 + 900) : null,
      endedBecause: isEnded ? "mentee" : null,
      dueAt: isEnded ? null : later(590_000),
      mentorPlace: place + 1,
      menteePlace: place + 1,
    },
    select: { id: true },
  });
  return id;
}

/** As the code before sends: it numbers within the relationship, and knows nothing of the two. */
async function sayAsBefore(id: string, from: TestMember, to: TestMember, words: string, at: Date): Promise<void> {
  const key = randomUUID();
  const body = seal("messages.body", [id, from.id, key], words);
  await client.query(
    `WITH numbered AS (
       INSERT INTO "conversations" AS c ("relationshipId", "newest") VALUES ($1, 1)
       ON CONFLICT ("relationshipId") DO UPDATE SET "newest" = c."newest" + 1 RETURNING c."relationshipId", c."newest"
     ), sent AS (
       INSERT INTO "messages" ("relationshipId", "number", "senderId", "key", "body", "sentAt")
       SELECT "relationshipId", "newest", $2, $3, $4, $5 FROM numbered
       ON CONFLICT ("relationshipId", "senderId", "key") DO NOTHING RETURNING "number"
     )
     INSERT INTO "conversation_readers" AS r ("relationshipId", "memberId", "role", "newest", "unread", "spellAt", "mailAt")
     SELECT $1, $6, 'mentor', "number", 1, $5, $5 FROM sent
     ON CONFLICT ("relationshipId", "memberId") DO UPDATE SET "newest" = excluded."newest", "unread" = r."unread" + 1`,
    [id, from.id, key, body, at, to.id],
  );
}

test("the migration makes one conversation of two people's relationships, and neither a word nor a seal is lost", async () => {
  const [mentee, mentor, other] = [await insertMentee(), await insertMentor(), await insertMentor()];
  const first = await insertRelationship(mentee, mentor, 0, true);
  const second = await insertRelationship(mentee, mentor, 1, false);
  const elsewhere = await insertRelationship(mentee, other, 2, false);
  await client.query(BACK);
  for (const i of [1, 2, 3]) await sayAsBefore(first, mentee, mentor, `first ${i}`, later(i));
  await sayAsBefore(first, mentor, mentee, "first 4", later(4));
  for (const i of [1, 2]) await sayAsBefore(second, mentee, mentor, `second ${i}`, later(1000 + i));
  await sayAsBefore(elsewhere, mentee, other, "elsewhere", later(2000));
  await client.query(MIGRATION);

  for (const id of [first, second]) {
    const { messages, unread, newest } = await findConversation(viewerOf(mentor), id);
    expect(messages.map(({ words }) => words)).toEqual(["first 1", "first 2", "first 3", "first 4", "second 1", "second 2"]);
    expect([unread, newest]).toEqual([5, 6]);
  }
  expect((await findConversation(viewerOf(other), elsewhere)).messages).toHaveLength(1);
  expect((await findConversation(viewerOf(other), second)).messages).toEqual([]);
  expect((await findConversation(viewerOf(mentee), first)).unread).toBe(1);
  // The code before still finds what it wrote, where it wrote it.
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM "messages" m JOIN "conversations" c USING ("relationshipId") WHERE m."relationshipId" = $1`,
    [first],
  );
  expect(rows).toEqual([{ n: 4 }]);
  expect(await markSeen(viewerOf(mentor), second, 6, later(3000))).toBe(true);
  expect((await findConversation(viewerOf(mentor), first)).unread).toBe(0);
  const sent = await send(viewerOf(mentor), { relationshipId: second, key: randomUUID(), words: "now" }, later(3001));
  expect(sent.ok).toBe(true);
  expect((await findConversation(viewerOf(mentee), first)).messages.at(-1)).toMatchObject({ number: 7, words: "now" });
});

test("what the code before writes while it still serves is in the conversation of the two", async () => {
  const [mentee, mentor] = [await insertMentee(), await insertMentor()];
  const first = await insertRelationship(mentee, mentor, 0, true);
  await sayAsBefore(first, mentee, mentor, "old, first", later(1));
  await sayAsBefore(first, mentee, mentor, "old, again", later(2));
  const second = await insertRelationship(mentee, mentor, 1, false);
  await sayAsBefore(second, mentee, mentor, "old, second", later(1001));
  await send(viewerOf(mentor), { relationshipId: second, key: randomUUID(), words: "new" }, later(1002));
  await sayAsBefore(second, mentee, mentor, "old, last", later(1003));
  const { messages, unread } = await findConversation(viewerOf(mentor), second);
  expect(messages.map(({ words }) => words)).toEqual(["old, first", "old, again", "old, second", "new", "old, last"]);
  expect(messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(unread).toBe(4);
});
