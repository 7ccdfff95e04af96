"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { join } from "@/lib/people/registration/commands";
import { JoinInput } from "@/lib/people/registration/input";

export const joinAs = openAction(JoinInput, async ({ input, viewer, now }) => {
  if (!viewer) return goTo("/sign-in");
  const roles = { mentor: input.roles.includes("mentor"), mentee: input.roles.includes("mentee") };
  const joined = await join(viewer, roles, now);
  if (!joined.ok) return refused("Choose at least one.", "roles");
  return goTo(roles.mentor && roles.mentee ? "/choose-account" : "/welcome", "joined");
});
