"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as joining from "@/lib/pairing/joining/commands";
import { JoinInput, LeaveInput, LimitInput } from "@/lib/pairing/joining/input";
import { sayJoiningRefusal } from "@/lib/pairing/joining/wording";

export const joinProgramme = formAction(JoinInput, async ({ input: { programmeId, role }, viewer, settings, now }) => {
  const joined = await joining.join(viewer, programmeId, role, now);
  if (!joined.ok) return refused(sayJoiningRefusal(joined.reason, role, settings.words));
  return goTo(`/programmes/${programmeId}`, joined.value === "joined" ? "programme-joined" : "programme-applied");
});

export const leaveProgramme = formAction(LeaveInput, async ({ input: { programmeId, role }, viewer, settings, now }) => {
  const left = await joining.leave(viewer, programmeId, role, now);
  if (!left.ok) return refused(sayJoiningRefusal(left.reason, role, settings.words));
  // Where nobody new can join, its page is gone with them.
  return goTo("/account", "programme-left");
});

export const limitPlaces = formAction(LimitInput, async ({ input: { programmeId, places }, viewer, settings, now }) => {
  const limited = await joining.limit(viewer, programmeId, places === "" ? null : places, now);
  if (limited.ok) return goTo(`/programmes/${programmeId}`, "places-limited");
  return refused(sayJoiningRefusal(limited.reason, "mentor", settings.words), "places");
});
