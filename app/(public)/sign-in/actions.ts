"use server";

import { z } from "zod";
import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { destinationField, onTheWay } from "@/lib/foundation/destination";
import { env } from "@/lib/foundation/env";
import { signIn } from "@/lib/people/auth/auth";
import { readCaller } from "@/lib/people/auth/local/caller";
import * as credentials from "@/lib/people/auth/local/credentials";
import { LogInInput } from "@/lib/people/auth/local/input";
import { readKnownBrowser, rememberBrowser } from "@/lib/people/auth/local/known-browser";
import { TOO_OFTEN, WRONG_LOGIN } from "@/lib/people/auth/local/wording";
import { PENDING } from "@/lib/people/auth/second-step/on-the-way";
import { writeSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { beginSession } from "@/lib/people/auth/session";

/** On to the society's own sign-in page, and from there back to us, to the page that was asked for. */
export const signInAtSociety = openAction(z.object({ to: destinationField }), async ({ input }) =>
  goTo(String(await signIn("society", { redirectTo: input.to ?? "/", redirect: false }))),
);

/** Account Login. */
export const logIn = openAction(LogInInput, async ({ input, now }) => {
  if (env().SIGN_IN !== "local") return goTo("/sign-in");
  const known = await readKnownBrowser();
  const result = await credentials.logIn(input, await readCaller(), now, known);
  if (result.ok) {
    const { hasSecondStep, ...who } = result.value;
    if (hasSecondStep) {
      await writeSealedCookie(PENDING, who);
      return goTo(onTheWay("/sign-in/second-step", input.to));
    }
    await beginSession(who.memberId);
    await rememberBrowser(who.memberId, known);
    return goTo(input.to ?? "/");
  }
  if (result.reason === "wrong") return refused(WRONG_LOGIN);
  return result.reason === "too-often" ? refused(TOO_OFTEN) : goTo(`/sign-in?refused=${result.reason}`);
});
