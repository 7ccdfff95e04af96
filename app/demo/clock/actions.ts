"use server";

import { notFound } from "next/navigation";
import { z } from "zod";
import { goTo, staffAction } from "@/lib/entrypoints/form-action";
import { letDaysPass } from "@/lib/entrypoints/time-machine";
import { env } from "@/lib/foundation/env";

const Days = z.object({
  days: z
    .number("Enter the number of days.")
    .int("Enter whole days only.")
    .min(1, "Enter at least one day.")
    .max(60, "Enter at most 60 days at a time."),
});

/** Moves the product's clock forward and lets the sweep do what falls due on the way. */
export const moveClock = staffAction(Days, async ({ input }) => {
  if (!env().isDemonstration) notFound();
  const { counts } = await letDaysPass(input.days);
  const { reminded = 0, expired = 0, mailsSent = 0 } = counts;
  return goTo(`/demo/clock?days=${input.days}&reminded=${reminded}&expired=${expired}&mails=${mailsSent}`);
});
