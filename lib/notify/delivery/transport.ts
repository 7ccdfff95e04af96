import { env } from "@/lib/foundation/env";
import type { Transport } from "@/lib/notify/outbox/mail";
import { resendTransport } from "./resend";

let kept: Transport | undefined;

/** The one that MAIL_TRANSPORT names. */
export function chosenTransport(): Transport {
  kept ??= env().MAIL_TRANSPORT === "resend" ? resendTransport({ apiKey: env().RESEND_API_KEY ?? "" }) : capture;
  return kept;
}

/** Nothing leaves: the mail stays readable where it is kept anyway, in its row. */
const capture: Transport = {
  send: async () => ({ kind: "accepted", providerId: null }),
};
