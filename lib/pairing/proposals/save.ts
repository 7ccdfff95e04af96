import { db, Prisma } from "@/lib/foundation/db/client";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { PROPOSAL_NOTICES } from "./notices";
import type { Decision } from "./proposal";

/**
 * Makes decisions true, in one statement and so in one step: the proposals, guarded by version; new texts; relationships
 * that open; the audit trail; what people are to be told, in the product and by mail. The same path for one decision from
 * a form and for thousands from a sweep.
 *
 * `all-or-nothing` throws when a guard was lost (see wasChangedMeanwhile). `what-is-free` leaves out proposals that were
 * changed meanwhile or that another sweep holds, with everything that belongs to them. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[], mode: "all-or-nothing" | "what-is-free"): Promise<string[]> {
  if (decisions.length === 0) return [];
  const held = mode === "what-is-free" ? Prisma.sql`FOR UPDATE OF p SKIP LOCKED` : Prisma.empty;
  const wanted = mode === "all-or-nothing" ? decisions.length : 0;
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(decisions.map(toRow))}::jsonb) AS i(
        "id" uuid, "from" integer, "menteeId" uuid, "mentorId" uuid, "status" text, "withdrawnBecause" text, "round" integer,
        "slot" integer, "sentAt" timestamptz, "remindDays" integer[], "remindAt" timestamptz[], "expireDay" integer,
        "expiresAt" timestamptz, "remindedDay" integer, "dueAt" timestamptz, "textNumber" integer, "rejectionReason" text,
        "withdrawnWords" text, "extraDays" integer, "movedAt" timestamptz, "version" integer)
    ), held AS MATERIALIZED (
      SELECT p."id" FROM input i JOIN "proposals" p ON p."id" = i."id" AND p."version" = i."from" ${held}
    ), changed AS (
      UPDATE "proposals" p SET
        "status" = i."status", "withdrawnBecause" = i."withdrawnBecause", "round" = i."round", "slot" = i."slot",
        "sentAt" = i."sentAt", "remindDays" = i."remindDays", "remindAt" = i."remindAt", "expireDay" = i."expireDay",
        "expiresAt" = i."expiresAt", "remindedDay" = i."remindedDay", "dueAt" = i."dueAt", "textNumber" = i."textNumber",
        "rejectionReason" = i."rejectionReason", "withdrawnWords" = i."withdrawnWords", "extraDays" = i."extraDays",
        "movedAt" = i."movedAt", "version" = i."version"
      FROM input i JOIN held h ON h."id" = i."id"
      WHERE p."id" = i."id" AND p."version" = i."from"
      RETURNING p."id"
    ), created AS (
      INSERT INTO "proposals" ("id", "menteeId", "mentorId", "status", "withdrawnBecause", "round", "slot", "sentAt", "remindDays",
        "remindAt", "expireDay", "expiresAt", "remindedDay", "dueAt", "textNumber", "rejectionReason", "withdrawnWords", "extraDays", "movedAt",
        "version")
      SELECT "id", "menteeId", "mentorId", "status", "withdrawnBecause", "round", "slot", "sentAt", "remindDays",
        "remindAt", "expireDay", "expiresAt", "remindedDay", "dueAt", "textNumber", "rejectionReason", "withdrawnWords", "extraDays", "movedAt",
        "version"
      FROM input WHERE "from" = 0
      RETURNING "id"
    ), saved AS MATERIALIZED (
      SELECT "id" FROM changed UNION ALL SELECT "id" FROM created
    ), texts AS (
      INSERT INTO "proposal_texts" ("proposalId", "number", "objectives", "topics", "methods", "meeting", "contribution", "writtenAt")
      SELECT t."id", t."number", t."objectives", t."topics", t."methods", t."meeting", t."contribution", t."at"
      FROM jsonb_to_recordset(${JSON.stringify(decisions.flatMap(toText))}::jsonb) AS t(
        "id" uuid, "number" integer, "objectives" text, "topics" integer[], "methods" integer[], "meeting" text,
        "contribution" text, "at" timestamptz)
      JOIN saved USING ("id")
    ), opened AS (
      INSERT INTO "relationships" ("id", "menteeId", "mentorId", "startedAt", "agreedUntil", "dueAt", "mentorPlace", "menteePlace")
      SELECT o."id", o."menteeId", o."mentorId", o."startedAt", o."agreedUntil", o."dueAt", o."mentorPlace", o."menteePlace"
      FROM jsonb_to_recordset(${JSON.stringify(decisions.flatMap(toOpening))}::jsonb) AS o(
        "id" uuid, "menteeId" uuid, "mentorId" uuid, "startedAt" timestamptz, "agreedUntil" timestamptz, "dueAt" timestamptz,
        "mentorPlace" integer, "menteePlace" integer)
      JOIN saved USING ("id")
    ), ${consequencesOf(decisions, PROPOSAL_NOTICES)}
    SELECT "id", CASE WHEN (SELECT count(*) FROM saved) < ${wanted} THEN changed_meanwhile() END FROM saved
    UNION ALL
    SELECT NULL, changed_meanwhile() WHERE (SELECT count(*) FROM saved) < ${wanted}`;
  return rows.map((row) => row.id);
}

/**
 * Whether saving failed because somebody else was quicker: a lost version guard, or one of the unique indexes that allow
 * one open proposal per pair and slot, and one partner per place. The answer is to look again and decide again.
 */
export function wasChangedMeanwhile(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError && /\b(40001|40P01|23505)\b/.test(JSON.stringify(error.meta ?? {}))
  );
}

function toRow({ from, proposal: { reminders, ...proposal } }: Decision) {
  return { ...proposal, from, remindDays: reminders.map(({ day }) => day), remindAt: reminders.map(({ at }) => at) };
}

function toText({ proposal, words }: Decision) {
  return words ? [{ id: proposal.id, number: proposal.textNumber, at: proposal.movedAt, ...words }] : [];
}

function toOpening({ proposal: { id, menteeId, mentorId }, opening }: Decision) {
  return opening ? [{ id, menteeId, mentorId, ...opening }] : [];
}
