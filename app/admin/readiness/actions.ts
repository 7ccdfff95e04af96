"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { readTicks } from "@/lib/foundation/ticks";
import * as readiness from "@/lib/pairing/readiness/commands";
import * as conditions from "@/lib/pairing/readiness/conditions/commands";
import {
  CreateConditionInput,
  EditConditionInput,
  RetireConditionInput,
  readDay,
  readDescription,
  readWording,
} from "@/lib/pairing/readiness/conditions/input";
import { fieldOfRefusal, sayConditionRefusal } from "@/lib/pairing/readiness/conditions/wording";
import { endOfDay } from "@/lib/pairing/readiness/deadlines";
import { ActInput } from "@/lib/pairing/readiness/input";
import { sayReadinessRefusal } from "@/lib/pairing/readiness/wording";

const OF_PROGRAMME = {
  ...({ area: "readiness", of: "programmes" } as const),
  ids: ({ programmeId }: { programmeId: string }) => [programmeId],
};
const OF_CONDITION = { area: "readiness", of: "conditions", ids: ({ id }: { id: string }) => [id] } as const;
const OF_ITEMS = {
  ...({ area: "readiness", of: "items" } as const),
  ids: ({ who, all }: { who: readonly string[]; all: readonly string[] }) => readTicks([...who, ...all]).map(({ id }) => id),
};

const LIST = "/admin/readiness/conditions";

export const createCondition = staffAction(
  CreateConditionInput,
  async ({ input: { id, ...typed }, viewer, settings, now }) => {
    const made = await conditions.create(viewer, id, readDescription(typed, settings.society.timeZone), settings, now);
    return made.ok ? goTo(LIST, "condition-made") : refused(sayConditionRefusal(made.reason), fieldOfRefusal(made.reason));
  },
  OF_PROGRAMME,
);

export const editCondition = staffAction(
  EditConditionInput,
  async ({ input: { id, seen, again, countsOn, ...typed }, viewer, settings, now }) => {
    const day = { countsAt: readDay(countsOn, settings.society.timeZone), again: again === "yes" };
    const saved = await conditions.edit(viewer, { id, seen }, { ...readWording(typed), ...day }, settings, now);
    if (saved.ok) return goTo(`${LIST}/${id}`, day.again ? "condition-asked-again" : "condition-saved");
    return refused(sayConditionRefusal(saved.reason), fieldOfRefusal(saved.reason));
  },
  OF_CONDITION,
);

export const retireCondition = staffAction(
  RetireConditionInput,
  async ({ input, viewer, settings, now }) => {
    const retired = await conditions.retire(viewer, input, settings, now);
    return retired.ok ? goTo(LIST, "condition-retired") : refused(sayConditionRefusal(retired.reason));
  },
  OF_CONDITION,
);

/** Those who were ticked in the list, or the one whose page it is. */
export const actOnReadiness = staffAction(
  ActInput,
  async ({ input, viewer, settings, now }) => {
    const { act, lastDay, note, words, state, condition } = input;
    const seen = readTicks([...input.who, ...input.all]);
    const expiresAt = lastDay === "" ? null : endOfDay(lastDay, settings.society.timeZone);
    const toAct = (type: typeof act): readiness.StaffAct => {
      if (type === "record-check") return { type, expiresAt, note };
      return type === "refuse" ? { type, words } : { type };
    };
    const acted = await readiness.actOnItems(viewer, seen, toAct(act), settings, now);
    if (!acted.ok) return refused(sayReadinessRefusal(acted.reason), acted.reason === "day-past" ? "lastDay" : undefined);
    const list = `/admin/readiness?${new URLSearchParams({ ...(state && { state }), ...(condition && { condition }) })}`;
    const place = state ? list : `/admin/readiness/${seen[0]?.id}`;
    return goTo(place, acted.value.left > 0 ? "readiness-some" : "readiness-acted");
  },
  OF_ITEMS,
);
