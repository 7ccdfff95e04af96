import { bareAddress } from "@/lib/foundation/identifier";
import { oneLine } from "@/lib/foundation/typed-text";
import type { RenderedMail } from "@/lib/notify/letters/render";

/** Who a mail comes from and where answers go, as its headers say it. */
export interface Sender {
  from: string;
  replyTo: string | null;
}

/** What is handed to a provider. The key is that of the occasion: a provider that honours it sends a repeat only once. */
export interface OutgoingMail extends RenderedMail, Sender {
  key: string;
}

/** What came of handing it over. */
export type Outcome =
  /** The provider has it. */
  | { kind: "accepted"; providerId: string | null }
  /** It will never take this mail. */
  | { kind: "refused"; reason: string }
  /** No answer, or one that may be another next time. */
  | { kind: "unavailable"; reason: string }
  /** It takes no more for the moment, from us, whatever the mail. */
  | { kind: "limited"; reason: string; retryAfterSeconds: number | null };

/**
 * Held for the digest, digested with one, overtaken: not sent, because what it says is no longer so, or its reader does not
 * want it or is not here any more.
 */
export const MAIL_STATUSES = ["waiting", "held", "digested", "sent", "failed", "overtaken"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** The society's name in front of the address that MAIL_FROM names. */
export function senderOf(mailFrom: string, society: { name: string }, support: { email: string | null }): Sender {
  const name = oneLine(society.name).replace(/["\\]/g, "");
  return { from: `"${name}" <${bareAddress(mailFrom)}>`, replyTo: support.email };
}

/** A way out for mail. Never throws: what went wrong is an outcome. */
export interface Transport {
  send(mail: OutgoingMail): Promise<Outcome>;
}
