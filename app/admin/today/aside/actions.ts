"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { takeUp as takeUpRow } from "@/lib/staff/inbox/commands";
import { KeyInput } from "@/lib/staff/inbox/input";
import { subjectsOf } from "@/lib/staff/inbox/kinds";

export const takeUp = staffAction(
  KeyInput,
  async ({ input: { key }, viewer, now }) => {
    const taken = await takeUpRow(viewer, key, now);
    return taken.ok ? goTo("/admin/today/aside", "taken-up") : refused("This is no longer put aside.");
  },
  { area: "today", of: "inbox", ids: ({ key }) => subjectsOf([key]) },
);
