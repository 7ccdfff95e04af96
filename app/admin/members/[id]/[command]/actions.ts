"use server";

import { goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import type { Result } from "@/lib/foundation/result";
import * as commands from "@/lib/staff/members/commands";
import type { Refusal } from "@/lib/staff/members/directory";
import { AboutInput, EraseInput, StaffInput, SuspendInput } from "@/lib/staff/members/input";
import { sayRefusal } from "@/lib/staff/members/wording";

export const suspend = staffAction(SuspendInput, async ({ input: { memberId, reason }, viewer, now }) =>
  answer(await commands.suspend(memberId, reason, viewer, now), memberId, "member-suspended"),
);

export const reactivate = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.reactivate(memberId, viewer, now), memberId, "member-reactivated"),
);

export const endSessions = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.endSessions(memberId, viewer, now), memberId, "member-signed-out"),
);

export const approve = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.approve(memberId, viewer, now), memberId, "member-approved"),
);

export const refuse = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.refuseAccount(memberId, viewer, now), memberId, "member-refused"),
);

export const changeStaff = staffAction(StaffInput, async ({ input: { memberId, staff }, viewer, now }) =>
  answer(await commands.changeStaff(memberId, staff, viewer, now), memberId, "staff-changed", "staff"),
);

export const removeSecondStep = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.removeSecondStep(memberId, viewer, now), memberId, "member-second-step-gone"),
);

export const restoreSignIn = staffAction(AboutInput, async ({ input: { memberId }, viewer, now }) =>
  answer(await commands.restoreSignIn(memberId, viewer, now), memberId, "member-sign-in-restored"),
);

export const erase = staffAction(EraseInput, async ({ input: { memberId, number }, viewer, now }) =>
  answer(await commands.eraseForGood(memberId, number, viewer, now), memberId, "member-erased", "number"),
);

/** Returns to the member's page with a sentence, or to the form with the reason, beside the field that it is about. */
function answer(result: Result<null, Refusal>, memberId: string, done: string, field?: string): Outcome {
  if (result.ok) return goTo(`/admin/members/${memberId}`, done);
  const isAboutField = result.reason === "wrong-number" || result.reason === "same-staff";
  return isAboutField ? refused(sayRefusal(result.reason), field) : refused(sayRefusal(result.reason));
}
