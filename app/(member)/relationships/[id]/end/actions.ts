"use server";

import { formAction, goTo, refused } from "@/lib/form-action";
import { cancelAhead } from "@/lib/meetings/clockwork";
import { run } from "@/lib/relationships/commands";
import { EndInput } from "@/lib/relationships/input";
import { relationshipRefusal } from "@/lib/relationships/wording";

export const end = formAction(EndInput, async ({ input: { id, reason }, viewer, settings, now }) => {
  const ended = await run(viewer, id, { type: "end", reason: reason || null }, settings, now);
  if (!ended.ok) return refused(relationshipRefusal(ended.reason));
  // At once, so that calendars hear of it with the news; the sweep would find them too.
  await cancelAhead([id], now);
  return goTo(`/relationships/${id}`, "relationship-ended");
});
