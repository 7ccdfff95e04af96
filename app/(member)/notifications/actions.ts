"use server";

import { z } from "zod";
import { formAction, goTo } from "@/lib/entrypoints/form-action";
import { UNTOUCHED } from "@/lib/entrypoints/form-state";
import { NOTICES } from "@/lib/entrypoints/notices";
import { cleanToken } from "@/lib/foundation/typed-text";
import { markAllRead, markRead } from "@/lib/notify/notices/commands";
import { notificationHref } from "@/lib/notify/notices/sentence";

const readAll = formAction(z.object({}), async ({ viewer, now }) => {
  await markAllRead(viewer, now);
  return goTo("/notifications", "all-read");
});

const readOne = formAction(z.object({ key: z.string().max(200).overwrite(cleanToken) }), async ({ input, viewer, now }) => {
  const about = await markRead(viewer, input.key, now);
  return goTo(about ? notificationHref(NOTICES, about.kind, about) : "/notifications");
});

export async function markAll(form: FormData): Promise<void> {
  await readAll(UNTOUCHED, form);
}

/** Follows a notification to what it is about, and marks it as read. */
export async function open(form: FormData): Promise<void> {
  await readOne(UNTOUCHED, form);
}
