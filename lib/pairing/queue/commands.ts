import { db, Prisma } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { isAvoided } from "@/lib/pairing/avoided/avoided-sql";
import { decide } from "@/lib/pairing/proposals/decide";
import { loadCircumstances, loadProposal } from "@/lib/pairing/proposals/load";
import { save, wasChangedMeanwhile } from "@/lib/pairing/proposals/save";
import { countInProgramme } from "@/lib/pairing/proposals/standing-sql";
import { rulesIn } from "@/lib/pairing/rules/queries";
import { allowedByRules } from "@/lib/pairing/rules/rules-sql";
import type { Settings } from "@/lib/society/settings/settings";
import { placesToOffer, refuseKeeping } from "./decide";
import { loadNext, loadOffer, type Waiting } from "./load";
import { QUEUE_NOTICES, type QueueNotice } from "./notices";
import type { QueueRefusal } from "./queue";

/** Keep my place: from now on the mentee waits in the queue of the mentor. Pressed twice it is one place, and keeps its time. */
export async function keepPlace(
  viewer: Viewer,
  proposalId: string,
  settings: Settings,
  now: Date,
): Promise<Result<null, QueueRefusal>> {
  const proposal = isId(proposalId) ? await loadProposal(proposalId) : null;
  if (proposal?.menteeId !== viewer.memberId) return refuse("not-found");
  const { menteeId, mentorId } = proposal;
  const circumstances = await loadCircumstances(menteeId, mentorId, proposalId, settings, now);
  if (!circumstances) return refuse("not-found");
  const refusal = refuseKeeping(proposal, circumstances);
  if (refusal) return refuse(refusal);
  await db().$executeRaw`
    WITH kept AS (
      INSERT INTO "queue_places" ("proposalId", "menteeId", "mentorId", "joinedAt", "goesFirst")
      SELECT p."id", p."menteeId", p."mentorId", ${now}::timestamptz, ${hasWaitedInVain(menteeId)}
      FROM "proposals" p WHERE p."id" = ${proposalId}::uuid AND p."version" = ${proposal.version}
      -- With a newer proposal to the same mentor it is still the place that they have.
      ON CONFLICT ("mentorId", "menteeId") DO UPDATE SET "proposalId" = excluded."proposalId"
        WHERE "queue_places"."askedPlace" IS NULL AND "queue_places"."proposalId" <> excluded."proposalId"
      RETURNING "proposalId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', ${menteeId}::uuid, 'place-kept', 'proposal', "proposalId" FROM kept`;
  return done(null);
}

/** An earlier mentor let a proposal of theirs expire, or a relationship of theirs ended without a meeting. */
function hasWaitedInVain(menteeId: string): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM "proposals" e WHERE e."menteeId" = ${menteeId}::uuid AND e."status" = 'expired')
    OR EXISTS (SELECT FROM "relationships" r WHERE r."menteeId" = ${menteeId}::uuid AND r."endedAt" IS NOT NULL
      AND last_together(r."id") <= r."startedAt"))`;
}

/** Leaves the queue. Doing it again does nothing; refused once they are being asked for. */
export async function leaveQueue(viewer: Viewer, proposalId: string, now: Date): Promise<Result<null, QueueRefusal>> {
  const proposal = isId(proposalId) ? await loadProposal(proposalId) : null;
  if (proposal?.menteeId !== viewer.memberId) return refuse("not-found");
  await db().$executeRaw`
    WITH gone AS (
      DELETE FROM "queue_places" WHERE "proposalId" = ${proposalId}::uuid AND "askedPlace" IS NULL RETURNING "proposalId", "menteeId"
    )
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT ${now}::timestamptz, 'member', "menteeId", 'place-left', 'proposal', "proposalId" FROM gone`;
  const isAsked = (await db().queuePlace.count({ where: { proposalId } })) > 0;
  return isAsked ? refuse("already-asked") : done(null);
}

/**
 * Asks for those who wait longest, one for each free place that is not offered yet. Stops when another
 * sweep or the mentee was quicker: the next sweep looks again. Returns how many were asked for.
 */
export async function askNext(mentorId: string, settings: Settings, now: Date): Promise<number> {
  const { placesFree, asked } = await loadOffer(mentorId);
  const places = placesToOffer(placesFree, asked);
  const next = places.length === 0 ? [] : await loadNext(mentorId, places.length, settings, now);
  for (const [i, waiting] of next.entries()) if (!(await askFor(waiting, places[i] ?? 0, settings, now))) return i;
  return next.length;
}

async function askFor({ proposal, joinedAt }: Waiting, askedPlace: number, settings: Settings, now: Date): Promise<boolean> {
  const circumstances = await loadCircumstances(proposal.menteeId, proposal.mentorId, proposal.id, settings, now);
  if (!circumstances) return false;
  const decided = decide(proposal, { type: "ask-again", actor: { kind: "system" }, joinedAt, askedPlace, circumstances }, now);
  if (!decided.ok) return false;
  try {
    return (await save([decided], "what-is-free")).length > 0;
  } catch (error) {
    if (wasChangedMeanwhile(error)) return false;
    throw error;
  }
}

/** The most places that one statement ends; the rest is done the night after. */
const MOST_AT_ONCE = 5000;

/**
 * Deletes places in queues that lead nowhere: one of the two has blocked the other, a rule of matching keeps them apart, the mentee has left or found a mentor, or the
 * mentor has left for good, which the mentee is told. Of one member, or of everybody (null). Returns how many.
 */
export async function endPlaces(memberId: string | null, settings: Settings, now: Date): Promise<number> {
  const rules = await rulesIn("any", settings);
  const [mentee, mentor] = [Prisma.sql`q."menteeId"`, Prisma.sql`q."mentorId"`];
  const [counted] = await db().$queryRaw<{ count: number }[]>`
    WITH over AS MATERIALIZED (
      SELECT q."proposalId", mentor."status" = 'deleted' OR NOT mentor."isMentor" AS "hasMentorLeft",
        mentee."status" = 'deleted' OR NOT mentee."isMentee" AS "hasMenteeLeft"
      FROM "queue_places" q
      JOIN "proposals" p ON p."id" = q."proposalId" LEFT JOIN "programmes" programme ON programme."id" = p."programmeId"
      JOIN "members" mentor ON mentor."id" = q."mentorId" JOIN "members" mentee ON mentee."id" = q."menteeId"
      WHERE q."askedPlace" IS NULL AND (${memberId}::uuid IS NULL OR ${memberId}::uuid IN (q."menteeId", q."mentorId"))
        AND (mentor."status" = 'deleted' OR NOT mentor."isMentor" OR mentee."status" = 'deleted' OR NOT mentee."isMentee"
          OR are_blocked(q."menteeId", q."mentorId") OR ${isAvoided(mentee, mentor)}
          OR NOT ${allowedByRules(rules, mentee, mentor, Prisma.sql`p."programmeId"`)}
          OR coalesce((programme."own" ->> 'mentorsPerMentee')::integer, ${settings.relationships.mentorsPerMentee}) <= (
            ${countInProgramme("menteeId", Prisma.sql`q."menteeId"`, Prisma.sql`p."programmeId"`)}))
      LIMIT ${MOST_AT_ONCE}
    ), ended AS (
      DELETE FROM "queue_places" q USING over WHERE q."proposalId" = over."proposalId"
      RETURNING q.*, over."hasMentorLeft" AND NOT over."hasMenteeLeft" AS "isTold"
    ), told AS MATERIALIZED (
      SELECT concat('proposal:', "proposalId", ':queue-over:', extract(epoch FROM "joinedAt")::bigint) AS "key", "menteeId" AS "to",
        'mentee' AS "role", ${"queue-over" satisfies QueueNotice} AS "kind", "proposalId", "mentorId" AS "aboutId", '{}'::jsonb AS "data",
        ${now}::timestamptz AS "at"
      FROM ended WHERE "isTold"
    ), ${NOTIFIED}, ${mailed(QUEUE_NOTICES)}
    SELECT count(*)::integer AS "count" FROM ended`;
  return counted?.count ?? 0;
}
