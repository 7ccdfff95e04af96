"use server";

import { env } from "@/lib/env";
import { goTo, openAction, refused } from "@/lib/form-action";
import { BAD_LINK } from "@/lib/notifications/choice-wording";
import { stopMails } from "@/lib/notifications/commands";
import { StopInput } from "@/lib/notifications/input";
import { readUnsubscription } from "@/lib/notifications/unsubscribe";

/** The link is all that is asked for, signed in or not. */
export const stop = openAction(StopInput, async ({ input, now }) => {
  const unsubscription = readUnsubscription(input.token, env().AUTH_SECRET);
  if (!unsubscription) return refused(BAD_LINK);
  await stopMails(unsubscription, now);
  return goTo(`/unsubscribe/${input.token}`, "mails-stopped");
});
