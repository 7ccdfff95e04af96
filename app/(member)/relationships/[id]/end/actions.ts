"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { cancelAhead } from "@/lib/mentoring/meetings/sweep-step";
import { showAddress } from "@/lib/pairing/contact/commands";
import * as relationships from "@/lib/pairing/relationships/commands";
import { EndInput } from "@/lib/pairing/relationships/input";
import { relationshipRefusal } from "@/lib/pairing/relationships/wording";

export const end = formAction(EndInput, async ({ input: { id, reason, shown }, viewer, settings, now }) => {
  const ended = await relationships.end(viewer, id, reason || null, settings, now);
  if (!ended.ok) return refused(relationshipRefusal(ended.reason));
  if (shown) await showAddress(viewer, id, true, now);
  // Cancels the meetings at once, so that calendars are updated together with the notice. The sweep would find them too.
  await cancelAhead([id], now);
  return goTo(`/relationships/${id}`, "relationship-ended");
});
