"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { subjectsOf } from "@/lib/staff/inbox/kinds";
import type { Item } from "@/lib/staff/inbox/many/act";
import { actOnMany } from "@/lib/staff/inbox/many/commands";
import { DismissManyInput, ExtendManyInput, RemindManyInput, WriteManyInput } from "@/lib/staff/inbox/many/input";

const OF_PROGRAMMES = {
  area: "today",
  of: "inbox",
  ids: ({ items }: { items: readonly Item[] }) => subjectsOf(items.map(({ key }) => key)),
} as const;

type Acted = Awaited<ReturnType<typeof actOnMany>>;

export const writeToMany = staffAction(
  WriteManyInput,
  async ({ input: { subject, words, ...ticked }, viewer, settings, now }) =>
    toResult(await actOnMany(viewer, ticked, { act: "write", subject, words }, settings, now)),
  OF_PROGRAMMES,
);

export const remindMany = staffAction(
  RemindManyInput,
  async ({ input, viewer, settings, now }) => toResult(await actOnMany(viewer, input, { act: "remind" }, settings, now)),
  OF_PROGRAMMES,
);

export const extendMany = staffAction(
  ExtendManyInput,
  async ({ input: { amount, ...ticked }, viewer, settings, now }) =>
    toResult(await actOnMany(viewer, ticked, { act: "extend", amount }, settings, now)),
  OF_PROGRAMMES,
);

export const dismissMany = staffAction(
  DismissManyInput,
  async ({ input: { reason, ...ticked }, viewer, settings, now }) =>
    toResult(await actOnMany(viewer, ticked, { act: "dismiss", reason }, settings, now)),
  OF_PROGRAMMES,
);

function toResult(acted: Acted) {
  return acted.ok ? goTo(`/admin/today/acts/${acted.value}`, "acted") : refused("This is no longer on the list.");
}
