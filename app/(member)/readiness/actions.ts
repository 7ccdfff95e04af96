"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as readiness from "@/lib/pairing/readiness/commands";
import { AcceptInput, AskRefereeInput, CompleteInput } from "@/lib/pairing/readiness/input";
import { sayReadinessRefusal } from "@/lib/pairing/readiness/wording";

export const acceptDeclaration = formAction(AcceptInput, async ({ input: { conditionId, seenText }, viewer, now }) => {
  const accepted = await readiness.accept(viewer, conditionId, seenText, now);
  return accepted.ok ? goTo(`/readiness/${conditionId}`, "readiness-done") : refused(sayReadinessRefusal(accepted.reason));
});

export const completeTraining = formAction(CompleteInput, async ({ input: { conditionId }, viewer, settings, now }) => {
  const completed = await readiness.complete(viewer, conditionId, settings, now);
  return completed.ok ? goTo(`/readiness/${conditionId}`, "readiness-done") : refused(sayReadinessRefusal(completed.reason));
});

export const askReferee = formAction(AskRefereeInput, async ({ input: { conditionId, ...referee }, viewer, settings, now }) => {
  const asked = await readiness.askReferee(viewer, conditionId, referee, settings, now);
  if (asked.ok) return goTo(`/readiness/${conditionId}`, "referee-asked");
  return refused(sayReadinessRefusal(asked.reason), asked.reason === "own-address" ? "email" : undefined);
});
