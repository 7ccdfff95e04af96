import { choiceOf, choosableGroupOf, groupOf, type MailChoices } from "@/lib/notify/notices/groups";
import type { NoticeData } from "@/lib/notify/notices/notice";
import type { MailKind } from "./occasion";
import type { BlockReason } from "./provider-event";

/** What has become, by the time a mail is to be sent, of its reader and of what it is about. */
export interface Circumstances {
  kind: MailKind;
  data: NoticeData;
  /** Null when there is no such account any more. */
  recipient: { status: string; choices: MailChoices } | null;
  proposal: { status: string; expiresAt: Date; remindedDay: number } | null;
  /** It tells of messages, and they have been read meanwhile. */
  isRead?: boolean;
  /** Its address has bounced, or its owner complained. */
  block?: BlockReason | null;
  meeting?: { isCancelled: boolean; startsAt: Date } | null;
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
/** They ask the mentor for an answer. */
const ASKING: readonly MailKind[] = ["proposal-sent", "proposal-edited", "proposal-reminder", "proposal-reopened-mentor"];

/**
 * Why a mail that was written down is not to be sent any more, for staff to read; null when it is to be. Asked before every
 * attempt, so that a late or repeated one tells nobody what is no longer so.
 */
export function whyOvertaken(
  { kind, data, recipient, proposal, meeting, isRead = false, block = null }: Circumstances,
  now: Date,
): string | null {
  if (!recipient) return NOBODY;
  if (block) return BLOCKED[block];
  if (SILENT.includes(recipient.status) && groupOf(kind) !== "security") return `The reader's account is ${recipient.status}.`;
  const group = choosableGroupOf(kind);
  if (group && choiceOf(recipient.choices, group) === "none") return "Its reader has switched mails of this kind off.";
  if (isRead) return "What it was to tell of has been read meanwhile.";
  if (kind === "meeting-tomorrow" && meeting) return whyNoReminder(meeting, data, now);
  if (!ASKING.includes(kind) || !proposal) return null;
  if (proposal.status !== "sent") return `It asks for an answer, and the proposal is ${proposal.status} by now.`;
  if (proposal.expiresAt <= now) return "It asks for an answer, and the last day for it is over.";
  if (kind !== "proposal-reminder") return null;
  if ((data.day ?? 0) < proposal.remindedDay) return `A newer reminder, of day ${proposal.remindedDay}, takes its place.`;
  return data.expiresAt && new Date(data.expiresAt) < proposal.expiresAt
    ? "The proposal has been opened again since, and its days are counted anew."
    : null;
}

function whyNoReminder(
  { isCancelled, startsAt }: { isCancelled: boolean; startsAt: Date },
  { startsAt: told }: NoticeData,
  now: Date,
) {
  if (isCancelled) return "It reminds of a meeting that is cancelled by now.";
  if (told && startsAt.getTime() !== Date.parse(told)) return "It reminds of a meeting that has another time by now.";
  return startsAt <= now ? "It reminds of a meeting that has begun by now." : null;
}
