"use server";

import { z } from "zod";
import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { saveChoices } from "@/lib/notify/notices/commands";
import { MailChoicesInput } from "@/lib/notify/notices/input";
import { endOfPause } from "@/lib/pairing/availability/availability";
import { makeUnavailable } from "@/lib/pairing/availability/commands";
import { UnavailableInput } from "@/lib/pairing/availability/input";
import { sayAvailabilityRefusal } from "@/lib/pairing/availability/wording";
import * as proposals from "@/lib/pairing/proposals/commands";
import { endSessions, saveRoles } from "@/lib/people/accounts/commands";
import { RolesInput } from "@/lib/people/accounts/input";
import { countMatters } from "@/lib/people/accounts/queries";
import { sayRolesRefusal } from "@/lib/people/accounts/wording";
import { actInNewRole, endSession } from "@/lib/people/auth/session";
import { saveTimeZone } from "@/lib/people/members/commands";
import { TimeZoneInput } from "@/lib/people/members/input";
import { sayRefusal } from "@/lib/people/members/wording";

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
  if (made.ok && input.others === "close") await proposals.closeForPause(viewer, now);
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

/** Log Out Everywhere: ends the session here, at the society and on every other device. */
export async function logOutEverywhere(form: FormData): Promise<void> {
  await endAll(UNTOUCHED, form);
}
