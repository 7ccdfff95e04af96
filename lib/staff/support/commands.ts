import { createHash, randomUUID } from "node:crypto";
import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import type { Message } from "@/lib/pairing/conversations/conversation";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { sealShown } from "./attached";
import type { MadeAttachment } from "./attachments";
import { findWritten, isWritten } from "./conditions";
import type { Asked } from "./input";
import { SUPPORT_NOTICES, type SupportNotice } from "./notices";
import { concernedOf } from "./queries";
import { makeReference } from "./reference";
import { MOST_PER_DAY, MOST_REPLIES_PER_DAY, type RequestRefusal } from "./request";

/**
 * Asks staff for help: once, however often the same form arrives, and with anything else in it once more. What was ticked of
 * the viewer's own conversation goes along
 * as a copy, and nothing else of it. Returns the request's id.
 */
export async function ask(
  viewer: Viewer,
  asked: Asked,
  files: readonly MadeAttachment[],
  now: Date,
): Promise<Kept<string> | Refusal<RequestRefusal>> {
  const messages = await findTicked(viewer, asked, now);
  if (!messages) return refuse("not-theirs");
  const typed = toTyped(asked, files);
  return once(asked.id, [typed, digestsOf(files)], async (id) => {
    // Another reference is tried, should one be taken.
    const made = await retry(async () => {
      const { isSaved, isTooMany, isKnown } = await insert(viewer, { ...asked, id }, messages, files, now);
      if (isSaved) return done(id);
      if (isTooMany) return refuse("too-many");
      if (!isKnown) return refuse("not-theirs");
      const there = await findAsked(viewer, id);
      return there === null ? null : taken(id, there === typed);
    });
    return made ?? refuse("not-found");
  });
}

/**
 * Everything that makes two requests different, as JSON. Files are compared by name and size, so that we need not read them.
 */
function toTyped(
  { category, subject, words, relationshipId, aboutMemberId, messages }: Asked,
  files: readonly MadeAttachment[],
): string {
  const shown = [...new Set(messages)].sort((one, other) => one - other);
  return JSON.stringify([category, subject, words, relationshipId ?? null, aboutMemberId ?? null, shown, listFiles(files)]);
}

/** Each as its name and its size in bytes. */
function listFiles(files: readonly MadeAttachment[]): string[] {
  return files.map(({ name, picture, pdf }) => `${name} ${(picture ?? pdf)?.byteLength ?? 0}`).sort();
}

function digestsOf(files: readonly MadeAttachment[]): string[] {
  return files
    .map(({ picture, pdf }) =>
      createHash("sha256")
        .update(picture ?? pdf ?? "")
        .digest("hex"),
    )
    .sort();
}

/** The ticked messages; null if they are not the viewer's to show. */
async function findTicked(viewer: Viewer, { relationshipId, messages }: Asked, now: Date): Promise<Ticked[] | null> {
  if (!relationshipId) return messages.length === 0 ? [] : null;
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return null;
  if (messages.length === 0) return [];
  const conversation = await findConversation(viewer, relationshipId, Math.max(...messages) + 1);
  const wanted = conversation.messages.filter(({ number }) => messages.includes(number));
  if (wanted.length !== new Set(messages).size) return null;
  return wanted.map((message) => ({ ...message, senderId: message.isMine ? viewer.memberId : relationship.partner.memberId }));
}

type Ticked = Message & { senderId: string };

interface Answer {
  isSaved: boolean;
  isTooMany: boolean;
  isKnown: boolean;
}

/** Saves the request, its first entry, files, copies of messages, the audit line and the member's notice in one statement. */
async function insert(
  { memberId }: Viewer,
  { id, category, subject, words, relationshipId, aboutMemberId }: Asked,
  messages: readonly Ticked[],
  files: readonly MadeAttachment[],
  now: Date,
): Promise<Answer> {
  const me = Prisma.sql`${memberId}::uuid`;
  const at = Prisma.sql`${now}::timestamptz`;
  const copies = messages.map(({ number, senderId, words, sentAt }) => {
    return { number, senderId, words: sealShown(id, number, words), sentAt };
  });
  const [answer] = await db().$queryRaw<Answer[]>`
    WITH allowed AS MATERIALIZED (
      SELECT ${aboutMemberId ?? null}::uuid IS NULL OR ${aboutMemberId ?? null}::uuid IN (SELECT p."id" FROM (${concernedOf(me)}) p) AS "isKnown",
        (SELECT count(*) FROM "support_requests" r WHERE r."memberId" = ${me} AND r."id" <> ${id}::uuid
          AND r."openedAt" > ${at} - interval '1 day') >= ${MOST_PER_DAY} AS "isTooMany"
    ), opened AS (
      INSERT INTO "support_requests" ("id", "reference", "memberId", "category", "subject", "relationshipId", "aboutMemberId",
        "openedAt", "waitingSince")
      SELECT ${id}::uuid, ${makeReference()}, m."id", ${category}, ${subject}, ${relationshipId ?? null}::uuid, ${aboutMemberId ?? null}::uuid,
        ${at}, ${at}
      FROM "members" m CROSS JOIN allowed
      WHERE m."id" = ${me} AND m."status" = 'active' AND "isKnown" AND NOT "isTooMany"
      ON CONFLICT DO NOTHING
      RETURNING "id", "memberId", "reference"
    ), entered AS (
      INSERT INTO "support_entries" ("id", "requestId", "authorId", "kind", "words", "at")
      SELECT ${randomUUID()}::uuid, "id", "memberId", 'member', ${words}, ${at} FROM opened
      RETURNING "id", "requestId"
    ), ${keepFiles(files)}, shown AS (
      INSERT INTO "support_messages" ("requestId", "number", "senderId", "words", "sentAt")
      SELECT o."id", c."number", c."senderId", c."words", c."sentAt" FROM opened o CROSS JOIN
        jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) AS c("number" integer, "senderId" uuid, "words" text, "sentAt" timestamptz)
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${at}, 'member', "memberId", 'request-opened', 'support-request', "id",
        jsonb_build_object('category', ${category}::text, 'reference', "reference") FROM opened
    ), told AS MATERIALIZED (
      SELECT 'support:' || "id" || ':received' AS "key", "memberId" AS "to", NULL::text AS "role",
        ${"support-received" satisfies SupportNotice}::text AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        jsonb_build_object('requestId', "id", 'reference', "reference") AS "data", ${at} AS "at" FROM opened
    ), ${NOTIFIED}, ${mailed(SUPPORT_NOTICES)}
    SELECT EXISTS (SELECT FROM opened) AS "isSaved", "isTooMany", "isKnown" FROM allowed`;
  if (!answer) throw new Error("The database did not say whether the request is open.");
  return answer;
}

/** Behind a CTE `entered` with "id" and "requestId" of what the files belong to. */
function keepFiles(files: readonly MadeAttachment[]): Prisma.Sql {
  if (files.length === 0) return Prisma.sql`kept AS (SELECT 1)`;
  const rows = files.map(({ id, name, picture, pdf }) => {
    const size = (picture ?? pdf)?.byteLength ?? 0;
    const bytes = (one: Uint8Array<ArrayBuffer> | null) => (one ? Prisma.sql`${one}::bytea` : Prisma.sql`NULL::bytea`);
    return Prisma.sql`(${id}::uuid, ${name}, ${size}::integer, ${bytes(picture)}, ${bytes(pdf)})`;
  });
  return Prisma.sql`kept AS (
    INSERT INTO "support_attachments" ("id", "requestId", "entryId", "name", "size", "picture", "pdf")
    SELECT f."id", e."requestId", e."id", f."name", f."size", f."picture", f."pdf"
    FROM entered e CROSS JOIN (VALUES ${Prisma.join(rows)}) AS f("id", "name", "size", "picture", "pdf")
  )`;
}

/**
 * The request already stored under this id, in the form of `toTyped`. Null if there is none; then it was the reference that was
 * taken.
 */
async function findAsked({ memberId }: Viewer, id: string): Promise<string | null> {
  const [row] = await db().$queryRaw<(Record<string, string | null> & { shown: number[]; files: string[] })[]>`
    SELECT r."memberId", r."category", r."subject", e."words", r."relationshipId", r."aboutMemberId",
      ARRAY(SELECT m."number" FROM "support_messages" m WHERE m."requestId" = r."id" ORDER BY 1) AS "shown",
      ARRAY(SELECT a."name" || ' ' || a."size" FROM "support_attachments" a WHERE a."entryId" = e."id") AS "files"
    FROM "support_requests" r JOIN "support_entries" e ON e."requestId" = r."id"
    WHERE r."id" = ${id}::uuid ORDER BY e."at", e."id" LIMIT 1`;
  if (!row) return null;
  if (row.memberId !== memberId) return "";
  const { category, subject, words, relationshipId, aboutMemberId, shown, files } = row;
  return JSON.stringify([category, subject, words, relationshipId, aboutMemberId, shown, files.sort()]);
}

interface Reply {
  id: string;
  /** Made with the form. */
  entryId: string;
  words: string;
}

/**
 * More from the member, in a request of their own: once, and with other words or files once more. It is with staff again,
 * solved or not.
 */
export function reply(
  viewer: Viewer,
  written: Reply,
  files: readonly MadeAttachment[],
  now: Date,
): Promise<Kept<null> | Refusal<RequestRefusal>> {
  return once(written.entryId, [written.words, digestsOf(files)], async (entryId) => {
    const there = await findWritten(viewer, entryId);
    if (there) return taken(null, there.words === written.words && there.files.sort().join() === listFiles(files).join());
    return insertReply(viewer, { ...written, entryId }, files, now);
  });
}

async function insertReply(
  viewer: Viewer,
  { id, entryId, words }: Reply,
  files: readonly MadeAttachment[],
  now: Date,
): Promise<Result<null, RequestRefusal>> {
  const at = Prisma.sql`${now}::timestamptz`;
  const me = Prisma.sql`${viewer.memberId}::uuid`;
  const isThere = isWritten(viewer, { id, entryId, kind: "member", words: files.length > 0 ? null : words });
  const [answer] = await db().$queryRaw<{ isTheirs: boolean; isThere: boolean; isTooMany: boolean }[]>`
    WITH recent AS MATERIALIZED (
      SELECT count(*) >= ${MOST_REPLIES_PER_DAY} AS "isTooMany" FROM "support_entries" e
      WHERE e."requestId" = ${id}::uuid AND e."authorId" = ${me} AND e."at" > ${at} - interval '1 day'
    ), theirs AS MATERIALIZED (
      UPDATE "support_requests" r SET "state" = 'open', "version" = r."version" + 1,
        "waitingSince" = CASE WHEN r."state" = 'open' THEN r."waitingSince" ELSE ${at} END
      FROM "members" m, recent
      WHERE r."id" = ${id}::uuid AND r."memberId" = ${me} AND m."id" = r."memberId" AND m."status" = 'active'
        AND NOT recent."isTooMany" AND NOT ${isThere}
      RETURNING r."id", r."memberId"
    ), entered AS (
      INSERT INTO "support_entries" ("id", "requestId", "authorId", "kind", "words", "at")
      SELECT ${entryId}::uuid, "id", "memberId", 'member', ${words}, ${at} FROM theirs
      ON CONFLICT DO NOTHING
      RETURNING "id", "requestId", "authorId"
    ), ${keepFiles(files)}, audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
      SELECT ${at}, 'member', "authorId", 'request-replied', 'support-request', "requestId" FROM entered
    )
    SELECT EXISTS (SELECT FROM theirs) AS "isTheirs", "isTooMany",
      ${isThere} AS "isThere"
    FROM recent`;
  if (answer?.isTheirs || answer?.isThere) return done(null);
  return refuse(answer?.isTooMany ? "too-many" : "not-found");
}
