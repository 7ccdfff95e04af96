import { db, Prisma } from "@/lib/foundation/db/client";
import { listColumns, setColumns } from "@/lib/foundation/db/columns";
import { sqlStateOf } from "@/lib/foundation/db/query";
import { consequencesOf } from "@/lib/notify/notices/consequences";
import { PROPOSAL_NOTICES, type ProposalNotice } from "./notices";
import type { Decision } from "./proposal";
import { isKeepable } from "./refusals";
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
 * that open; places in queues and further choices; the audit trail; what people are to be told, in the product and by mail. The same path for one decision from
 * a form and for thousands from a sweep.
 *
 * `all-or-nothing` throws when a guard was lost (see wasChangedMeanwhile). `what-is-free` leaves out proposals that were
 * changed meanwhile or that another sweep holds, with everything that belongs to them. Returns the ids that were saved.
 */
export async function save(decisions: readonly Decision[], mode: "all-or-nothing" | "what-is-free"): Promise<string[]> {
  if (decisions.length === 0) return [];
  const held = mode === "what-is-free" ? Prisma.sql`FOR UPDATE OF p SKIP LOCKED` : Prisma.empty;
  const wanted = mode === "all-or-nothing" ? decisions.length : 0;
  const isLost = Prisma.sql`(SELECT count(*) FROM saved) < ${wanted} OR ${hasBeenStopped(decisions)}`;
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
    ), ${queuesAfter(decisions)} ${choicesAfter(decisions)} ${consequencesOf(decisions, PROPOSAL_NOTICES, isPassedOn(decisions))}
    SELECT "id", CASE WHEN ${isLost} THEN changed_meanwhile() END FROM saved
    UNION ALL
    SELECT NULL, changed_meanwhile() WHERE ${isLost}`;
  return rows.map((row) => row.id);
}

/** A lost version guard or a deadlock, and a breach of a unique index. */
const CHANGED_MEANWHILE = new Set(["40001", "40P01", "23505"]);

/**
 * Whether saving failed because somebody else was quicker: a lost version guard, or one of the unique indexes that allow
 * one open proposal between two people, one in each slot of a mentee, one partner per place, and one person asked for each free
 * place. The answer is to look again and decide again.
 */
export function wasChangedMeanwhile(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== null && CHANGED_MEANWHILE.has(state);
}

/** Whether somebody has left the queue at the same moment, or asked for nobody else to be asked. */
function hasBeenStopped(decisions: readonly Decision[]): Prisma.Sql {
  const asking = decisions.filter(({ askedPlace }) => askedPlace !== undefined).length;
  const conditions = [Prisma.sql`false`];
  if (asking > 0) conditions.push(Prisma.sql`(SELECT count(*) FROM placed WHERE "askedPlace" IS NOT NULL) < ${asking}`);
  if (decisions.some(({ follows }) => follows)) conditions.push(Prisma.sql`NOT EXISTS (SELECT FROM chosen_no_more)`);
  return Prisma.join(conditions, " OR ");
}

/**
 * A place in a queue is gone once a proposal of these two is answered, expires or is taken back, or the mentee has found
 * somebody in the same programme; after another closing for want of a place it waits again. Whose proposal expires goes first in the other queues.
 */
function queuesAfter(decisions: readonly Decision[]): Prisma.Sql {
  const ids = decisions.map(({ proposal }) => proposal.id);
  const waiting = decisions.flatMap(toWaiting);
  const over = decisions.filter(({ proposal }) => proposal.status !== "sent" && !isKeepable(proposal));
  const matched = decisions.flatMap(({ opening, proposal: { menteeId, programmeId } }) =>
    opening?.isLastOfMentee ? [{ menteeId, programmeId }] : [],
  );
  const expired = decisions.some(({ proposal }) => proposal.status === "expired");
  const parts = [Prisma.empty];
  if (waiting.length > 0)
    parts.push(Prisma.sql`placed AS (
      UPDATE "queue_places" q SET "askedPlace" = w."askedPlace"
      FROM jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) AS w("id" uuid, "askedPlace" integer) JOIN saved USING ("id")
      WHERE q."proposalId" = w."id" AND q."askedPlace" IS DISTINCT FROM w."askedPlace"
      RETURNING q."askedPlace"
    ),`);
  if (over.length > 0)
    parts.push(Prisma.sql`over AS (
      DELETE FROM "queue_places" q USING input i JOIN saved USING ("id")
      WHERE q."menteeId" = i."menteeId" AND q."mentorId" = i."mentorId"
        AND i."id" = ANY(${over.map(({ proposal }) => proposal.id)}::uuid[])
    ),`);
  if (matched.length > 0)
    parts.push(Prisma.sql`found AS (
      DELETE FROM "queue_places" q USING "proposals" o,
        jsonb_to_recordset(${JSON.stringify(matched)}::jsonb) AS m("menteeId" uuid, "programmeId" uuid)
      WHERE q."menteeId" = m."menteeId" AND o."id" = q."proposalId" AND o."programmeId" IS NOT DISTINCT FROM m."programmeId"
        AND q."proposalId" <> ALL(${ids}::uuid[])
    ),`);
  if (expired)
    parts.push(Prisma.sql`put_first AS (
      UPDATE "queue_places" q SET "goesFirst" = true FROM input i JOIN saved USING ("id")
      WHERE i."status" = 'expired' AND q."menteeId" = i."menteeId" AND NOT q."goesFirst" AND q."mentorId" <> i."mentorId"
        AND q."proposalId" <> ALL(${ids}::uuid[])
        -- Of two changes of one row in one statement only one is made: what goes must not be put first as well.
        AND NOT EXISTS (SELECT FROM input o WHERE o."id" = ANY(${over.map(({ proposal }) => proposal.id)}::uuid[])
          AND o."menteeId" = q."menteeId" AND o."mentorId" = q."mentorId")
    ),`);
  return Prisma.join(parts, " ");
}

function toWaiting({ proposal, askedPlace }: Decision): { id: string; askedPlace: number | null }[] {
  if (askedPlace !== undefined) return [{ id: proposal.id, askedPlace }];
  return isKeepable(proposal) ? [{ id: proposal.id, askedPlace: null }] : [];
}

/** Further choices come with their proposal, are due when it comes to nothing and not any more when it is opened again, and go when it is accepted or taken back. */
function choicesAfter(decisions: readonly Decision[]): Prisma.Sql {
  const chosen = decisions.flatMap(toChoices);
  const changed = decisions.flatMap(({ proposal: { id, version }, choices }) =>
    choices && version > 1 ? [{ id, count: choices.length }] : [],
  );
  const followed = decisions.flatMap(({ follows }) => (follows ? [follows] : []));
  const due = decisions.filter(({ proposal }) => goesOn(proposal)).map(({ proposal }) => proposal.id);
  const over = decisions.filter(({ proposal }) => proposal.status !== "sent" && !goesOn(proposal));
  const parts = [Prisma.empty];
  if (chosen.length > 0)
    parts.push(Prisma.sql`chosen AS (
      INSERT INTO "proposal_choices" ("proposalId", "position", "menteeId", "mentorId")
      SELECT c."id", c."position", c."menteeId", c."mentorId" FROM jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb)
        AS c("id" uuid, "position" integer, "menteeId" uuid, "mentorId" uuid) JOIN saved USING ("id")
      ON CONFLICT ("proposalId", "position") DO UPDATE SET "mentorId" = excluded."mentorId"
    ),`);
  if (changed.length > 0)
    parts.push(Prisma.sql`fewer AS (
      DELETE FROM "proposal_choices" c USING saved, jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS k("id" uuid, "count" integer)
      WHERE c."proposalId" = saved."id" AND c."proposalId" = k."id" AND c."position" > k."count"
    ),`);
  if (due.length > 0)
    parts.push(Prisma.sql`come_to_nothing AS (
      UPDATE "proposal_choices" c SET "isDue" = true FROM saved
      WHERE c."proposalId" = saved."id" AND c."proposalId" = ANY(${due}::uuid[])
    ),`);
  const again = decisions.filter(({ proposal }) => beginsAgain(proposal)).map(({ proposal }) => proposal.id);
  if (again.length > 0)
    parts.push(Prisma.sql`wait_again AS (
      UPDATE "proposal_choices" c SET "isDue" = false FROM saved
      WHERE c."proposalId" = saved."id" AND c."proposalId" = ANY(${again}::uuid[]) AND c."isDue"
    ),`);
  if (over.length + followed.length > 0)
    parts.push(Prisma.sql`chosen_no_more AS (
      DELETE FROM "proposal_choices" WHERE "proposalId" = ANY(${followed}::uuid[]) OR "proposalId" IN (
        SELECT "id" FROM saved WHERE "id" = ANY(${over.map(({ proposal }) => proposal.id)}::uuid[]))
      RETURNING "proposalId"
    ),`);
  return Prisma.join(parts, " ");
}

/** Whether it has come to nothing in a way after which the mentee's next choice is asked. */
function goesOn({ status, withdrawnBecause }: Decision["proposal"]): boolean {
  if (status === "rejected" || status === "expired") return true;
  return status === "withdrawn" && ["mentor-full", "mentor-away", "mentor-left"].includes(withdrawnBecause ?? "");
}

/** Whether it has just been opened again: then its next choices wait for what comes of it, as they did before. */
function beginsAgain({ status, round, sentAt, movedAt }: Decision["proposal"]): boolean {
  return status === "sent" && round > 1 && sentAt.getTime() === movedAt.getTime();
}

/** The notices that tell a mentee of the end of a proposal after which their next choice is asked. */
const OF_ENDS = [
  "proposal-rejected",
  "proposal-expired-mentee",
  "proposal-mentor-full",
  "proposal-mentor-away",
  "proposal-closed",
] as const satisfies readonly ProposalNotice[];

/** For these: whether somebody else is asked now, so that the mentee need not choose anybody. */
function isPassedOn(decisions: readonly Decision[]): Prisma.Sql | undefined {
  if (!decisions.some(({ proposal }) => goesOn(proposal))) return undefined;
  return Prisma.sql`CASE WHEN n."role" = 'mentee' AND n."kind" IN (${Prisma.join([...OF_ENDS])})
    AND EXISTS (SELECT FROM "proposal_choices" c WHERE c."proposalId" = n."proposalId") THEN '{"isPassedOn": true}' ELSE '{}' END::jsonb`;
}

function toChoices({ proposal: { id, menteeId }, choices = [] }: Decision) {
  return choices.map((mentorId, i) => ({ id, position: i + 1, menteeId, mentorId }));
}

function toText({ proposal, words }: Decision) {
  const { id, textNumber: number, movedAt: writtenAt } = proposal;
  return words ? [{ proposalId: id, number, writtenAt, ...sealText(id, number, words) }] : [];
}

function toOpening({ proposal: { id, menteeId, mentorId }, opening }: Decision) {
  return opening ? [{ id, menteeId, mentorId, ...opening }] : [];
}
