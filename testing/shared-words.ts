import { randomUUID } from "node:crypto";
import { localOf } from "@/lib/foundation/dates";
import { addGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { addWorksheet, changeWorksheet } from "@/lib/mentoring/worksheets/commands";
import { send as say } from "@/lib/pairing/conversations/commands";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { type TestMember, viewerOf } from "./people";

const SETTINGS = DEFAULT_SETTINGS;

/**
 * One of two partners uses everything that the two share: a message, a meeting, a SWOT and a G-STAR, a goal and a note. All
 * they write begins with `beginning`, and ends with what it is.
 */
export async function shareWords(by: TestMember, relationshipId: string, beginning: string, now: Date): Promise<void> {
  const viewer = viewerOf(by);
  const word = (end: string) => `${beginning}${end}`;
  const results: { ok: boolean; reason?: string }[] = [
    await say(viewer, { relationshipId, key: randomUUID(), words: word("message") }, now),
  ];
  const hour = (count: number) => localOf(new Date(+now + (48 + count) * 3_600_000), "Europe/London");
  const words = { title: word("title"), details: word("details") };
  const confirmed = ["you-are-busy", "partner-is-busy", "partner-hour", "after-the-end"] as const;
  const plan = { starts: hour(0), ends: hour(1), method: 1, sendsDetails: true, words, confirmed };
  results.push(await meetings.arrange(viewer, { relationshipId, meetingId: randomUUID() }, plan, SETTINGS, now));
  const worksheet = { relationshipId, worksheetId: randomUUID(), kind: "swot" as const };
  const box = (end: string) => ({ title: word("sheet"), strengths: word(end), weaknesses: "", opportunities: "", threats: "" });
  results.push(await addWorksheet(viewer, { ...worksheet, words: box("swot") }, SETTINGS, now));
  results.push(await changeWorksheet(viewer, { ...worksheet, words: box("version"), base: 1, take: [] }, SETTINGS, now));
  const gStar = { relationshipId, worksheetId: randomUUID(), kind: "g-star" as const };
  const steps = { title: word("title"), goals: word("gstar"), situation: "", thinking: "", actions: "", results: "" };
  results.push(await addWorksheet(viewer, { ...gStar, words: steps }, SETTINGS, now));
  const goal = { relationshipId, goalId: randomUUID() };
  results.push(await addGoal(viewer, goal, { what: word("goal"), why: "", measure: "", target: "" }, SETTINGS, now));
  const note = { stepId: randomUUID(), note: word("note"), progress: "under-way", was: "not-started" } as const;
  results.push(await noteGoal(viewer, goal, note, SETTINGS, now));
  for (const result of results) if (!result.ok) throw new Error(`refused: ${result.reason}`);
}
