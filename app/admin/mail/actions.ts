"use server";

import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { liftBlock, resendFailed } from "@/lib/notify/mailbox/commands";
import { LiftInput, SendAgainInput, SendAllAgainInput } from "@/lib/notify/mailbox/input";

export const sendAgain = staffAction(SendAgainInput, async ({ input, viewer, now }) => {
  const sent = await resendFailed(input.key, viewer, now);
  if (!sent.ok) return refused("Only staff of the society can resend e-mails.");
  return goTo("/admin/mail?state=failed", "mails-sent-again");
});

export const sendAllAgain = staffAction(SendAllAgainInput, async ({ viewer, now }) => {
  const sent = await resendFailed("all", viewer, now);
  return sent.ok ? goTo("/admin/mail", "mails-sent-again") : refused("Only staff of the society can resend e-mails.");
});

export const lift = staffAction(LiftInput, async ({ input, viewer, now }) => {
  const lifted = await liftBlock(input.memberId, viewer, now);
  return lifted.ok ? goTo("/admin/mail/blocks", "block-lifted") : refused("This member's address is no longer blocked.");
});
