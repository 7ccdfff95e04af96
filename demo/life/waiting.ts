import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { agreePause, askPause } from "@/lib/mentoring/check-ins/commands";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { markSeen } from "@/lib/pairing/conversations/commands";
import { closeForPause } from "@/lib/pairing/proposals/commands";
import { ask, write } from "@/lib/pairing/questions/commands";
import { keepPlace } from "@/lib/pairing/queue/commands";
import type { Settings } from "@/lib/society/settings/settings";
import { idOf } from "../story/ids";
import { courseOf, type Pair } from "./pairs";
import { mustBeDone, viewerFor } from "./person";
import { QUESTIONS } from "./words";

/** Those with a fixed number have stories of their own. */
const LAST_NAMED = "100009";

/** What people wait for: a mentor who is away with a queue, questions before a proposal, and a pair who pause. By the product's own commands. */
export async function waitForOthers(pairs: readonly Pair[], settings: Settings, now: Date): Promise<void> {
  await goAway(settings, now);
  await askFirst(settings, now);
  await pauseTogether(pairs, settings, now);
}

/** A mentor goes away for a few weeks and closes what was open; all but the newest of those who had asked keep their places. */
async function goAway(settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const at = addDays(now, -3, timeZone);
  const [away] = await db().$queryRaw<{ mentorId: string; asked: { id: string; menteeId: string }[] }[]>`
    SELECT p."mentorId", json_agg(json_build_object('id', p."id", 'menteeId', p."menteeId") ORDER BY p."sentAt" DESC) AS "asked"
    FROM "proposals" p JOIN "members" m ON m."id" = p."mentorId"
    WHERE p."status" = 'sent' AND m."number" > ${LAST_NAMED} AND m."status" = 'active'
    GROUP BY p."mentorId", m."number" HAVING count(*) > 2 AND max(p."sentAt") < ${at}::timestamptz ORDER BY m."number" LIMIT 1`;
  if (!away) throw new Error("nobody has enough open proposals to go away");
  const mentor = viewerFor(away.mentorId, timeZone);
  await mustBeDone("go away", makeUnavailable(mentor, addDays(now, 24, timeZone), at));
  await closeForPause(mentor, at);
  for (const [i, { id, menteeId }] of away.asked.slice(1).entries()) {
    const later = new Date(at.getTime() + (i + 2) * 5 * 3_600_000);
    await mustBeDone("keep a place", keepPlace(viewerFor(menteeId, timeZone), id, settings, later));
  }
}

/** Two mentees ask a mentor something before any proposal. One has had a reply, the other still waits. */
async function askFirst(settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const mentees = await listIds("mentees");
  const mentors = await listIds("mentors");
  for (const [i, { question, reply }] of QUESTIONS.entries()) {
    const mentee = viewerFor(mentees[i] ?? "", timeZone);
    const mentor = viewerFor(mentors[i] ?? "", timeZone);
    const typed = { key: idOf("message", `question-${i}`), words: question.replaceAll("{other}", firstName(mentor.name)) };
    const asked = await ask(mentee, mentor.memberId, typed, settings, addDays(now, -(2 + 3 * i), timeZone));
    if (!asked.ok) throw new Error(`the demonstration could not ask a question: ${asked.reason}`);
    if (!reply) continue;
    const answer = {
      id: asked.value,
      key: idOf("message", `reply-${i}`),
      words: reply.replaceAll("{other}", firstName(mentee.name)),
    };
    const at = addDays(now, -(1 + 3 * i), timeZone);
    await markSeen(mentor, asked.value, 1, at);
    await mustBeDone("reply to a question", write(mentor, answer, settings, at));
  }
}

const firstName = (name: string) => name.split(" ")[0] ?? name;

/** Mentees who have no mentor and have asked nobody, or mentors with a place, in the order of their numbers. */
async function listIds(who: "mentees" | "mentors"): Promise<string[]> {
  const rows =
    who === "mentees"
      ? await db().$queryRaw<{ id: string }[]>`
          SELECT m."id" FROM "members" m JOIN "mentee_profiles" p ON p."memberId" = m."id"
          WHERE m."status" = 'active' AND m."standing" = 'current' AND m."number" > ${LAST_NAMED}
            AND NOT EXISTS (SELECT FROM "proposals" o WHERE o."menteeId" = m."id" AND o."status" IN ('sent', 'accepted'))
          ORDER BY m."number" LIMIT ${QUESTIONS.length}`
      : await db().$queryRaw<{ id: string }[]>`
          SELECT m."id" FROM "members" m JOIN "mentor_listings" l ON l."memberId" = m."id"
          WHERE m."number" > ${LAST_NAMED} AND NOT m."isMentee" ORDER BY m."number" LIMIT ${QUESTIONS.length}`;
  return rows.map(({ id }) => id);
}

/** Two who have not met for a while have agreed on a pause, so that nobody asks them until it is over. */
async function pauseTogether(pairs: readonly Pair[], settings: Settings, now: Date): Promise<void> {
  const { timeZone } = settings.society;
  const [at, until] = [addDays(now, -10, timeZone), addDays(now, 40, timeZone)];
  const pair = pairs.findLast((one) => courseOf(one, now) === "silent" && one.agreedUntil > until);
  if (!pair) throw new Error("no pair is there to pause");
  await mustBeDone("suggest a pause", askPause({ memberId: pair.menteeId }, pair.id, until, settings, at));
  await mustBeDone(
    "agree to a pause",
    agreePause({ memberId: pair.mentorId }, pair.id, until, settings, addDays(at, 1, timeZone)),
  );
}
