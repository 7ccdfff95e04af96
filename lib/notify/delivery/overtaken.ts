import { choosableGroupOf, definitionOf, type Notices, type Since } from "@/lib/notify/notices/define";
import { choiceOf, type MailChoices } from "@/lib/notify/notices/groups";
import type { BlockReason } from "./provider-event";

/** What has become, by the time a mail is to be sent, of its reader and of what it is about. */
export interface Circumstances extends Since {
  kind: string;
  /** Null when there is no such account any more. */
  recipient: { status: string; choices: MailChoices } | null;
  /** It tells of messages, and they have been read meanwhile. */
  isRead?: boolean;
  /** Its reader and the person it is about have been kept apart by a block since it was written. */
  isBlocked?: boolean;
  /** Its address has bounced, or its owner complained. */
  block?: BlockReason | null;
}

export const NOBODY = "There is nobody to read it: the account is not there any more.";
/** Of a digest. */
export const NOTHING_LEFT = "Its reader has switched everything off that it was to tell, or has read it.";

/** Nothing goes to an address that takes nothing, or whose owner does not want it: it would harm the mail of everybody else. */
const BLOCKED: Record<BlockReason, string> = {
  bounced: "Mail to this address has bounced for good. None goes there until the member has another, or staff lift this.",
  complained: "Its reader has reported mail of ours as unwanted. None goes to this address until staff lift this.",
};

/** Who is here no more gets no mail, but for what was done to the account itself: that goes to everybody. */
const SILENT = ["suspended", "deleted"];
/**
 * Why a mail that was written down is not to be sent any more, for staff to read; null when it is to be. Asked before every
 * attempt, so that a late or repeated one tells nobody what is no longer so.
 */
export function whyOvertaken(
  notices: Notices,
  { kind, recipient, isRead = false, isBlocked = false, block = null, ...since }: Circumstances,
  now: Date,
): string | null {
  if (!recipient) return NOBODY;
  if (block) return BLOCKED[block];
  const definition = definitionOf(notices, kind);
  if (SILENT.includes(recipient.status) && definition?.group !== "security")
    return `The reader's account is ${recipient.status}.`;
  const group = choosableGroupOf(notices, kind);
  if (group && choiceOf(recipient.choices, group) === "none") return "Its reader has switched mails of this kind off.";
  if (isBlocked) return "One of the two has blocked the other since it was written.";
  if (isRead) return "Its reader has read it in the product in the meantime.";
  return definition?.overtaken?.(since, now) ?? null;
}
