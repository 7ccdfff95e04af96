import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { mailed, NOTIFIED } from "@/lib/notify/notices/telling";
import { decide } from "@/lib/pairing/proposals/decide";
import { loadCircumstancesIn } from "@/lib/pairing/proposals/load";
import { save, wasChangedMeanwhile } from "@/lib/pairing/proposals/save";
import type { Settings } from "@/lib/society/settings/settings";
import { after } from "./decide";
import { type Due, loadDue } from "./load";
import { nextId } from "./next-id";
import { CHOICE_NOTICES, type ChoiceNotice } from "./notices";

/** Nobody is asked after this one any more. Doing it again does nothing. */
export async function stop(viewer: Viewer, proposalId: string, now: Date): Promise<Result<null, "not-found">> {
  if (!isId(proposalId)) return refuse("not-found");
  const isTheirs = await db().proposal.count({ where: { id: proposalId, menteeId: viewer.memberId } });
  if (isTheirs === 0) return refuse("not-found");
  await db().$executeRaw`
    WITH gone AS (DELETE FROM "proposal_choices" WHERE "proposalId" = ${proposalId}::uuid RETURNING "proposalId", "menteeId")
    INSERT INTO "audit_events" ("at", "actor", "actorId", "fact", "subject", "subjectId")
    SELECT DISTINCT ${now}::timestamptz, 'member', "menteeId", 'choices-changed', 'proposal', "proposalId" FROM gone`;
  return done(null);
}

/**
 * A proposal has come to nothing: sends it to the first of the further choices who can be asked, with the same words and a new
 * clock, in one statement with the end of these choices. Returns whether it was sent; if nobody is left, the mentee is told.
 */
export async function goOn(proposalId: string, settings: Settings, now: Date): Promise<boolean> {
  const due = await loadDue(proposalId);
  if (!due) return false;
  for (const [i, mentorId] of due.mentorIds.entries()) {
    const what = await sendTo(due, mentorId, due.mentorIds.slice(i + 1), settings, now);
    if (what === "sent") return true;
    if (what === "wait") return false;
    if (what === "stop") break;
  }
  await end(due, now);
  return false;
}

async function sendTo(
  { proposal: { id, menteeId, programmeId }, words }: Due,
  mentorId: string,
  choices: readonly string[],
  settings: Settings,
  now: Date,
): Promise<"sent" | "next" | "wait" | "stop"> {
  const circumstances = await loadCircumstancesIn(programmeId, menteeId, mentorId, settings, now);
  if (!circumstances) return "next";
  const actor = { kind: "mentee", memberId: menteeId } as const;
  const follow = { id: nextId(id), programmeId, choices, follows: id };
  const decided = decide(null, { type: "send", actor, menteeId, mentorId, words, circumstances, ...follow }, now);
  if (!decided.ok) return after(decided.reason);
  try {
    await save([decided], "all-or-nothing");
    return "sent";
  } catch (error) {
    // Another sweep has sent it, or something has changed: the next one looks again.
    if (wasChangedMeanwhile(error)) return "wait";
    throw error;
  }
}

/** None of them could be asked. The mentee is told, unless they have left or found a mentor. */
async function end({ proposal }: Due, now: Date): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (
      DELETE FROM "proposal_choices" WHERE "proposalId" = ${proposal.id}::uuid AND "isDue" RETURNING "proposalId", "menteeId"
    ), told AS MATERIALIZED (
      SELECT DISTINCT concat('proposal:', "proposalId", ':', ${proposal.round}::integer, ':choices-over') AS "key", "menteeId" AS "to",
        'mentee' AS "role", ${"choices-over" satisfies ChoiceNotice} AS "kind", "proposalId", ${proposal.mentorId}::uuid AS "aboutId",
        '{}'::jsonb AS "data", ${now}::timestamptz AS "at"
      FROM gone JOIN "members" m ON m."id" = gone."menteeId"
      WHERE m."status" = 'active' AND m."isMentee" AND NOT EXISTS (
        SELECT FROM "relationships" r WHERE r."menteeId" = gone."menteeId" AND r."endedAt" IS NULL)
    ), ${NOTIFIED}, ${mailed(CHOICE_NOTICES)}
    SELECT count(*) FROM gone`;
}
