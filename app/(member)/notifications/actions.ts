"use server";

import { z } from "zod";
import { formAction, goTo } from "@/lib/form-action";
import { UNTOUCHED } from "@/lib/form-state";
import { markAllRead, markRead } from "@/lib/notifications/commands";

const readAll = formAction(z.object({}), async ({ viewer, now }) => {
  await markAllRead(viewer, now);
  return goTo("/notifications", "all-read");
});

const OpenInput = z.object({
  key: z.string().max(200),
  /** Only ever a relationship's page, or the account's. */
  href: z.string().regex(/^\/(account|relationships(\/[0-9a-f-]{36}(\/(details|messages))?)?)$/),
});

const readOne = formAction(OpenInput, async ({ input, viewer, now }) => {
  await markRead(viewer, input.key, now);
  return goTo(input.href);
});

export async function markAll(form: FormData): Promise<void> {
  await readAll(UNTOUCHED, form);
}

/** Follows a notification to what it is about, and marks it as read. */
export async function open(form: FormData): Promise<void> {
  await readOne(UNTOUCHED, form);
}
