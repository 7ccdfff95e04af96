import { db } from "@/lib/foundation/db/client";
import * as proposals from "@/lib/pairing/proposals/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { onDay, SENT_AT, WORDS } from "@/testing/proposals/examples";
import { insertMentee, insertMentor, type TestMember, viewerOf } from "./people";

/** A mentee and a mentor, with as many places, whose relationship began on `onDay(1)`. */
export async function insertPartners(capacity = 1): Promise<{ id: string; mentee: TestMember; mentor: TestMember }> {
  const [mentee, mentor] = [
    await insertMentee({}, { name: "Mei Tanaka" }),
    await insertMentor({ capacity }, { name: "Gareth Pugh" }),
  ];
  const sent = await proposals.send(viewerOf(mentee), mentor.id, WORDS, DEFAULT_SETTINGS, SENT_AT);
  if (!sent.ok) throw new Error(sent.reason);
  const accepted = await proposals.accept(viewerOf(mentor), sent.value, 1, DEFAULT_SETTINGS, onDay(1));
  if (!accepted.ok) throw new Error(accepted.reason);
  return { id: sent.value, mentee, mentor };
}

/** Milliseconds for a transaction on a busy machine. */
const UNHURRIED = { timeout: 60_000, maxWait: 60_000 };

/**
 * Ends the relationship in a transaction that is still open when `work` begins, and commits it once that waits for the row.
 * What `work` gives back was decided after the end, though it was asked for before.
 */
export async function endWhile<Value>(id: string, endedAt: Date, work: () => Promise<Value>): Promise<Value> {
  let working: Promise<Value> | undefined;
  await db().$transaction(async (tx) => {
    const data = { endedAt, endedBecause: "staff", dueAt: null, version: { increment: 1 } };
    await tx.relationship.update({ where: { id }, data, select: { id: true } });
    let isOver = false;
    working = work().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const [row] = await tx.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::integer AS "waiting" FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      if (row && row.waiting > 0) break;
    }
  }, UNHURRIED);
  if (!working) throw new Error("The work has not begun.");
  return working;
}
