"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { change } from "@/lib/staff/coordinating/commands";
import { GiveInput, TakeInput } from "@/lib/staff/coordinating/input";
import { sayCoordinatingRefusal } from "@/lib/staff/coordinating/wording";

const pageOf = (memberId: string) => `/admin/members/${memberId}/programmes`;

export const giveRight = staffAction(GiveInput, async ({ input, viewer, now }) => {
  const given = await change(viewer, input, now);
  return given.ok ? goTo(pageOf(input.memberId), "right-given") : refused(sayCoordinatingRefusal(given.reason));
});

export const takeRight = staffAction(TakeInput, async ({ input, viewer, now }) => {
  const taken = await change(viewer, { ...input, right: null }, now);
  return taken.ok ? goTo(pageOf(input.memberId), "right-taken") : refused(sayCoordinatingRefusal(taken.reason));
});
