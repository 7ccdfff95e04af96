"use server";

import { formAction, goTo, refused } from "@/lib/form-action";
import { saveTimeZone } from "@/lib/members/commands";
import { TimeZoneInput } from "@/lib/members/input";
import { sayRefusal } from "@/lib/members/wording";

export const chooseTimeZone = formAction(TimeZoneInput, async ({ input, viewer, settings, now }) => {
  const saved = await saveTimeZone(viewer, input.timeZone ?? null, now);
  if (saved.ok) return goTo("/account", "time-zone-saved");
  return refused(sayRefusal(saved.reason, viewer.activeRole ?? "mentee", settings), "timeZone");
});
