"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { cancelAhead } from "@/lib/mentoring/meetings/clockwork";
import * as relationships from "@/lib/pairing/relationships/commands";
import { EndInput } from "@/lib/pairing/relationships/input";
import { relationshipRefusal } from "@/lib/pairing/relationships/wording";

export const end = formAction(EndInput, async ({ input: { id, reason }, viewer, settings, now }) => {
  const ended = await relationships.end(viewer, id, reason || null, settings, now);
  if (!ended.ok) return refused(relationshipRefusal(ended.reason));
  // At once, so that calendars hear of it with the news; the sweep would find them too.
  await cancelAhead([id], now);
  return goTo(`/relationships/${id}`, "relationship-ended");
});
