import { db, Prisma } from "@/lib/foundation/db/client";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { isTheirBusiness } from "@/lib/society/audit/hidden-requests";
import { findWritten, isStaffNow, isWritten } from "@/lib/staff/support/conditions";
import { SUPPORT_NOTICES, type SupportNotice } from "@/lib/staff/support/notices";
import type { Category, RequestRefusal, Then } from "@/lib/staff/support/request";

interface Answered {
  id: string;
  /** Made with the form. */
  entryId: string;
  /** The version that the actor saw. */
  version: number;
  words: string;
  next: Then;
}

/** Refused because somebody wrote in the meantime; contains the current version. */
type Meanwhile = Refusal<"changed-meanwhile"> & { version: number };

/**
 * Staff's answer, which the member reads and is told of: once, and with other words another one. It waits for them then, or is
 * solved; solved it may be without
 * words. Whoever answers first looks after it. Refused on top of what was not seen.
 */
export async function answer(
  actor: Viewer,
  answered: Answered,
  now: Date,
): Promise<Kept<null> | Refusal<"not-found"> | Meanwhile> {
  const { words, next } = answered;
  const kept = await once(answered.entryId, [words, next], async (entryId) => {
    const there = await findWritten(actor, entryId);
    if (there) return taken(null, there.words === words && there.state === (next === "solve" ? "solved" : "waiting"));
    return insertAnswer(actor, { ...answered, entryId }, now);
  });
  if (kept.ok || kept.reason === "not-found") return kept as Kept<null> | Refusal<"not-found">;
  const there = await db().supportRequest.findUnique({ where: { id: answered.id }, select: { version: true } });
  return { ok: false, reason: "changed-meanwhile", version: there?.version ?? answered.version };
}

async function insertAnswer(
  actor: Viewer,
  { id, entryId, version, words, next }: Answered,
  now: Date,
): Promise<Result<null, "not-found" | "changed-meanwhile">> {
  const at = Prisma.sql`${now}::timestamptz`;
  const me = Prisma.sql`${actor.memberId}::uuid`;
  const isSolved = next === "solve";
  const kind: SupportNotice = isSolved ? "support-solved" : "support-answered";
  const isThere = isWritten(actor, { id, entryId, kind: "answer", words, state: isSolved ? "solved" : "waiting" });
  const [row] = await db().$queryRaw<{ isSaved: boolean; isThere: boolean; version: number | null }[]>`
    WITH changed AS MATERIALIZED (
      UPDATE "support_requests" r SET "state" = ${isSolved ? "solved" : "waiting"}, "waitingSince" = ${at},
        "version" = r."version" + 1, "handlerId" = coalesce(r."handlerId", ${me})
      WHERE r."id" = ${id}::uuid AND r."version" = ${version}::integer AND ${isTheirBusiness(actor)} AND ${isStaffNow(actor)}
        AND NOT ${isThere}
      RETURNING r."id", r."memberId", r."reference", r."state", r."category"
    ), entered AS (
      INSERT INTO "support_entries" ("id", "requestId", "authorId", "kind", "words", "state", "at")
      SELECT ${entryId}::uuid, "id", ${me}, 'answer', ${words}, "state", ${at} FROM changed
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${at}, 'staff', ${me}, ${isSolved ? "request-solved" : "request-answered"}, 'support-request', c."id",
        jsonb_build_object('reference', c."reference") || CASE WHEN c."category" = 'erasure' AND c."state" = 'solved'
          THEN jsonb_build_object('erased', m."erasedAt" IS NOT NULL) ELSE '{}' END
      FROM changed c JOIN "members" m ON m."id" = c."memberId"
    ), told AS MATERIALIZED (
      SELECT 'support:' || "id" || ':' || ${entryId}::text AS "key", "memberId" AS "to", NULL::text AS "role",
        ${kind} AS "kind", NULL::uuid AS "proposalId", NULL::uuid AS "aboutId",
        jsonb_build_object('requestId', "id", 'reference', "reference") AS "data", ${at} AS "at" FROM changed
    ), ${NOTIFIED}, ${mailed(SUPPORT_NOTICES)}
    SELECT EXISTS (SELECT FROM changed) AS "isSaved",
      ${isThere} AS "isThere",
      (SELECT r."version" FROM "support_requests" r WHERE r."id" = ${id}::uuid AND ${isTheirBusiness(actor)} AND ${isStaffNow(actor)})
        AS "version"`;
  if (row?.isSaved || row?.isThere) return done(null);
  if (!row?.version) return refuse("not-found");
  // The button was pressed twice, and the other press is being saved or just was.
  const other = await db().supportEntry.findUnique({ where: { id: entryId, authorId: actor.memberId }, select: { id: true } });
  return other ? done(null) : refuse("changed-meanwhile");
}

/**
 * A note for staff alone: once, and with other words another one. The member is not told, and their state of things stays as it
 * is.
 */
export function note(actor: Viewer, noted: Noted, now: Date): Promise<Kept<null> | Refusal<RequestRefusal>> {
  return once(noted.entryId, noted.note, async (entryId) => {
    const there = await findWritten(actor, entryId);
    return there ? taken(null, there.words === noted.note) : insertNote(actor, { ...noted, entryId }, now);
  });
}

interface Noted {
  id: string;
  /** Made with the form. */
  entryId: string;
  note: string;
}

async function insertNote(actor: Viewer, { id, entryId, note }: Noted, now: Date): Promise<Result<null, RequestRefusal>> {
  const at = Prisma.sql`${now}::timestamptz`;
  const [row] = await db().$queryRaw<{ isTheirs: boolean }[]>`
    WITH theirs AS MATERIALIZED (
      SELECT r."id" FROM "support_requests" r WHERE r."id" = ${id}::uuid AND ${isTheirBusiness(actor)} AND ${isStaffNow(actor)}
    ), entered AS (
      INSERT INTO "support_entries" ("id", "requestId", "authorId", "kind", "words", "at")
      SELECT ${entryId}::uuid, "id", ${actor.memberId}::uuid, 'note', ${note}, ${at} FROM theirs
      WHERE NOT ${isWritten(actor, { id, entryId, kind: "note", words: note })}
      ON CONFLICT DO NOTHING
      RETURNING "requestId"
    ), ${audited(actor, "request-noted", at, Prisma.sql`SELECT "requestId" AS "id", '{}'::jsonb AS "data" FROM entered`)}
    SELECT EXISTS (SELECT FROM theirs) AS "isTheirs"`;
  return row?.isTheirs ? done(null) : refuse("not-found");
}

/** Takes it, whoever had it, or leaves it to others. Done already is done. */
export function take(actor: Viewer, id: string, isTaken: boolean, now: Date): Promise<Result<null, RequestRefusal>> {
  const me = Prisma.sql`${actor.memberId}::uuid`;
  const set = Prisma.sql`"handlerId" = ${isTaken ? actor.memberId : null}::uuid`;
  const isNews = isTaken ? Prisma.sql`r."handlerId" IS DISTINCT FROM ${me}` : Prisma.sql`r."handlerId" = ${me}`;
  return change(actor, id, set, isNews, isTaken ? "request-taken" : "request-released", {}, now);
}

/** Puts it into another category. */
export function sort(actor: Viewer, id: string, category: Category, now: Date): Promise<Result<null, RequestRefusal>> {
  const isNews = Prisma.sql`r."category" <> ${category}`;
  return change(actor, id, Prisma.sql`"category" = ${category}`, isNews, "request-sorted", { category }, now);
}

async function change(
  actor: Viewer,
  id: string,
  set: Prisma.Sql,
  isNews: Prisma.Sql,
  fact: string,
  data: Record<string, string>,
  now: Date,
): Promise<Result<null, RequestRefusal>> {
  const may = Prisma.sql`r."id" = ${id}::uuid AND ${isTheirBusiness(actor)} AND ${isStaffNow(actor)}`;
  const changed = Prisma.sql`SELECT "id", ${JSON.stringify(data)}::jsonb AS "data" FROM changed`;
  const [row] = await db().$queryRaw<{ isTheirs: boolean }[]>`
    WITH changed AS (
      UPDATE "support_requests" r SET ${set} WHERE ${may} AND ${isNews} RETURNING r."id"
    ), ${audited(actor, fact, Prisma.sql`${now}::timestamptz`, changed)}
    SELECT EXISTS (SELECT FROM "support_requests" r WHERE ${may}) AS "isTheirs"`;
  return row?.isTheirs ? done(null) : refuse("not-found");
}

/** The line of the audit trail for what `changed` gives: "id" and "data". */
function audited({ memberId }: Viewer, fact: string, at: Prisma.Sql, changed: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`audited AS (
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
    SELECT ${at}, 'staff', ${memberId}::uuid, ${fact}, 'support-request', c."id", c."data" FROM (${changed}) c
  )`;
}
