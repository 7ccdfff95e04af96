import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, refuse } from "@/lib/foundation/result";
import { openText, seal } from "@/lib/foundation/sealing/seal-and-open";
import type { Viewer } from "@/lib/foundation/viewer";
import { choosableGroupOf } from "@/lib/notify/notices/define";
import { isPartner, openRelationship } from "@/lib/pairing/relationships/access-sql";
import { LONGEST_WAIT_MINUTES, MOST_PER_HOUR, QUIET_MINUTES, type RefusalReason } from "./message";
import { MESSAGE_NOTICES, type MessageNotice } from "./notices";

interface Draft {
  relationshipId: string;
  key: string;
  words: string;
}

/**
 * Sends a message to the viewer's partner, once however often the same form arrives. Refuses a relationship that is not the
 * viewer's or has ended, and more than MOST_PER_HOUR in an hour. No words are lost: other words under a key that was used
 * become another message.
 */
export function send(viewer: Viewer, draft: Draft, now: Date): Promise<Kept<void> | Refusal<RefusalReason>> {
  return once(draft.key, draft.words, async (key) => {
    const { isSent, isTheirs, isOpen } = await insert(viewer, { ...draft, key }, now);
    if (isSent) return done(undefined);
    if (!isTheirs) return refuse("not-found");
    const earlier = await findSent(viewer, { ...draft, key });
    return earlier === null ? refuse(isOpen ? "too-many" : "ended") : taken(undefined, earlier === draft.words);
  });
}

interface Answer {
  isSent: boolean;
  isTheirs: boolean;
  isOpen: boolean;
}

/**
 * A single statement: the number, the message, the reader's count, their notification and their mail. Locking the row of the
 * conversation lets one message in at a time. A quiet spell begins when somebody who has read everything gets a message, and
 * continues until its mail has gone. All figures come from the reader's row after it is locked.
 */
async function insert(viewer: Viewer, { relationshipId, key, words }: Draft, now: Date): Promise<Answer> {
  const me = Prisma.sql`${viewer.memberId}::uuid`;
  const id = Prisma.sql`${relationshipId}::uuid`;
  const at = Prisma.sql`${now}::timestamptz`;
  const body = seal("messages.body", [relationshipId, viewer.memberId, key], words);
  const message = { me, id, at, key, body };
  const [answer] = await db().$queryRaw<Answer[]>`
    WITH open AS MATERIALIZED (
      ${openRelationship(viewer, relationshipId, now)}
    ), ${numberIt(message)}, ${writeIt(message)}, ${countItUnread(message)}, ${tellOfIt(message)}
    SELECT EXISTS (SELECT 1 FROM sent) AS "isSent", EXISTS (SELECT 1 FROM open) AS "isOpen",
      EXISTS (SELECT 1 FROM "relationships" r WHERE r."id" = ${id} AND ${isPartner(viewer)}) AS "isTheirs"`;
  if (!answer) throw new Error("The database did not say whether the message was sent.");
  return answer;
}

/** A message, in the form that the parts of the statement need. */
interface Message {
  me: Prisma.Sql;
  /** The relationship's. */
  id: Prisma.Sql;
  at: Prisma.Sql;
  key: string;
  /** Sealed. */
  body: string;
}

/** Numbers the message, unless the sender has sent too many or this one already. Locks the row of the conversation. */
function numberIt({ me, id, at, key }: Message): Prisma.Sql {
  return Prisma.sql`
    recent AS MATERIALIZED (
      SELECT m."senderId", m."sentAt" FROM "messages" m WHERE m."relationshipId" = ${id}
      ORDER BY m."number" DESC LIMIT ${2 * MOST_PER_HOUR}
    ), numbered AS (
      INSERT INTO "conversations" AS c ("relationshipId", "newest")
      SELECT o."id", 1 FROM open o
      WHERE (SELECT count(*) FROM recent WHERE "senderId" = ${me} AND "sentAt" > ${at} - interval '1 hour') < ${MOST_PER_HOUR}
        AND NOT EXISTS (
          SELECT 1 FROM "messages" m WHERE m."relationshipId" = ${id} AND m."senderId" = ${me} AND m."key" = ${key}::uuid)
      ON CONFLICT ("relationshipId") DO UPDATE SET "newest" = c."newest" + 1
      RETURNING c."relationshipId", c."newest"
    )`;
}

function writeIt({ me, at, key, body }: Message): Prisma.Sql {
  return Prisma.sql`
    sent AS (
      INSERT INTO "messages" ("relationshipId", "number", "senderId", "key", "body", "sentAt")
      SELECT "relationshipId", "newest", ${me}, ${key}::uuid, ${body}, ${at} FROM numbered
      ON CONFLICT ("relationshipId", "senderId", "key") DO NOTHING
      RETURNING "number"
    )`;
}

/** Counts one more unread message, in a new quiet spell if the reader had read everything. */
function countItUnread({ me, at }: Message): Prisma.Sql {
  return Prisma.sql`
    reader AS (
      INSERT INTO "conversation_readers" AS r ("relationshipId", "memberId", "role", "newest", "unread", "spellAt", "mailAt")
      SELECT o."id", CASE WHEN o."menteeId" = ${me} THEN o."mentorId" ELSE o."menteeId" END,
        CASE WHEN o."menteeId" = ${me} THEN 'mentor' ELSE 'mentee' END, s."number", 1, ${at}, ${at} + ${QUIET}
      FROM sent s CROSS JOIN open o
      ON CONFLICT ("relationshipId", "memberId") DO UPDATE SET
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

/** The reader's notification, and their mail as they chose it. */
function tellOfIt({ me, at }: Message): Prisma.Sql {
  return Prisma.sql`
    notified AS (
      INSERT INTO "notifications" ("key", "memberId", "role", "kind", "proposalId", "aboutId", "createdAt")
      SELECT "key", "memberId", "role", ${KIND}::text, "relationshipId", ${me}, ${at} FROM reader WHERE "unread" = 1
      ON CONFLICT ("key") DO UPDATE SET "createdAt" = excluded."createdAt", "readAt" = NULL
    ), mailed AS (
      INSERT INTO "mails" AS m ("key", "memberId", "role", "kind", "proposalId", "aboutId", "createdAt", "status", "nextAttemptAt")
      SELECT r."key", r."memberId", r."role", ${KIND}::text, r."relationshipId", ${me}, r."spellAt",
        CASE WHEN c."choice" = 'digest' THEN 'held' ELSE 'waiting' END, CASE WHEN c."choice" IS NULL THEN r."mailAt" END
      FROM reader r
      LEFT JOIN "notification_choices" c ON c."memberId" = r."memberId" AND c."group" = ${choosableGroupOf(MESSAGE_NOTICES, KIND)}
      WHERE c."choice" IS DISTINCT FROM 'none'
      ON CONFLICT ("key") DO UPDATE SET "createdAt" = excluded."createdAt", "nextAttemptAt" = excluded."nextAttemptAt"
        WHERE m."status" = 'waiting' AND m."attempts" = 0 AND excluded."status" = 'waiting'
    )`;
}

const KIND: MessageNotice = "messages-waiting";
const QUIET = Prisma.sql`make_interval(mins => ${QUIET_MINUTES}::integer)`;
const LONGEST_WAIT = Prisma.sql`make_interval(mins => ${LONGEST_WAIT_MINUTES}::integer)`;

/** Whether the mail of this spell is certain to be waiting still; a minute allows for clocks that differ. */
function isMailHeld(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(r."mailAt" > ${at} + interval '1 minute')`;
}

/** What the viewer sent under this key, or a sentence if it cannot be decrypted; null when nothing was sent. */
async function findSent({ memberId }: Viewer, { relationshipId, key }: Draft): Promise<string | null> {
  const sent = await db().message.findUnique({
    where: { relationshipId_senderId_key: { relationshipId, senderId: memberId, key } },
    select: { body: true },
  });
  return sent?.body ? openText("messages.body", [relationshipId, memberId, key], sent.body) : null;
}

/**
 * Marks the conversation and its notification as read, up to `shown`, unless something newer has arrived, which their page
 * will show first. Also after the relationship has ended. Returns whether anything was unread.
 */
export async function markSeen(viewer: Viewer, relationshipId: string, shown: number, now: Date): Promise<boolean> {
  const [answer] = await db().$queryRaw<{ count: number }[]>`
    WITH read AS (
      UPDATE "conversation_readers" r SET "unread" = 0, "readTo" = r."newest", "readAt" = ${now}::timestamptz
      WHERE r."relationshipId" = ${relationshipId}::uuid AND r."memberId" = ${viewer.memberId}::uuid
        AND r."unread" > 0 AND r."newest" <= ${shown}
      RETURNING 'messages:' || r."relationshipId" || ':' || r."memberId" || ':' || r."spell" AS "key"
    ), noticed AS (
      UPDATE "notifications" n SET "readAt" = ${now}::timestamptz FROM read WHERE n."key" = read."key" AND n."readAt" IS NULL
    )
    SELECT count(*)::integer AS "count" FROM read`;
  return (answer?.count ?? 0) > 0;
}
