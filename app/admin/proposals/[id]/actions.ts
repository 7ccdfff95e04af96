"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { actOnProposal } from "@/lib/staff/relationships/commands";
import { ExtendDeadlineInput, WithdrawInput } from "@/lib/staff/relationships/input";
import { oversightRefusal } from "@/lib/staff/relationships/wording";

export const extend = staffAction(ExtendDeadlineInput, async ({ input: { id, seen, days }, viewer, settings, now }) => {
  const extended = await actOnProposal(viewer, id, seen, { type: "extend", days }, settings, now);
  if (extended.ok) return goTo(`/admin/proposals/${id}`, "deadline-extended");
  return refused(oversightRefusal(extended.reason), extended.reason === "too-many-days" ? "days" : undefined);
});

export const withdraw = staffAction(WithdrawInput, async ({ input: { id, seen, words }, viewer, settings, now }) => {
  const withdrawn = await actOnProposal(viewer, id, seen, { type: "withdraw-by-staff", words }, settings, now);
  return withdrawn.ok ? goTo(`/admin/proposals/${id}`, "staff-withdrew") : refused(oversightRefusal(withdrawn.reason));
});
