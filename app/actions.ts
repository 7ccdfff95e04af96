"use server";

import { z } from "zod";
import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { type FormState, UNTOUCHED } from "@/lib/entrypoints/form-state";
import { destinationField } from "@/lib/foundation/destination";
import * as availability from "@/lib/pairing/availability/commands";
import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";
import { chooseRole, endSession } from "@/lib/people/auth/session";
import { hasProfile } from "@/lib/people/members/queries";

const end = openAction(z.object({}), async () => goTo(await endSession()), false);

const choose = openAction(z.object({ role: z.enum(["mentor", "mentee"]), to: destinationField }), async ({ input, viewer }) => {
  if (!viewer) return goTo("/sign-in");
  if (!(await chooseRole(input.role))) return refused("This is not one of your roles.");
  if (viewer.activeRole) return goTo(input.to ?? "/", "switched");
  return goTo(input.to ?? ((await hasProfile(viewer, input.role)) ? "/" : "/welcome"));
});

const returnNow = openAction(z.object({}), async ({ viewer, now }) => {
  if (!viewer) return goTo("/sign-in");
  const made = await availability.makeAvailable(viewer, now);
  return made.ok ? goTo("/account", "made-available") : refused(sayAvailabilityRefusal(made.reason));
});

/** Log Out, in the header of every page: of Connect and of the society's sign-in. */
export async function logOut(form: FormData): Promise<void> {
  await end(UNTOUCHED, form);
}

/** The header's switch: acts in the other role from here on. */
export async function switchRole(form: FormData): Promise<void> {
  await choose(UNTOUCHED, form);
}

/** Make Available, beside the sentence that every screen shows an unavailable mentor. */
export async function makeAvailable(form: FormData): Promise<void> {
  await returnNow(UNTOUCHED, form);
}

/** The choice of account after signing in. */
export async function chooseAccount(previous: FormState, form: FormData): Promise<FormState> {
  return choose(previous, form);
}
