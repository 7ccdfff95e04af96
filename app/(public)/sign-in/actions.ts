"use server";

import { z } from "zod";
import { signIn } from "@/lib/auth/auth";
import { goTo, openAction } from "@/lib/form-action";

/** On to the society's own sign-in page, and from there back to us. */
export const signInAtSociety = openAction(z.object({}), async () =>
  goTo(String(await signIn("society", { redirectTo: "/", redirect: false }))),
);
