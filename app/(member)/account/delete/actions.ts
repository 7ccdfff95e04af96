"use server";

import { z } from "zod";
import { goTo, openAction, refused } from "@/lib/entrypoints/form-action";
import { deleteAccount } from "@/lib/pairing/leaving/commands";
import { sayLeavingRefusal } from "@/lib/people/accounts/wording";
import { endSession } from "@/lib/people/auth/session";

/** Deletes the account once it is confirmed, and signs the member out here and at the society. */
export const leave = openAction(z.object({}), async ({ viewer, now }) => {
  if (!viewer) return goTo("/sign-in");
  const deleted = await deleteAccount(viewer, now);
  if (!deleted.ok) return refused(sayLeavingRefusal(deleted.reason));
  return goTo(await endSession("account-deleted"));
});
