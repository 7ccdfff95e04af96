"use server";

import { adminAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { dismissSetupItem } from "@/lib/society/settings/commands";
import { sayRefusal } from "@/lib/society/settings/wording";
import { SetupInput } from "@/lib/staff/setup/input";

export const dismissItem = adminAction(SetupInput, async ({ input: { item, dismissed }, viewer, now }) => {
  const result = await dismissSetupItem(viewer, item, dismissed === "yes", now);
  if (!result.ok)
    return refused("sentence" in result ? result.sentence : sayRefusal(result.reason === "clash" ? "busy" : result.reason));
  return goTo("/admin/setup", dismissed === "yes" ? "setup-dismissed" : "setup-taken-up");
});
