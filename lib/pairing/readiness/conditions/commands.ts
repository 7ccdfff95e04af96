import { randomUUID } from "node:crypto";
import { dayOf, startOfDay } from "@/lib/foundation/dates";
import { isId } from "@/lib/foundation/id";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { Viewer } from "@/lib/foundation/viewer";
import { loadProgramme } from "@/lib/pairing/programmes/load";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { loadCondition } from "@/lib/pairing/readiness/load";
import type { Settings } from "@/lib/society/settings/settings";
import { type Condition, type ConditionRefusal, type Description, MOST_CONDITIONS, type Wording } from "./condition";
import { type ConditionCommand, decideCondition } from "./decide";
import { countAsked, isPublished, listConditions } from "./queries";
import { saveCondition } from "./save";
import { spread } from "./spread";

type Saved = Promise<Result<string, ConditionRefusal>>;

/** The condition, and the version of it that staff saw. */
export interface Seen {
  id: string;
  seen: number;
}

/** Staff ask something of everybody in a role. Each of them is told once; it counts from its day on. The same form sent twice makes one. */
export async function create(viewer: Viewer, id: string, description: Description, settings: Settings, now: Date): Saved {
  if (viewer.staff === "none") return refuse("not-staff");
  const there = await loadCondition(id);
  if (there) return there.name === description.name && there.text === description.text ? done(id) : refuse("already-there");
  const programme = await loadProgramme(description.programmeId);
  if (!programme || programme.status === "archived") return refuse("no-programme");
  if (description.resourceId && !(await isPublished(description.resourceId))) return refuse("no-training");
  if ((await countAsked(description)) >= MOST_CONDITIONS) return refuse("too-many");
  return decideAndSave(viewer, null, { type: "create", id, description }, settings, now);
}

/**
 * A copy of a programme asks what the programme asks, from the day on which it was copied: nobody is in it yet. Where the copy asks something already,
 * nothing happens, so that a form sent twice copies once. Returns how many.
 */
export async function copyConditions(
  viewer: Viewer,
  fromId: string,
  toId: string,
  settings: Settings,
  now: Date,
): Promise<number> {
  if (viewer.staff === "none" || fromId === SOCIETY_SCHEME || (await listConditions([toId])).length > 0) return 0;
  const asked = (await listConditions([fromId])).filter(({ retiredAt }) => retiredAt === null);
  const { timeZone } = settings.society;
  const countsAt = startOfDay(dayOf(now, timeZone), timeZone) ?? now;
  let copied = 0;
  for (const { role, kind, name, text, resourceId, link, validMonths } of asked) {
    const description = { programmeId: toId, role, kind, name, text, resourceId, link, validMonths, countsAt };
    if ((await create(viewer, randomUUID(), description, settings, now)).ok) copied++;
  }
  return copied;
}

/** Other words. Those of a declaration are accepted again from a day on, where staff say so. */
export async function edit(
  viewer: Viewer,
  which: Seen,
  { countsAt, again, ...wording }: Wording & { countsAt: Date; again: boolean },
  settings: Settings,
  now: Date,
): Saved {
  if (wording.resourceId && !(await isPublished(wording.resourceId))) return refuse("no-training");
  return change(viewer, which, { type: "edit", wording, countsAt, again }, settings, now);
}

/** Members are no longer asked for it, and it holds nobody back. The record of who met it is kept. */
export async function retire(viewer: Viewer, which: Seen, settings: Settings, now: Date): Saved {
  return change(viewer, which, { type: "retire" }, settings, now);
}

async function change(viewer: Viewer, { id, seen }: Seen, command: ConditionCommand, settings: Settings, now: Date): Saved {
  if (viewer.staff === "none") return refuse("not-staff");
  const found = isId(id) ? await loadCondition(id) : null;
  if (!found) return refuse("not-found");
  if (found.version !== seen) return refuse("changed-meanwhile");
  return decideAndSave(viewer, found, command, settings, now);
}

async function decideAndSave(
  { memberId }: Viewer,
  found: Condition | null,
  command: ConditionCommand,
  { society }: Settings,
  now: Date,
): Saved {
  const today = startOfDay(dayOf(now, society.timeZone), society.timeZone) ?? now;
  const decided = decideCondition(found, command, memberId, today, now);
  if (!decided.ok) return decided.reason === "nothing-changed" && found ? done(found.id) : decided;
  if (!(await saveCondition(decided))) return refuse("changed-meanwhile");
  // A small society is done at once; of a large one the sweep does the rest.
  if (decided.condition.spreadDueAt !== null) await spread(decided.condition, society.timeZone, now);
  return done(decided.condition.id);
}
