"use server";

import { adminAction, goTo, refused } from "@/lib/entrypoints/form-action";
import { writeSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { make, revoke } from "@/lib/society/api-tokens/commands";
import { MakeTokenInput, RevokeTokenInput } from "@/lib/society/api-tokens/input";
import { NEW_KEY } from "@/lib/society/api-tokens/new-key";
import { sayTokenRefusal } from "@/lib/society/api-tokens/wording";

export const makeToken = adminAction(MakeTokenInput, async ({ input, viewer, now }) => {
  const made = await make(viewer, input, now);
  if (!made.ok) return refused(sayTokenRefusal(made.reason));
  await writeSealedCookie(NEW_KEY, { memberId: viewer.memberId, kind: "token", name: input.name, key: made.value });
  return goTo("/admin/webhooks/key");
});

export const revokeToken = adminAction(RevokeTokenInput, async ({ input, viewer, now }) => {
  const revoked = await revoke(viewer, input.tokenId, now);
  return revoked.ok ? goTo("/admin/webhooks", "token-revoked") : refused(sayTokenRefusal(revoked.reason));
});
