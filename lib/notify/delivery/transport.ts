import { env } from "@/lib/foundation/env";
import { readSmtpUrl } from "@/lib/foundation/service-url";
import type { Transport } from "@/lib/notify/outbox/mail";
import { resendTransport } from "./resend";

let kept: Promise<Transport> | undefined;

/** The one that MAIL_TRANSPORT names. */
export function chosenTransport(): Promise<Transport> {
  kept ??= choose();
  return kept;
}

async function choose(): Promise<Transport> {
  const { MAIL_TRANSPORT, RESEND_API_KEY, SMTP_URL, APP_URL } = env();
  if (MAIL_TRANSPORT === "capture") return capture;
  if (MAIL_TRANSPORT === "resend") return resendTransport({ apiKey: RESEND_API_KEY ?? "" });
  const server = readSmtpUrl(SMTP_URL ?? "");
  if ("problem" in server) throw new Error(`SMTP_URL ${server.problem}`);
  // The library is loaded only where it is used.
  const { smtpTransport } = await import("./smtp");
  return smtpTransport({ server, helloName: new URL(APP_URL).hostname });
}

/** Nothing leaves: the mail stays readable where it is kept anyway, in its row. */
const capture: Transport = {
  send: async () => ({ kind: "accepted", providerId: null }),
};
