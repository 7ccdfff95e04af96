import { db, Prisma } from "@/lib/foundation/db/client";
import { dueRows, upToMost } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import type { DueLetter } from "./letter";
import { type DueReader, tellReaders } from "./pairs/save";
import { attend, type DueRecipient, endWhatIsSent, tell } from "./save";

/** Recipients in one statement. */
const AT_ONCE = 500;
/**
 * While so many mails wait to be sent, of whatever kind, no more letters are written: mails go oldest first, and nobody’s reminder or
 * new password is to wait behind a letter to a hundred thousand.
 */
const MOST_MAILS_WAITING = 2000;
const hasRoom = (now: Date) => Prisma.sql`(SELECT count(*) FROM (
  SELECT FROM "mails" WHERE "nextAttemptAt" <= ${now}::timestamptz LIMIT ${MOST_MAILS_WAITING}) few) < ${MOST_MAILS_WAITING}`;

/** A letter to those left over waits while their programme is being matched again: until then nobody knows who they are. */
const IS_HELD_UP = Prisma.sql`("status" = 'scheduled' AND "filters" LIKE '%leftOver%' AND EXISTS (SELECT FROM "matching_runs" r
  WHERE r."dueAt" IS NOT NULL AND strpos("filters", r."id"::text) > 0))`;

/** Letters that are due to begin, and those that are being sent. */
export const letterSweepStep: SweepStep<DueLetter> = {
  name: "letters",

  async findDue(now, after, limit) {
    return db().$queryRaw<DueLetter[]>`
      SELECT "id", "list", "memberId", "filters", "programmeIds", "authorId", "subject", "words", "status", "version", "dueAt", "startedAt",
        "readUpTo", "isRead" FROM "member_letters"
      WHERE "dueAt" IS NOT NULL AND "dueAt" <= ${now}::timestamptz AND NOT ${IS_HELD_UP}
        ${after ? Prisma.sql`AND ("dueAt", "id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
      ORDER BY "dueAt", "id" LIMIT ${limit}`;
  },

  async step(letters, now) {
    return { lettersBegun: await attend(letters, now) };
  },

  idOf: ({ id }) => id,

  overdue: {
    words: ["letter to members that has not begun", "letters to members that have not begun"],
    count: (now) =>
      upToMost(Prisma.sql`
        SELECT "dueAt" AS "at" FROM "member_letters"
        WHERE "dueAt" <= ${now}::timestamptz AND "status" = 'scheduled' AND NOT ${IS_HELD_UP} ORDER BY "dueAt"`),
  },
};

/** Members whom a letter that has begun has yet to reach, as many at a time as the outbox has room for. */
export const recipientSweepStep: SweepStep<DueRecipient> = {
  name: "letter-recipients",

  async findDue(now, after, limit) {
    return db().$queryRaw<DueRecipient[]>`
      SELECT r."letterId", r."memberId" FROM "member_letter_recipients" r
      WHERE r."state" = 'waiting'
        ${after ? Prisma.sql`AND (r."letterId", r."memberId") > (${after.letterId}::uuid, ${after.memberId}::uuid)` : Prisma.empty}
        AND ${hasRoom(now)}
      ORDER BY r."letterId", r."memberId" LIMIT ${Math.min(limit, AT_ONCE)}`;
  },

  async step(recipients, now) {
    return { lettersTold: await tell(recipients, now) };
  },

  idOf: ({ letterId }) => letterId,

  overdue: dueRows(
    ["member whom a letter has yet to reach", "members whom a letter has yet to reach"],
    () => Prisma.sql`SELECT FROM "member_letter_recipients" WHERE "state" = 'waiting'`,
  ),
};

/** The same of letters to pairs. */
export const readerSweepStep: SweepStep<DueReader> = {
  name: "letter-readers",

  async findDue(now, after, limit) {
    const isLater = (last: DueReader) =>
      Prisma.sql`AND (r."letterId", r."memberId", r."variant") > (${last.letterId}::uuid, ${last.memberId}::uuid, ${last.variant})`;
    return db().$queryRaw<DueReader[]>`
      SELECT r."letterId", r."memberId", r."variant" FROM "pair_letter_recipients" r
      WHERE r."state" = 'waiting' ${after ? isLater(after) : Prisma.empty} AND ${hasRoom(now)}
      ORDER BY r."letterId", r."memberId", r."variant" LIMIT ${Math.min(limit, AT_ONCE)}`;
  },

  async step(readers, now) {
    const pairLettersTold = await tellReaders(readers, now);
    await endWhatIsSent([...new Set(readers.map(({ letterId }) => letterId))], now);
    return { pairLettersTold };
  },

  idOf: ({ letterId }) => letterId,

  overdue: dueRows(
    ["partner whom a letter has yet to reach", "partners whom a letter has yet to reach"],
    () => Prisma.sql`SELECT FROM "pair_letter_recipients" WHERE "state" = 'waiting'`,
  ),
};
