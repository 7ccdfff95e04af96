"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { cancelAhead } from "@/lib/mentoring/meetings/sweep-step";
import * as relationships from "@/lib/pairing/relationships/commands";
import { EndInput, ExtendEndInput } from "@/lib/staff/relationships/input";
import { sayStaffRefusal } from "@/lib/staff/relationships/wording";

const OF_PROGRAMME = { area: "relationships", of: "pairs", ids: ({ id }: { id: string }) => [id] } as const;

export const end = staffAction(
  EndInput,
  async ({ input: { reason, readers, ...which }, viewer, settings, now }) => {
    const said = { reason, isShared: readers === "both" };
    const ended = await relationships.endByStaff(viewer, which, said, settings, now);
    if (!ended.ok) return refused(sayStaffRefusal(ended.reason));
    // Cancels the meetings at once, as when a partner ends it. The sweep would find them too.
    await cancelAhead([which.id], now);
    return goTo(`/admin/relationships/${which.id}`, "staff-ended");
  },
  OF_PROGRAMME,
);

export const extend = staffAction(
  ExtendEndInput,
  async ({ input: { months, ...which }, viewer, settings, now }) => {
    const extended = await relationships.extendByStaff(viewer, which, months, settings, now);
    if (extended.ok) return goTo(`/admin/relationships/${which.id}`, "end-extended");
    return refused(sayStaffRefusal(extended.reason), extended.reason === "unknown-months" ? "months" : undefined);
  },
  OF_PROGRAMME,
);
