"use server";

import { goTo, openAction, refused } from "@/lib/form-action";
import { makeAttachments } from "@/lib/support/attachments";
import * as support from "@/lib/support/commands";
import { AskInput, ReplyInput } from "@/lib/support/input";
import { sayFileRefusal, sayRequestRefusal } from "@/lib/support/wording";

// Help is for whoever is signed in, with a role or without one: the ordinary door would send those to choose one first.

const SESSION_ENDED =
  "Your session has ended. Nothing that you typed is lost: sign in, in another window, come back here, and press the button again.";

export const ask = openAction(AskInput, async ({ input: { files, ...asked }, viewer, now }) => {
  if (!viewer) return refused(SESSION_ENDED);
  const made = await makeAttachments(files);
  if (!made.ok) return refused(sayFileRefusal(made.reason, made.name), "files");
  const result = await support.ask(viewer, asked, made.value, now);
  return result.ok
    ? goTo(`/support/${result.value}`, result.isAnother ? "kept-beside" : "asked")
    : refused(sayRequestRefusal(result.reason));
});

export const reply = openAction(ReplyInput, async ({ input: { files, ...written }, viewer, now }) => {
  if (!viewer) return refused(SESSION_ENDED);
  const made = await makeAttachments(files);
  if (!made.ok) return refused(sayFileRefusal(made.reason, made.name), "files");
  const result = await support.reply(viewer, written, made.value, now);
  return result.ok
    ? goTo(`/support/${written.id}`, result.isAnother ? "kept-beside" : "replied")
    : refused(sayRequestRefusal(result.reason));
});
