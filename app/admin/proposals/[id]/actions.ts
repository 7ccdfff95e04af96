"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import * as proposals from "@/lib/pairing/proposals/commands";
import { ExtendDeadlineInput, WithdrawInput } from "@/lib/staff/relationships/input";
import { sayStaffRefusal } from "@/lib/staff/relationships/wording";

const OF_PROGRAMME = { area: "proposals", of: "pairs", ids: ({ id }: { id: string }) => [id] } as const;

export const extend = staffAction(
  ExtendDeadlineInput,
  async ({ input: { days, ...which }, viewer, settings, now }) => {
    const extended = await proposals.extend(viewer, which, days, settings, now);
    if (extended.ok) return goTo(`/admin/proposals/${which.id}`, "deadline-extended");
    return refused(sayStaffRefusal(extended.reason), extended.reason === "too-many-days" ? "days" : undefined);
  },
  OF_PROGRAMME,
);

export const withdraw = staffAction(
  WithdrawInput,
  async ({ input: { words, ...which }, viewer, now }) => {
    const withdrawn = await proposals.withdrawByStaff(viewer, which, words, now);
    return withdrawn.ok ? goTo(`/admin/proposals/${which.id}`, "staff-withdrew") : refused(sayStaffRefusal(withdrawn.reason));
  },
  OF_PROGRAMME,
);
