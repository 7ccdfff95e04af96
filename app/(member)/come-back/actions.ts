"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { destinationField } from "@/lib/foundation/destination";
import { comeBack } from "@/lib/people/accounts/commands";
import { RolesInput } from "@/lib/people/accounts/input";
import { sayReturnRefusal } from "@/lib/people/accounts/wording";

export const returnAs = openAction(RolesInput.extend({ to: destinationField }), async ({ input, viewer, departed, now }) => {
  if (!departed) return goTo(viewer ? "/" : "/sign-in");
  const roles = { mentor: input.roles.includes("mentor"), mentee: input.roles.includes("mentee") };
  const back = await comeBack(departed, roles, now);
  return back.ok
    ? goTo(input.to ?? "/", "came-back")
    : refused(sayReturnRefusal(back.reason), back.reason === "none-left" ? "roles" : undefined);
});
