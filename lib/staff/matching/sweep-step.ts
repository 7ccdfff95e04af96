import { db, Prisma } from "@/lib/foundation/db/client";
import { dueIn, dueRows } from "@/lib/foundation/deadlines/overdue";
import type { SweepStep } from "@/lib/foundation/deadlines/sweep-step";
import { getSettings } from "@/lib/society/settings/queries";
import { carryOn } from "./carry-on";
import { type DueMatch, findDueMatches, followUp, publishOne } from "./publishing/commands";

/** Pairs in one step: each is asked by statements of its own, so that what is refused for one changes nothing for another. */
const AT_ONCE = 100;
/** While so many mails wait to be sent, no more pairs are asked: nobody's reminder is to wait behind a published intake. */
const MOST_MAILS_WAITING = 2000;

interface DueRun {
  id: string;
  dueAt: Date;
}

/** Runs whose work has not been done by the process that began it. */
export const matchingSweepStep: SweepStep<DueRun> = {
  name: "matching",

  async findDue(now, after, limit) {
    return db().$queryRaw<DueRun[]>`
      SELECT "id", "dueAt" FROM "matching_runs"
      WHERE "dueAt" <= ${now}::timestamptz AND ("heldUntil" IS NULL OR "heldUntil" < clock_timestamp())
        ${after ? Prisma.sql`AND ("dueAt", "id") > (${after.dueAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
      ORDER BY "dueAt", "id" LIMIT ${limit}`;
  },

  async step(runs, now) {
    let matchingsDone = 0;
    for (const { id } of runs) if (await carryOn(id, now)) matchingsDone += 1;
    return { matchingsDone };
  },

  idOf: ({ id }) => id,

  overdue: dueIn("matching_runs", ["matching that has not been finished", "matchings that have not been finished"]),
};

/** Matches that staff have published, and those that have had their answer. */
export const matchSweepStep: SweepStep<DueMatch> = {
  name: "matches",

  findDue: (now, after, limit) => findDueMatches(after?.id ?? null, Math.min(limit, AT_ONCE), isCalm(now)),

  async step(matches, now) {
    return askBoth(matches, now);
  },

  idOf: ({ id }) => id,

  overdue: dueRows(
    ["published match whose members have not been told", "published matches whose members have not been told"],
    () => Prisma.sql`SELECT FROM "matches" WHERE "state" = 'publishing'`,
  ),
};

async function askBoth(matches: readonly DueMatch[], now: Date) {
  const settings = await getSettings();
  const counts = { matchesPublished: 0, matchesDraftedNext: 0 };
  for (const match of matches) {
    if (match.state === "publishing") counts.matchesPublished += (await publishOne(match, settings, now)) ? 1 : 0;
    else counts.matchesDraftedNext += (await followUp(match, now)) ? 1 : 0;
  }
  return counts;
}

function isCalm(now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM (
    SELECT FROM "mails" WHERE "nextAttemptAt" <= ${now}::timestamptz LIMIT ${MOST_MAILS_WAITING}) few) < ${MOST_MAILS_WAITING}`;
}

/** The first pairs of a run, right after the press, so that few need the sweep. */
export async function publishFirst(runId: string, now: Date): Promise<void> {
  await askBoth(await findDueMatches(null, AT_ONCE, isCalm(now), runId), now);
}
