"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { startOfDay } from "@/lib/foundation/dates";
import * as relationships from "@/lib/pairing/relationships/commands";
import { FirstConversationInput } from "@/lib/pairing/relationships/input";
import { relationshipRefusal } from "@/lib/pairing/relationships/wording";

export const holdFirstConversation = formAction(
  FirstConversationInput,
  async ({ input: { id, day }, viewer, settings, now }) => {
    const at = startOfDay(day, viewer.timeZone);
    if (!at) return refused("This day does not exist. Please check the date.", "day");
    const held = await relationships.holdFirstConversation(viewer, id, at, settings, now);
    if (!held.ok) return refused(relationshipRefusal(held.reason), held.reason === "not-yet" ? "day" : undefined);
    return goTo(`/relationships/${id}`, "first-conversation-held");
  },
);
