"use server";

import { clashed, formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { sayClash } from "@/lib/foundation/amending";
import type { Result } from "@/lib/foundation/result";
import { addGoal, editGoal, moveGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import type { GoalRefusal } from "@/lib/mentoring/goals/goal";
import { AddGoalInput, EditGoalInput, MoveGoalInput, NoteInput } from "@/lib/mentoring/goals/input";
import { sayGoalRefusal } from "@/lib/mentoring/goals/wording";

export const add = formAction(AddGoalInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, goalId, ...words } = input;
  const result = await addGoal(viewer, { relationshipId, goalId }, words, settings, now);
  return result.ok
    ? goTo(pageOf({ relationshipId, goalId: result.value }), result.isAnother ? "kept-beside" : "goal-added")
    : refused(sayGoalRefusal(result.reason));
});

export const edit = formAction(EditGoalInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, goalId, base, take, ...words } = input;
  const result = await editGoal(viewer, { relationshipId, goalId }, { words, base, take }, settings, now);
  if (result.ok) return goTo(pageOf(input), result.value.isMerged ? "saved-together" : "goal-saved");
  if (result.reason !== "clash") return refused(sayGoalRefusal(result.reason));
  const { texts, theirs, by } = result;
  return clashed(sayClash(by), { ...texts, base: result.base }, { name: by, texts: theirs });
});

export const note = formAction(NoteInput, async ({ input, viewer, settings, now }) => {
  const result = await noteGoal(viewer, input, { ...input, was: input.base }, settings, now);
  if (result.ok) return goTo(pageOf(input), result.isAnother ? "kept-beside" : "goal-noted");
  return refused(sayGoalRefusal(result.reason), result.reason === "empty" ? "note" : undefined);
});

export const achieve = formAction(MoveGoalInput, async ({ input, viewer, settings, now }) =>
  showWhere(input, await moveGoal(viewer, input, "achieve", input.version, settings, now), "goal-achieved"),
);

export const drop = formAction(MoveGoalInput, async ({ input, viewer, settings, now }) =>
  showWhere(input, await moveGoal(viewer, input, "drop", input.version, settings, now), "goal-dropped"),
);

export const reopen = formAction(MoveGoalInput, async ({ input, viewer, settings, now }) =>
  showWhere(input, await moveGoal(viewer, input, "reopen", input.version, settings, now), "goal-reopened"),
);

interface Which {
  relationshipId: string;
  goalId: string;
}

/** The page as it is now, with the reason: the button that was pressed may not be there any more. */
function showWhere(which: Which, result: Result<null, GoalRefusal>, done: string): Outcome {
  return result.ok ? goTo(pageOf(which), done) : goTo(`${pageOf(which)}?refused=${result.reason}`);
}

function pageOf({ relationshipId, goalId }: Which): string {
  return `/relationships/${relationshipId}/goals/${goalId}`;
}
