import { randomUUID } from "node:crypto";
import { amend, type Clash, onNothing } from "@/lib/foundation/amending";
import { type Kept, once, taken } from "@/lib/foundation/once";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import type { Viewer } from "@/lib/foundation/viewer";
import { toolsOf } from "@/lib/pairing/programmes/settings-of";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { type GoalCommand, type GoalRefusal, type GoalWords, move, type Progress } from "./goal";
import { findGoal, findGoalWords } from "./queries";
import { insertGoal, saveNote, saveStatus, saveWords } from "./save";

interface Which {
  relationshipId: string;
  goalId: string;
}

/**
 * Adds a goal. The same form sent twice adds one goal; with other words it adds another. Returns its id. Refuses an ended
 * relationship and a programme that does without goals, and answers `not-found` to anybody but the two partners.
 */
export async function addGoal(
  viewer: Viewer,
  { relationshipId, goalId }: Which,
  words: GoalWords,
  settings: Settings,
  now: Date,
): Promise<Kept<string> | Refusal<GoalRefusal>> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  if (!toolsOf(relationship.programme?.own ?? null).includes("goals")) return refuse("not-offered");
  const doing = { viewer, relationship, timeZone: settings.society.timeZone, now };
  return once(goalId, words, async (key) => {
    const saved = await insertGoal({ ...doing, stepId: randomUUID(), goalId: key, words });
    if (saved === "saved") return done(key);
    if (saved !== "lost") return refuse(saved);
    const there = await findGoal(viewer, relationshipId, key);
    const added = there?.steps.find(({ fact }) => fact === "added");
    const first = added && (await findGoalWords(key, added.id));
    return taken(key, JSON.stringify(first) === JSON.stringify(words));
  });
}

interface Edited {
  words: GoalWords;
  /** The step whose words the form began with. */
  base: string;
  take: readonly string[];
}

/**
 * Changes the words of an open goal. What the partner has saved since `base` is kept: changes to different boxes are merged,
 * otherwise both texts come back as a clash and nothing is saved. Returns whether anything was merged.
 */
export async function editGoal(
  viewer: Viewer,
  { relationshipId, goalId }: Which,
  { words: typed, base, take }: Edited,
  settings: Settings,
  now: Date,
): Promise<Result<{ isMerged: boolean }, GoalRefusal> | Clash> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  if (!relationship) return refuse("not-found");
  if (!relationship.isOpen) return refuse("ended");
  const changed = await retry<Result<{ isMerged: boolean }, GoalRefusal> | Clash>(async () => {
    const goal = await findGoal(viewer, relationshipId, goalId);
    if (!goal) return refuse("not-found");
    if (goal.status !== "open") return refuse("closed");
    const from = goal.textId;
    const began = base === from ? goal.words : await findGoalWords(goalId, base);
    const standing = { base: began, current: goal.words };
    const amended = amend({ ...(goal.isUnreadable ? onNothing(typed) : standing), typed, take });
    if (amended.kind === "same") return done({ isMerged: false });
    if (amended.kind === "clash") {
      const by = goal.steps.find(({ id }) => id === from)?.authorName ?? relationship.partner.name;
      return { ok: false, reason: "clash", texts: amended.texts, theirs: amended.theirs, by, base: from };
    }
    const doing = { viewer, relationship, goalId, stepId: randomUUID(), timeZone: settings.society.timeZone, now };
    const saved = await saveWords({ ...doing, words: amended.texts, from });
    if (saved === "saved") return done({ isMerged: amended.isMerged });
    return saved === "lost" ? null : refuse(saved);
  });
  return changed ?? refuse("busy");
}

interface Noted {
  /** Chosen with the form. */
  stepId: string;
  note: string;
  progress: Progress;
  /** The progress that the form began with: it is only saved if it has changed. */
  was: Progress;
}

/**
 * Saves how an open goal is going: its progress, a note, or both. Refuses neither as `empty`. The same form sent twice is
 * saved once, unless it says something else.
 */
export async function noteGoal(
  viewer: Viewer,
  { relationshipId, goalId }: Which,
  { stepId, note, progress, was }: Noted,
  settings: Settings,
  now: Date,
): Promise<Kept<null> | Refusal<GoalRefusal>> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  const goal = relationship && (await findGoal(viewer, relationshipId, goalId));
  if (!goal) return refuse("not-found");
  if (note === "" && progress === was && relationship.isOpen) return refuse("empty");
  const doing = { viewer, relationship, goalId, timeZone: settings.society.timeZone, now };
  const said = { note, progress: progress === was ? null : progress };
  return once(stepId, said, async (key) => {
    const there = goal.steps.find(({ id }) => id === key);
    if (there) return taken(null, (there.note ?? "") === note && there.progress === said.progress);
    const saved = await saveNote({ ...doing, ...said, stepId: key });
    return saved === "saved" ? done(null) : refuse(saved === "lost" ? "closed" : saved);
  });
}

/** Marks a goal as achieved or dropped, or reopens it, if it is still at the `version` that the member saw. */
export async function moveGoal(
  viewer: Viewer,
  { relationshipId, goalId }: Which,
  command: GoalCommand,
  version: number,
  settings: Settings,
  now: Date,
): Promise<Result<null, GoalRefusal>> {
  const relationship = await findRelationship(viewer, relationshipId, now);
  const goal = relationship && (await findGoal(viewer, relationshipId, goalId));
  if (!goal) return refuse("not-found");
  const next = move(goal.status, command);
  if (!next.ok) return next;
  if (next.isSo) return done(null);
  const doing = { viewer, relationship, goalId, stepId: randomUUID(), timeZone: settings.society.timeZone, now };
  const saved = await saveStatus({ ...doing, ...next, version });
  if (saved === "saved") return done(null);
  return refuse(saved === "lost" ? "changed-meanwhile" : saved);
}
