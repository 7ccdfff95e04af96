import { db, Prisma } from "@/lib/foundation/db/client";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Tick } from "@/lib/foundation/ticks";
import type { Viewer } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { readOwn } from "@/lib/pairing/programmes/row";
import { suggest } from "@/lib/pairing/proposals/suggesting/commands";
import type { Settings } from "@/lib/society/settings/settings";
import { draftNext } from "../drafts/commands";
import { loadRun } from "../load";
import type { MatchingRefusal } from "../run";

/**
 * Publishes drafts of a run: these, or all there are. The request only notes that; publishDue, after it or in the sweep, asks the two of
 * each pair. Returns how many.
 */
export async function publish(
  viewer: Viewer,
  runId: string,
  which: "all" | readonly Tick[],
  now: Date,
): Promise<Result<number, MatchingRefusal>> {
  if (viewer.staff === "none") return refuse("not-staff");
  const run = await loadRun(runId);
  if (!run) return refuse("not-found");
  if (run.status !== "drafted") return refuse("not-now");
  const these =
    which === "all"
      ? Prisma.sql`true`
      : Prisma.sql`(m."id", m."version") IN (
          SELECT t."id", t."seen" FROM jsonb_to_recordset(${JSON.stringify(which)}::jsonb) AS t("id" uuid, "seen" integer))`;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    WITH noted AS MATERIALIZED (
      UPDATE "matches" m SET "state" = 'publishing', "changedById" = ${viewer.memberId}::uuid, "changedAt" = ${now}::timestamptz, "version" = m."version" + 1
      WHERE m."runId" = ${runId}::uuid AND m."state" = 'draft' AND ${viewer.memberId}::uuid NOT IN (m."menteeId", m."mentorId") AND ${these}
      RETURNING m."id"
    ), audited AS (
      INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId", "data")
      SELECT ${now}::timestamptz, 'staff', ${viewer.memberId}::uuid, 'matches-published', 'programme', ${run.programmeId}::uuid,
        jsonb_build_object('run', ${runId}::text, 'matches', count(*)) FROM noted HAVING count(*) > 0
    )
    SELECT count(*)::integer AS "count" FROM noted`;
  return row && row.count > 0 ? done(row.count) : refuse(which === "all" ? "nothing-to-publish" : "changed-meanwhile");
}

/** A match that is to be published, or whose proposal is no longer open. */
export interface DueMatch {
  id: string;
  runId: string;
  programmeId: string;
  own: unknown;
  menteeId: string;
  mentorId: string;
  state: "publishing" | "published";
  changedById: string | null;
  version: number;
  /** What has become of its proposal. */
  status: string | null;
}

/** Those that are due, in the order of their ids. `isCalm` leaves out publishing, as long as many mails wait to be sent. */
export function findDueMatches(after: string | null, limit: number, isCalm: Prisma.Sql, runId?: string): Promise<DueMatch[]> {
  return db().$queryRaw<DueMatch[]>`
    SELECT m."id", m."runId", r."programmeId", g."own", m."menteeId", m."mentorId", m."state", m."changedById", m."version", p."status"
    FROM "matches" m JOIN "matching_runs" r ON r."id" = m."runId" LEFT JOIN "programmes" g ON g."id" = r."programmeId"
    LEFT JOIN "proposals" p ON p."id" = m."proposalId"
    WHERE m."state" IN ('publishing', 'published') AND (m."state" = 'publishing' AND ${isCalm} OR p."status" <> 'sent')
      ${runId ? Prisma.sql`AND m."runId" = ${runId}::uuid` : Prisma.empty}
      ${after ? Prisma.sql`AND m."id" > ${after}::uuid` : Prisma.empty}
    ORDER BY m."id" LIMIT ${limit}`;
}

/** Asks the two of a pair, or notes why they could not be asked: what is refused for one pair changes nothing for another. Whether they were. */
export async function publishOne(match: DueMatch, settings: Settings, now: Date): Promise<boolean> {
  const { id, menteeId, mentorId, programmeId, changedById } = match;
  const beginsAtOnce = readOwn(match.own).beginsAtOnce ?? false;
  const pair = { id, menteeId, mentorId, programmeId: programmeId === SOCIETY_SCHEME ? null : programmeId, beginsAtOnce };
  // Under the id of the match: a process that is killed after this asks nobody twice.
  const suggested = await suggest(changedById ?? "", pair, settings, now);
  if (!suggested.ok && suggested.reason === "busy") return false;
  const became = suggested.ok
    ? { state: beginsAtOnce ? "accepted" : "published", proposalId: id }
    : { state: "refused", refusal: suggested.reason };
  const where = { id, version: match.version, state: "publishing" };
  const { count } = await db().match.updateMany({
    where,
    data: { ...became, isLocked: false, changedAt: now, version: { increment: 1 } },
  });
  return suggested.ok && count > 0;
}

/** Notes what has become of a published match, and after a no drafts the mentee's next best mentor. Whether one was drafted. */
export async function followUp(match: DueMatch, now: Date): Promise<boolean> {
  const isAccepted = match.status === "accepted";
  const where = { id: match.id, version: match.version, state: "published" };
  const data = { state: isAccepted ? "accepted" : "over", changedAt: now, version: { increment: 1 } };
  const { count } = await db().match.updateMany({ where, data });
  if (isAccepted || count === 0) return false;
  return draftNext({ id: match.runId, programmeId: match.programmeId }, match.menteeId, now);
}
