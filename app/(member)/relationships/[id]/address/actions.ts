"use server";

import { formAction, goTo, refused } from "@/lib/entrypoints/form-action";
import * as contact from "@/lib/pairing/contact/commands";
import { AddressInput } from "@/lib/pairing/contact/input";

export const chooseAddress = formAction(AddressInput, async ({ input: { id, shown }, viewer, now }) => {
  const result = await contact.showAddress(viewer, id, shown === "yes", now);
  if (!result.ok) return refused("This relationship no longer exists.");
  return goTo(`/relationships/${id}`, shown === "yes" ? "address-shown" : "address-hidden");
});
