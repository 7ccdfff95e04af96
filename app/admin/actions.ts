"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { putOff as putOffRow } from "@/lib/staff/inbox/commands";
import { KeyInput } from "@/lib/staff/inbox/input";

export const putOff = staffAction(KeyInput, async ({ input: { key }, viewer, settings, now }) => {
  const put = await putOffRow(viewer, key, settings, now);
  return put.ok ? goTo("/admin", "put-off") : refused("This is no longer on the list.");
});
