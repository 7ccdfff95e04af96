import { randomUUID } from "node:crypto";
import { addDays, localOf } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { addGoal, moveGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { addWorksheet, changeWorksheet } from "@/lib/mentoring/worksheets/commands";
import { pickWords } from "@/lib/mentoring/worksheets/worksheet";
import { roundOfTime } from "@/lib/notify/calendar/round";
import { send } from "@/lib/pairing/conversations/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "@/testing/people";

const ZONE = "Europe/London";
const SETTINGS = DEFAULT_SETTINGS;

/** Fills a relationship with one of everything that two partners can have. */
export async function furnish(id: string, mentee: TestMember, mentor: TestMember, now: Date) {
  const [one, other] = [viewerOf(mentee), viewerOf(mentor)];
  const goal = { relationshipId: id, goalId: randomUUID() };
  const achieved = { relationshipId: id, goalId: randomUUID() };
  const words = { what: "Speak first once a month.", why: "To be heard.", measure: "Three times.", target: "" };
  for (const which of [goal, achieved]) await mustBeDone(addGoal(one, which, words, SETTINGS, now));
  const note = { stepId: randomUUID(), note: "Twice.", progress: "under-way", was: "not-started" } as const;
  await mustBeDone(noteGoal(other, goal, note, SETTINGS, now));
  const { version } = await db().goal.findUniqueOrThrow({ where: { id: achieved.goalId }, select: { version: true } });
  await mustBeDone(moveGoal(one, achieved, "achieve", version, SETTINGS, now));

  const swot = await addOne("swot", { title: "The first year", strengths: "I finish things.", threats: "Time." });
  const gStar = await addOne("g-star", { title: "The talk", goals: "To give it.", actions: "Ask.", results: "" });
  async function addOne(kind: "swot" | "g-star", typed: Record<string, string>): Promise<string> {
    const worksheet = { relationshipId: id, worksheetId: randomUUID(), kind };
    await mustBeDone(addWorksheet(one, { ...worksheet, words: pickWords(kind, typed) }, SETTINGS, now));
    const changed = { ...worksheet, words: pickWords(kind, { ...typed, title: "A second look" }), base: 1, take: [] };
    await mustBeDone(changeWorksheet(other, changed, SETTINGS, now));
    return worksheet.worksheetId;
  }

  for (const [by, said] of [
    [one, "Shall we meet on Monday? See https://example.org/a"],
    [other, `Gladly.\n\n${"w".repeat(300)}`],
  ] as const)
    await mustBeDone(send(by, { relationshipId: id, key: randomUUID(), words: said }, now));

  const planned = await plan(one, id, 7, now);
  const suggested = await plan(one, id, 9, now);
  await plan(one, id, -2, now);
  const time = anHourFrom(12, now);
  await mustBeDone(meetings.suggest(other, { relationshipId: id, meetingId: suggested, seen: 1 }, time, SETTINGS, now));

  for (const by of [one, other]) {
    const relationship = await findRelationship(by, id, now);
    if (!relationship) throw new Error("The two are no partners.");
    const { digest: seen } = await makeOffer(by, relationship, SETTINGS, now);
    await mustBeDone(sign(by, id, { type: "sign", name: by.name, seen }, SETTINGS, now));
  }
  const times = { startsAt: true, endsAt: true };
  const plannedRound = roundOfTime(await db().meeting.findUniqueOrThrow({ where: { id: planned }, select: times }));
  return { goal: goal.goalId, achieved: achieved.goalId, swot, gStar, planned, plannedRound, suggested };
}

/** A meeting in so many days, which nobody has answered yet; or one that took place, so many days ago. */
export async function plan(by: Viewer, relationshipId: string, days: number, now: Date): Promise<string> {
  const meetingId = randomUUID();
  const words = { title: "First conversation", details: "By video." };
  const planned = { ...anHourFrom(days, now), method: 2, sendsDetails: true, words };
  const begin = days > 0 ? meetings.arrange : meetings.log;
  await mustBeDone(begin(by, { relationshipId, meetingId }, planned, SETTINGS, now));
  return meetingId;
}

function anHourFrom(days: number, now: Date) {
  const day = localOf(addDays(now, days, ZONE), ZONE).slice(0, 10);
  return { starts: `${day}T14:00`, ends: `${day}T15:00`, confirmed: [] };
}

export async function mustBeDone(doing: Promise<{ ok: boolean; reason?: unknown }>): Promise<void> {
  const result = await doing;
  if (!result.ok) throw new Error(`The gallery’s people could not do it: ${String(result.reason)}`);
}
