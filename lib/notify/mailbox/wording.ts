import { capital } from "@/lib/foundation/wording";
import type { BlockReason, ProviderState } from "@/lib/notify/delivery/provider-event";
import { definitionOf, type Notices } from "@/lib/notify/notices/define";
import type { MailStatus } from "@/lib/notify/outbox/mail";
import type { MailState } from "./input";

/** What has become of a mail; the date of it stands after. */
export function sayMailStatus(status: MailStatus): string {
  return {
    waiting: "Waiting since",
    held: "Held for the daily digest since",
    digested: "Part of a daily digest, written",
    sent: "Sent",
    failed: "Failed, due",
    overtaken: "Not sent, due",
  }[status];
}

/** What stands in the place of a subject that there is not. */
export const NOT_WRITTEN: Record<MailStatus, string> = {
  waiting: "Not written yet",
  held: "Not written yet",
  digested: "In a digest",
  sent: "Without a subject",
  failed: "Could not be written",
  overtaken: "Overtaken by events",
};

/** The states that staff filter by. */
export const STATE_LABELS: Record<MailState, string> = {
  waiting: "Waiting to be sent",
  held: "Held for a daily digest",
  digested: "Part of a daily digest",
  sent: "Sent",
  failed: "Failed",
  overtaken: "Overtaken: not sent",
  delayed: "Sent, and delayed on its way",
  bounced: "Sent, and bounced",
  complained: "Sent, and reported as unwanted",
};

/** What the provider has said since, with its date after it. */
export const PROVIDER_LABELS: Record<ProviderState, string> = {
  delivered: "Delivered",
  delayed: "Delayed",
  bounced: "Bounced",
  complained: "Reported as unwanted",
};

export const BLOCK_LABELS: Record<BlockReason, string> = {
  bounced: "Mail to their address has bounced for good",
  complained: "They have reported mail of ours as unwanted",
};

/** What a member is told whose address gets no mail. */
export function sayBlocked(reason: BlockReason, isLocal: boolean): string {
  const what =
    reason === "bounced"
      ? "Mail to your e-mail address comes back to us"
      : "Mail of ours was reported as unwanted from your address";
  const where = isLocal
    ? "change the address in Edit Account"
    : "change the address in your membership details and sign in again";
  return `${what}, so we send you none. Everything is told to you here all the same. To get mail again, ${where}, or ask us for help.`;
}

/** What staff call a kind of mail; most kinds are words already. */
export function sayMailKind(notices: Notices, kind: string): string {
  if (kind === "digest") return "Daily digest";
  return definitionOf(notices, kind)?.label ?? capital(kind.replaceAll("-", " "));
}
