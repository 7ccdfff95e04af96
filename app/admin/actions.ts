"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { putOff as putOffRow } from "@/lib/staff/inbox/commands";
import { subjectsOf } from "@/lib/staff/inbox/kinds";
import { readAct, tickedOf } from "@/lib/staff/inbox/many/act";
import { actOnMany } from "@/lib/staff/inbox/many/commands";
import { TodayInput } from "@/lib/staff/inbox/many/input";

/** Those that the button of a group is about; null where nothing is ticked. */
function tickedBy(act: string | undefined, ticked: readonly string[], all: readonly string[]): string[] | null {
  const asked = readAct(act ?? "");
  const keys = asked ? tickedOf(asked.kind, ticked, all) : [];
  return keys.length > 0 ? subjectsOf(keys) : null;
}

const GONE = "This is no longer on the list.";

/** The form of Today: puts one item off, or does to those ticked in a group what its button says. What needs words asks for them first. */
export const actOnToday = staffAction(
  TodayInput,
  async ({ input, viewer, settings, now }) => {
    if (input.key !== undefined) {
      const put = await putOffRow(viewer, input.key, settings, now);
      return put.ok ? goTo("/admin", "put-off") : refused(GONE);
    }
    const asked = readAct(input.act ?? "");
    if (!asked) return refused(GONE);
    const keys = tickedOf(asked.kind, input.ticked, input.all);
    if (keys.length === 0) return refused("Tick at least one item of that group first. Nothing has been done.");
    if (asked.act !== "put-off") {
      return goTo(`/admin/today/many/${asked.act}?${new URLSearchParams(keys.map((key) => ["key", key]))}`);
    }
    const items = keys.map((key) => ({ key, seen: "0.0" }));
    const acted = await actOnMany(viewer, { formId: input.formId, items }, { act: "put-off" }, settings, now);
    return acted.ok ? goTo(`/admin/today/acts/${acted.value}`, "acted") : refused(GONE);
  },
  {
    area: "today",
    of: "inbox",
    ids: ({ key, act, ticked, all }) => (key !== undefined ? subjectsOf([key]) : tickedBy(act, ticked, all)),
  },
);
