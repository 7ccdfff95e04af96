"use server";

import { goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import type { Result } from "@/lib/foundation/result";
import * as rules from "@/lib/pairing/rules/commands";
import { AddRuleInput, ChangeRuleInput } from "@/lib/pairing/rules/input";
import type { RuleRefusal } from "@/lib/pairing/rules/rule";
import { fieldOfRefusal, sayRuleRefusal } from "@/lib/pairing/rules/wording";
import type { Settings } from "@/lib/society/settings/settings";

/** A rule that holds everywhere is for staff alone. */
export const addRule = staffAction(
  AddRuleInput,
  async ({ input, viewer, settings, now }) => answer(await rules.addRule(viewer, input, now), "rule-added", settings),
  { area: "matching", of: "programmes", ids: ({ programmeId }) => [programmeId] },
);

/** Retire, Bring back and Delete: whichever button was pressed. */
export const changeRule = staffAction(
  ChangeRuleInput,
  async ({ input: { id, change }, viewer, settings, now }) => {
    if (change === "remove") return answer(await rules.removeRule(viewer, id, now), "rule-removed", settings);
    const isHeld = change === "bring-back";
    return answer(await rules.holdRule(viewer, id, isHeld, now), isHeld ? "rule-brought-back" : "rule-retired", settings);
  },
  { area: "matching", of: "rules", ids: ({ id }) => [id] },
);

function answer(result: Result<null, RuleRefusal>, say: string, { words }: Settings): Outcome {
  if (result.ok) return goTo("/admin/matching/rules", say);
  return refused(sayRuleRefusal(result.reason, words), fieldOfRefusal(result.reason));
}
