"use server";

import { comeBack } from "@/lib/accounts/commands";
import { RolesInput } from "@/lib/accounts/input";
import { goTo, openAction, refused } from "@/lib/form-action";

export const returnAs = openAction(RolesInput, async ({ input, viewer, departed, now }) => {
  if (!departed) return goTo(viewer ? "/" : "/sign-in");
  const roles = { mentor: input.roles.includes("mentor"), mentee: input.roles.includes("mentee") };
  const back = await comeBack(departed, roles, now);
  return back.ok ? goTo("/", "came-back") : refused("Choose at least one.", "roles");
});
