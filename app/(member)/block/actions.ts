"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { cancelAhead } from "@/lib/mentoring/meetings/sweep-step";
import * as blocks from "@/lib/pairing/blocks/commands";
import { BlockInput } from "@/lib/pairing/blocks/input";

export const block = formAction(BlockInput, async ({ input: { memberId }, viewer, settings, now }) => {
  const result = await blocks.block(viewer, memberId, settings, now);
  if (!result.ok) return refused("This member can no longer be found, so nothing was saved.");
  await cancelAhead(result.value, now);
  return goTo("/account/blocked", "member-blocked");
});

export const unblock = formAction(BlockInput, async ({ input: { memberId }, viewer }) => {
  await blocks.unblock(viewer, memberId);
  return goTo("/account/blocked", "member-unblocked");
});
