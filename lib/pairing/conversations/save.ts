import { db, Prisma } from "@/lib/foundation/db/client";
import { sqlStateOf } from "@/lib/foundation/db/query";
import { taken } from "@/lib/foundation/once";
import { done, refuse } from "@/lib/foundation/result";
import { openText, seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { choosableGroupOf } from "@/lib/notify/notices/define";
import { isConversationOf } from "./access-sql";
import { LONGEST_WAIT_MINUTES, MOST_PER_HOUR, QUIET_MINUTES } from "./conversation";
import { MESSAGE_NOTICES, type MessageNotice } from "./notices";

export interface Draft {
  /** Where it is written: a relationship, or a conversation that has none yet. Its words are bound to this id. */
  place: string;
  key: string;
  words: string;
}

/** What goes with a message in the same statement: CTEs that may read `sent`, such as what it does to a question. */
interface Beside {
  /** Whether its reader is told of it as of any message; not where another notice says it already. */
  isTold: boolean;
  consequences: Prisma.Sql;
}

const NOTHING: Beside = { isTold: true, consequences: Prisma.empty };

/**
 * Writes a message, in one statement: the number, the message, the reader's count, their notification and their mail.
 * `open` is a query for the two who may write to each other now ("id" of the place, "menteeId", "mentorId", and "proposalId" where
 * the page is that of a relationship); no row: they may not. The row of the conversation lets one in at a time. A quiet spell
 * begins when somebody who has read everything is written to; it is the same one as before while its mail has not gone. Every
 * figure is taken from the reader's row as it is once it is held.
 */
export async function write({ memberId }: Viewer, open: Prisma.Sql, draft: Draft, now: Date, beside = NOTHING) {
  const { place, key, words } = draft;
  const body = seal("messages.body", [place, memberId, key], words);
  const message = { me: Prisma.sql`${memberId}::uuid`, at: Prisma.sql`${now}::timestamptz`, key, body };
  const told = beside.isTold ? Prisma.sql`, ${tellOfIt(message)}` : Prisma.empty;
  const run = () => db().$queryRaw<{ isSent: boolean; isOpen: boolean }[]>`
    WITH open AS MATERIALIZED (${open}), ${numberIt(message)}, ${writeIt(message)}, ${countItUnread(message)}${told}${beside.consequences}
    SELECT EXISTS (SELECT 1 FROM sent) AS "isSent", EXISTS (SELECT 1 FROM open) AS "isOpen"`;
  // The two may begin in two places at the same moment; the second time, there is a conversation to go on with.
  const [answer] = await run().catch((error) => (isUniqueBreach(error) ? run() : Promise.reject(error)));
  if (!answer) throw new Error("The database did not say whether the message was sent.");
  if (answer.isSent) return done(undefined);
  const earlier = await findSent(memberId, draft);
  if (earlier !== null) return taken(undefined, earlier === words);
  return refuse(answer.isOpen ? "too-many" : "not-open");
}

/** Somebody else was quicker: the answer is to look again. */
export function isUniqueBreach(error: unknown): boolean {
  return sqlStateOf(error) === "23505";
}

/** A message as the parts of the statement have it. */
interface Message {
  me: Prisma.Sql;
  at: Prisma.Sql;
  key: string;
  /** Sealed. */
  body: string;
}

/** Its number, unless the sender has sent too many or this one already. Holds the row of the conversation. */
function numberIt({ me, at, key }: Message): Prisma.Sql {
  return Prisma.sql`
    known AS MATERIALIZED (
      SELECT c."relationshipId" AS "id" FROM open o JOIN "conversations" c ON ${isConversationOf("c", "o")}
    ), recent AS MATERIALIZED (
      SELECT m."senderId", m."sentAt" FROM "messages" m WHERE m."conversationId" = (SELECT "id" FROM known)
      ORDER BY m."number" DESC LIMIT ${2 * MOST_PER_HOUR}
    ), numbered AS (
      INSERT INTO "conversations" AS c ("relationshipId", "newest", "lowerId", "higherId")
      SELECT coalesce((SELECT "id" FROM known), o."id"), 1, least(o."menteeId", o."mentorId"), greatest(o."menteeId", o."mentorId")
      FROM open o
      WHERE (SELECT count(*) FROM recent WHERE "senderId" = ${me} AND "sentAt" > ${at} - interval '1 hour') < ${MOST_PER_HOUR}
        AND NOT EXISTS (
          SELECT 1 FROM "messages" m WHERE m."relationshipId" = o."id" AND m."senderId" = ${me} AND m."key" = ${key}::uuid)
      ON CONFLICT ("relationshipId") DO UPDATE SET "newest" = c."newest" + 1
      RETURNING c."relationshipId", c."newest"
    )`;
}

function writeIt({ me, at, key, body }: Message): Prisma.Sql {
  return Prisma.sql`
    sent AS (
      INSERT INTO "messages" ("relationshipId", "number", "senderId", "key", "body", "sentAt", "conversationId")
      SELECT o."id", n."newest", ${me}, ${key}::uuid, ${body}, ${at}, n."relationshipId" FROM numbered n CROSS JOIN open o
      ON CONFLICT ("relationshipId", "senderId", "key") DO NOTHING
      RETURNING "number", "conversationId"
    )`;
}

/** One more that the reader has not read; in a new quiet spell when they had read everything. */
function countItUnread({ me, at }: Message): Prisma.Sql {
  return Prisma.sql`
    reader AS (
      INSERT INTO "conversation_readers" AS r ("relationshipId", "memberId", "role", "newest", "unread", "spellAt", "mailAt")
      SELECT s."conversationId", CASE WHEN o."menteeId" = ${me} THEN o."mentorId" ELSE o."menteeId" END,
        CASE WHEN o."menteeId" = ${me} THEN 'mentor' ELSE 'mentee' END, s."number", 1, ${at}, ${at} + ${QUIET}
      FROM sent s CROSS JOIN open o
      ON CONFLICT ("relationshipId", "memberId") DO UPDATE SET
        "role" = excluded."role",
        "newest" = excluded."newest",
        "unread" = r."unread" + 1,
        "spell" = CASE WHEN r."unread" = 0 AND NOT ${isMailHeld(at)} THEN r."spell" + 1 ELSE r."spell" END,
        "spellAt" = CASE WHEN r."unread" = 0 THEN ${at} ELSE r."spellAt" END,
        "mailAt" = CASE WHEN r."unread" = 0 THEN ${at} + ${QUIET}
          WHEN ${isMailHeld(at)} THEN least(r."spellAt" + ${LONGEST_WAIT}, greatest(r."mailAt", ${at} + ${QUIET}))
          ELSE r."mailAt" END
      RETURNING r."relationshipId", r."memberId", r."role", r."unread", r."spellAt", r."mailAt",
        'messages:' || r."relationshipId" || ':' || r."memberId" || ':' || r."spell" AS "key"
    )`;
}

/** The reader's notification, and their mail as they chose it. Both lead to the relationship, or to the conversation before it. */
function tellOfIt({ me, at }: Message): Prisma.Sql {
  return Prisma.sql`
    spell AS MATERIALIZED (
      SELECT r.*, o."proposalId",
        CASE WHEN o."proposalId" IS NULL THEN jsonb_build_object('conversationId', r."relationshipId") ELSE '{}'::jsonb END AS "data"
      FROM reader r CROSS JOIN open o
    ), notified AS (
      INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt")
      SELECT "key", "memberId", "role", ${KIND}::text, "proposalId", ${me}, "data", ${at} FROM spell WHERE "unread" = 1
      ON CONFLICT ("key") DO UPDATE SET "createdAt" = excluded."createdAt", "readAt" = NULL,
        "proposalId" = excluded."proposalId", "data" = excluded."data"
    ), mailed AS (
      INSERT INTO "mails" AS m ("key", "memberId", "role", "kind", "proposalId", "aboutId", "data", "createdAt", "status", "nextAttemptAt")
      SELECT r."key", r."memberId", r."role", ${KIND}::text, r."proposalId", ${me}, r."data", r."spellAt",
        CASE WHEN c."choice" = 'digest' THEN 'held' ELSE 'waiting' END, CASE WHEN c."choice" IS NULL THEN r."mailAt" END
      FROM spell r
      LEFT JOIN "notification_choices" c ON c."memberId" = r."memberId" AND c."group" = ${choosableGroupOf(MESSAGE_NOTICES, KIND)}
      WHERE c."choice" IS DISTINCT FROM 'none'
      ON CONFLICT ("key") DO UPDATE SET "createdAt" = excluded."createdAt", "nextAttemptAt" = excluded."nextAttemptAt",
          "proposalId" = excluded."proposalId", "data" = excluded."data"
        WHERE m."status" = 'waiting' AND m."attempts" = 0 AND excluded."status" = 'waiting'
    )`;
}

const KIND: MessageNotice = "messages-waiting";
const QUIET = Prisma.sql`make_interval(mins => ${QUIET_MINUTES}::integer)`;
const LONGEST_WAIT = Prisma.sql`make_interval(mins => ${LONGEST_WAIT_MINUTES}::integer)`;

/** Whether the mail of the spell is certain to wait still; a minute is left for clocks that differ. */
function isMailHeld(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(r."mailAt" > ${at} + interval '1 minute')`;
}

/** Whether the member has sent just these words under this key. */
export async function wasSent(senderId: string, draft: Draft): Promise<boolean> {
  return (await findSent(senderId, draft)) === draft.words;
}

/** What they sent under this key, or a sentence that they did not type where it cannot be read; null when nothing. */
async function findSent(senderId: string, { place, key }: Draft): Promise<string | null> {
  const sent = await db().message.findUnique({
    where: { relationshipId_senderId_key: { relationshipId: place, senderId, key } },
    select: { body: true },
  });
  return sent?.body ? openText("messages.body", [place, senderId, key], sent.body) : null;
}
