"use server";

import { z } from "zod";
import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import { env } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";
import { continueSession } from "@/lib/people/auth/continuing";
import { readCaller } from "@/lib/people/auth/local/caller";
import { checkOwn } from "@/lib/people/auth/local/changing";
import { TOO_OFTEN, WRONG_OWN_PASSWORD } from "@/lib/people/auth/local/wording";
import * as secondStep from "@/lib/people/auth/second-step/commands";
import {
  AddPasskeyInput,
  ConfirmAppInput,
  ProveInput,
  RemovePasskeyInput,
  RenamePasskeyInput,
} from "@/lib/people/auth/second-step/input";
import { NEW_CODES, PENDING, PROVED } from "@/lib/people/auth/second-step/on-the-way";
import { hasProved } from "@/lib/people/auth/second-step/proof";
import { findSecondStep } from "@/lib/people/auth/second-step/queries";
import { writeSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { hasSecondStep } from "@/lib/people/auth/second-step/second-step";
import { NEEDS_SCRIPTS, sayStepRefusal } from "@/lib/people/auth/second-step/wording";
import { readToken } from "@/lib/people/auth/token";

const PAGE = "/account/security";
const ASK_AGAIN = goTo(`${PAGE}?again=password`);

/** The password again, before anything is changed; in a session without a second step, whoever has one goes on to it. */
export const prove = formAction(ProveInput, async ({ input, viewer }) => {
  const token = await readToken();
  if (env().SIGN_IN !== "local" || !token) return goTo("/account");
  const known = await checkOwn(viewer, input.password, await readCaller());
  if (!known.ok) return known.reason === "wrong" ? refused(WRONG_OWN_PASSWORD, "password") : refused(TOO_OFTEN);
  const who = { memberId: viewer.memberId, epoch: token.epoch };
  if (!token.secondStep && hasSecondStep(await findSecondStep(viewer))) {
    await writeSealedCookie(PENDING, who);
    return goTo(`/sign-in/second-step?to=${encodeURIComponent(input.to ?? PAGE)}`);
  }
  await writeSealedCookie(PROVED, who);
  return goTo(input.to ?? PAGE);
});

export const startApp = formAction(z.object({}), async ({ viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  const started = await secondStep.startApp(viewer, now);
  return started.ok ? goTo(`${PAGE}/app`) : goTo(PAGE);
});

export const confirmApp = formAction(ConfirmAppInput, async ({ input, viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  const confirmed = await secondStep.confirmApp(viewer, input.code, await readCaller(), now);
  if (confirmed.ok) return afterAdding(viewer, "app-added", now);
  return confirmed.reason === "not-begun" ? goTo(PAGE) : refused(sayStepRefusal(confirmed.reason), "code");
});

export const addPasskey = formAction(AddPasskeyInput, async ({ input, viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  if (input.answer === "") return refused(NEEDS_SCRIPTS);
  const added = await secondStep.addPasskey(viewer, input, now);
  return added.ok ? afterAdding(viewer, "passkey-added", now) : goTo(`${PAGE}/passkey?again=${added.reason}`);
});

export const renamePasskey = formAction(RenamePasskeyInput, async ({ input, viewer }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  const renamed = await secondStep.renamePasskey(viewer, input.id, input.name);
  return renamed.ok ? goTo(PAGE, "passkey-renamed") : goTo(PAGE);
});

export const removePasskey = formAction(RemovePasskeyInput, async ({ input, viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  const removed = await secondStep.removePasskey(viewer, input.id, now);
  return removed.ok ? goTo(PAGE, "second-step-removed") : goTo(PAGE);
});

export const removeApp = formAction(z.object({}), async ({ viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  const removed = await secondStep.removeApp(viewer, now);
  return removed.ok ? goTo(PAGE, "second-step-removed") : goTo(PAGE);
});

export const renewCodes = formAction(z.object({}), async ({ viewer, now }) => {
  if (!(await mayChange(viewer))) return ASK_AGAIN;
  return showNewCodes(viewer, now);
});

async function mayChange(viewer: Viewer): Promise<boolean> {
  return env().SIGN_IN === "local" && (await hasProved(viewer));
}

/** Their session counts as one with a second step: they have just used it. Whoever has no recovery codes yet gets some. */
async function afterAdding(viewer: Viewer, say: string, now: Date): Promise<Outcome> {
  await continueSession(viewer.memberId, { secondStep: true });
  const { recoveryCodesLeft } = await findSecondStep(viewer);
  return recoveryCodesLeft > 0 ? goTo(PAGE, say) : showNewCodes(viewer, now);
}

async function showNewCodes(viewer: Viewer, now: Date): Promise<Outcome> {
  const made = await secondStep.renewRecoveryCodes(viewer, now);
  if (!made.ok) return goTo(PAGE);
  await writeSealedCookie(NEW_CODES, { memberId: viewer.memberId, codes: made.value });
  return goTo(`${PAGE}/codes`);
}
