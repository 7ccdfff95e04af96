"use server";

import { z } from "zod";
import { endSessions, saveRoles } from "@/lib/accounts/commands";
import { RolesInput } from "@/lib/accounts/input";
import { countMatters } from "@/lib/accounts/queries";
import { sayRolesRefusal } from "@/lib/accounts/wording";
import { actInNewRole, endSession } from "@/lib/auth/session";
import { endOfPause } from "@/lib/availability/availability";
import { makeUnavailable } from "@/lib/availability/commands";
import { UnavailableInput } from "@/lib/availability/input";
import { sayAvailabilityRefusal } from "@/lib/availability/wording";
import { formAction, goTo, refused } from "@/lib/form-action";
import { UNTOUCHED } from "@/lib/form-state";
import { saveTimeZone } from "@/lib/members/commands";
import { TimeZoneInput } from "@/lib/members/input";
import { sayRefusal } from "@/lib/members/wording";
import { saveChoices } from "@/lib/notifications/commands";
import { MailChoicesInput } from "@/lib/notifications/input";

export const chooseTimeZone = formAction(TimeZoneInput, async ({ input, viewer, settings, now }) => {
  const saved = await saveTimeZone(viewer, input.timeZone ?? null, now);
  if (saved.ok) return goTo("/account", "time-zone-saved");
  return refused(sayRefusal(saved.reason, viewer.activeRole ?? "mentee", settings), "timeZone");
});

export const chooseRoles = formAction(RolesInput, async ({ input, viewer, settings, now }) => {
  const wanted = { mentor: input.roles.includes("mentor"), mentee: input.roles.includes("mentee") };
  const saved = await saveRoles(viewer, wanted, now);
  if (!saved.ok) {
    return refused(sayRolesRefusal(saved.reason, await countMatters(viewer.memberId, now), settings), "roles");
  }
  const [added] = saved.value.added;
  if (!added) return goTo("/account", "roles-saved");
  await actInNewRole(added);
  return goTo("/profile", wanted.mentor && wanted.mentee ? "role-added" : "roles-saved");
});

export const pause = formAction(UnavailableInput, async ({ input, viewer, settings, now }) => {
  const ends = endOfPause(input.day ?? null, now, settings.society.timeZone);
  if (!ends.ok) return refused(sayAvailabilityRefusal(ends.reason), "day");
  const made = await makeUnavailable(viewer, ends.value, now);
  return made.ok ? goTo("/account", "made-unavailable") : refused(sayAvailabilityRefusal(made.reason));
});

export const chooseMails = formAction(MailChoicesInput, async ({ input, viewer, now }) => {
  await saveChoices(viewer, input, now);
  return goTo("/account", "mail-choices-saved");
});

const endAll = formAction(z.object({}), async ({ viewer, now }) => {
  await endSessions(viewer, now);
  return goTo(await endSession("logged-out-everywhere"));
});

/** Log Out Everywhere: here, at the society, and wherever else somebody is logged in as this member. */
export async function logOutEverywhere(form: FormData): Promise<void> {
  await endAll(UNTOUCHED, form);
}
