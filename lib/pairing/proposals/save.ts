import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { PROPOSAL_NOTICES } from "./notices";
import type { Decision } from "./proposal";
import { PROPOSAL_COLUMNS, toRow } from "./row";
import { SEALED_TEXTS, sealReason, sealText } from "./words";

const COLUMNS = listColumns(PROPOSAL_COLUMNS);
const TEXT = Prisma.raw(
  ["proposalId", "number", "objectives", "topics", "methods", "meeting", "contribution", "writtenAt", ...SEALED_TEXTS]
    .map((column) => `"${column}"`)
    .join(", "),
);
const OPENING = Prisma.raw('"id", "menteeId", "mentorId", "startedAt", "agreedUntil", "dueAt", "mentorPlace", "menteePlace"');

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
      SELECT * FROM jsonb_populate_recordset(NULL::"proposals", ${JSON.stringify(decisions.map(({ proposal }) => toRow(sealReason(proposal))))}::jsonb)
    ), held AS MATERIALIZED (
      SELECT p."id" FROM input i JOIN "proposals" p ON p."id" = i."id" AND p."version" = i."version" - 1 ${held}
    ), changed AS (
      UPDATE "proposals" p SET ${setColumns(PROPOSAL_COLUMNS, "i")}
      FROM input i JOIN held h ON h."id" = i."id"
      WHERE p."id" = i."id" AND p."version" = i."version" - 1
      RETURNING p."id"
    ), created AS (
      INSERT INTO "proposals" (${COLUMNS}) SELECT ${COLUMNS} FROM input WHERE "version" = 1
      RETURNING "id"
    ), saved AS MATERIALIZED (
      SELECT "id" FROM changed UNION ALL SELECT "id" FROM created
    ), texts AS (
      INSERT INTO "proposal_texts" (${TEXT}) SELECT ${TEXT}
      FROM jsonb_populate_recordset(NULL::"proposal_texts", ${JSON.stringify(decisions.flatMap(toText))}::jsonb) t
      JOIN saved ON saved."id" = t."proposalId"
    ), opened AS (
      INSERT INTO "relationships" (${OPENING}) SELECT ${OPENING}
      FROM jsonb_populate_recordset(NULL::"relationships", ${JSON.stringify(decisions.flatMap(toOpening))}::jsonb) o
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

function toText({ proposal, words }: Decision) {
  const { id, textNumber: number, movedAt: writtenAt } = proposal;
  return words ? [{ proposalId: id, number, writtenAt, ...sealText(id, number, words) }] : [];
}

function toOpening({ proposal: { id, menteeId, mentorId }, opening }: Decision) {
  return opening ? [{ id, menteeId, mentorId, ...opening }] : [];
}
