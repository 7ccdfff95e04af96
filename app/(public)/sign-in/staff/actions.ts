"use server";

import { z } from "zod";
import { goTo, openAction } from "@/lib/entrypoints/form-action";
import { destinationField } from "@/lib/foundation/destination";
import { env } from "@/lib/foundation/env";
import { signIn } from "@/lib/people/auth/auth";

/** To the society's sign-in once more, saying which kind of it we need. */
export const signInAsStaff = openAction(z.object({ to: destinationField }), async ({ input }) => {
  const { SIGN_IN, OIDC_STAFF_ACR } = env();
  if (SIGN_IN !== "federated") return goTo("/sign-in");
  // Without a class to name, being asked to sign in afresh is all that we can demand.
  const wish: Record<string, string> =
    OIDC_STAFF_ACR.length > 0 ? { acr_values: OIDC_STAFF_ACR.join(" ") } : { prompt: "login" };
  return goTo(String(await signIn("society", { redirectTo: input.to ?? "/admin", redirect: false }, wish)));
});
