"use server";

import { z } from "zod";
import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { continueSession } from "@/lib/people/auth/continuing";
import * as sessions from "@/lib/people/auth/sessions/commands";
import { EndSessionInput } from "@/lib/people/auth/sessions/input";
import { readToken } from "@/lib/people/auth/token";

export const endOne = formAction(EndSessionInput, async ({ input, viewer, now }) => {
  const ended = await sessions.endOne(viewer, input.session, now);
  return ended.ok ? goTo("/account/sessions", "session-ended") : refused("This session is over already.");
});

/** Everywhere but here. */
export const endOthers = formAction(z.object({}), async ({ viewer, now }) => {
  const token = await readToken();
  if (!token) return goTo("/sign-in");
  await sessions.endOthers(viewer, token.session, now);
  await continueSession(viewer.memberId);
  return goTo("/account/sessions", "other-sessions-ended");
});
