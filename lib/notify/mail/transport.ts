import { env } from "@/lib/foundation/env";
import { capture } from "./capture";
import type { Transport } from "./mail";
import { resendTransport } from "./resend";

let kept: Transport | undefined;

/** The one that MAIL_TRANSPORT names. */
export function chosenTransport(): Transport {
  kept ??= env().MAIL_TRANSPORT === "resend" ? resendTransport({ apiKey: env().RESEND_API_KEY ?? "" }) : capture;
  return kept;
}
