import { env } from "@/lib/foundation/env";
import { capture } from "./capture";
import type { Outcome, OutgoingMail } from "./mail";
import { resendTransport } from "./resend";

/** A way out for mail. Never throws: what went wrong is an outcome. */
export interface Transport {
  send(mail: OutgoingMail): Promise<Outcome>;
}

let kept: Transport | undefined;

/** The one that MAIL_TRANSPORT names. */
export function chosenTransport(): Transport {
  kept ??= env().MAIL_TRANSPORT === "resend" ? resendTransport({ apiKey: env().RESEND_API_KEY ?? "" }) : capture;
  return kept;
}
