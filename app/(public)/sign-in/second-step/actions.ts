"use server";

import { goTo, type Outcome, openAction, refused } from "@/lib/entrypoints/form-action";
import { onTheWay } from "@/lib/foundation/destination";
import { readCaller } from "@/lib/people/auth/local/caller";
import { readKnownBrowser, rememberBrowser } from "@/lib/people/auth/local/known-browser";
import { CodeInput, PasskeyInput } from "@/lib/people/auth/second-step/input";
import { PENDING, PROVED } from "@/lib/people/auth/second-step/on-the-way";
import { dropSealedCookie, readSealedCookie, writeSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { takeByCode, takeByPasskey } from "@/lib/people/auth/second-step/taking";
import { NEEDS_SCRIPTS, SAY_AGAIN, sayStepRefusal, TOO_OFTEN } from "@/lib/people/auth/second-step/wording";
import { beginSession } from "@/lib/people/auth/session";

interface Pending {
  memberId: string;
  epoch: number;
}

export const giveCode = openAction(CodeInput, async ({ input, now }) => {
  const pending = await readSealedCookie(PENDING);
  if (!pending) return goTo("/sign-in");
  const taken = await takeByCode(pending, input.code, await readCaller(), now);
  if (taken.ok) return enter(pending, input.to);
  return taken.reason === "over" ? refused(SAY_AGAIN) : refused(sayStepRefusal(taken.reason), "code");
});

export const givePasskey = openAction(PasskeyInput, async ({ input, now }) => {
  const pending = await readSealedCookie(PENDING);
  if (!pending) return goTo("/sign-in");
  if (input.answer === "") return refused(NEEDS_SCRIPTS);
  const taken = await takeByPasskey(pending, input, await readCaller(), now);
  if (taken.ok) return enter(pending, input.to);
  if (taken.reason !== "wrong") return refused(taken.reason === "over" ? SAY_AGAIN : TOO_OFTEN);
  // The challenge is spent, so the page has to bring another one.
  const page = onTheWay("/sign-in/second-step", input.to);
  return goTo(`${page}${page.includes("?") ? "&" : "?"}again=passkey`);
});

/** They have just proved who they are, twice, so for ten minutes they may also change how they sign in. */
async function enter(pending: Pending, to: string | null): Promise<Outcome> {
  await dropSealedCookie(PENDING);
  await writeSealedCookie(PROVED, pending);
  await beginSession(pending.memberId, true);
  await rememberBrowser(pending.memberId, await readKnownBrowser());
  return goTo(to ?? "/");
}
