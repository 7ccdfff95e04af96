"use server";

import { goTo, type Outcome, openAction, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { spend } from "@/lib/people/auth/local/limits";
import { type MadeAttachment, makeAttachments } from "@/lib/staff/support/attachments";
import * as support from "@/lib/staff/support/commands";
import { AskInput, ReplyInput } from "@/lib/staff/support/input";
import { FILES_USED_UP, sayFileRefusal, sayRequestRefusal } from "@/lib/staff/support/wording";

// Everybody who is signed in may ask for help. The ordinary form action would first make them choose a role.

const SESSION_ENDED =
  "Your session has ended, but nothing that you typed is lost. Open another window and sign in there, then come back here and press the button again.";

/** What a member sends is counted before any of it is opened. */
async function makeFiles(viewer: Viewer, files: readonly File[]): Promise<{ made: MadeAttachment[] } | { refusal: Outcome }> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (!(await spend("files", viewer.memberId, bytes))) return { refusal: refused(FILES_USED_UP, "files") };
  const made = await makeAttachments(files, env().CLAMD);
  return made.ok ? { made: made.value } : { refusal: refused(sayFileRefusal(made.reason, made.name), "files") };
}

export const ask = openAction(AskInput, async ({ input: { files, ...asked }, viewer, now }) => {
  if (!viewer) return refused(SESSION_ENDED);
  const kept = await makeFiles(viewer, files);
  if ("refusal" in kept) return kept.refusal;
  const result = await support.ask(viewer, asked, kept.made, now);
  return result.ok
    ? goTo(`/support/${result.value}`, result.isAnother ? "kept-beside" : "asked")
    : refused(sayRequestRefusal(result.reason));
});

export const reply = openAction(ReplyInput, async ({ input: { files, ...written }, viewer, now }) => {
  if (!viewer) return refused(SESSION_ENDED);
  const kept = await makeFiles(viewer, files);
  if ("refusal" in kept) return kept.refusal;
  const result = await support.reply(viewer, written, kept.made, now);
  return result.ok
    ? goTo(`/support/${written.id}`, result.isAnother ? "kept-beside" : "replied")
    : refused(sayRequestRefusal(result.reason));
});
