"use server";

import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import { stopMails } from "@/lib/notify/notices/commands";
import { StopInput } from "@/lib/notify/notices/input";
import { readUnsubscription } from "@/lib/notify/notices/unsubscribe";
import { BAD_LINK } from "@/lib/notify/notices/wording";

/** The link is all that is asked for, signed in or not. */
export const stop = openAction(StopInput, async ({ input, now }) => {
  const unsubscription = readUnsubscription(input.token, env().authSecrets);
  if (!unsubscription) return refused(BAD_LINK);
  await stopMails(unsubscription, now);
  return goTo(`/unsubscribe/${input.token}`, "mails-stopped");
});
