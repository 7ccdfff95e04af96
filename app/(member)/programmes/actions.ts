"use server";

import { formAction, goTo, refused, shown } from "@/lib/entrypoints/form-action";
import * as joining from "@/lib/pairing/joining/commands";
import { JoinInput, LeaveInput, LimitInput } from "@/lib/pairing/joining/input";
import { sayJoiningRefusal } from "@/lib/pairing/joining/wording";
import { readAnswers } from "@/lib/people/profile-questions/answers";
import { RoleAnswersInput } from "@/lib/people/profile-questions/input";
import { listAsked } from "@/lib/people/profile-questions/queries";

const WithAnswers = JoinInput.extend({ ...RoleAnswersInput.shape, ...JoinInput.shape });

export const joinProgramme = formAction(WithAnswers, async ({ input, viewer, settings, now }) => {
  const { programmeId, role } = input;
  const { answers, problems } = readAnswers(await listAsked(viewer, role, programmeId), input, role);
  if (Object.keys(problems).length > 0) return shown(problems);
  const joined = await joining.join(viewer, programmeId, role, now, answers);
  if (!joined.ok) return refused(sayJoiningRefusal(joined.reason, role, settings.words));
  return goTo(`/programmes/${programmeId}`, joined.value === "joined" ? "programme-joined" : "programme-applied");
});

/** Other answers of somebody who is in it, or has applied. */
export const saveJoiningAnswers = formAction(WithAnswers, async ({ input, viewer, settings, now }) => {
  const { programmeId, role } = input;
  const { answers, problems } = readAnswers(await listAsked(viewer, role, programmeId), input, role);
  if (Object.keys(problems).length > 0) return shown(problems);
  const saved = await joining.saveAnswers(viewer, programmeId, role, answers, now);
  if (!saved.ok) return refused(sayJoiningRefusal(saved.reason, role, settings.words));
  return goTo(`/programmes/${programmeId}`, "joining-answers-saved");
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
