"use server";

import { z } from "zod";
import { deleteAccount } from "@/lib/accounts/commands";
import { endSession } from "@/lib/auth/session";
import { goTo, openAction } from "@/lib/form-action";

/** Confirmed: the account goes, and with it this session, here and at the society. */
export const leave = openAction(z.object({}), async ({ viewer, now }) => {
  if (!viewer) return goTo("/sign-in");
  await deleteAccount(viewer, now);
  return goTo(await endSession("account-deleted"));
});
