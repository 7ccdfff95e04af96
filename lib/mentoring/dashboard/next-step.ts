import type { Standing } from "./standing";

export type NextStep =
  | "answer-extension"
  | "answer-meeting"
  | "confirm-meeting"
  | "arrange-first-conversation"
  | "await-first-conversation"
  | "await-answer"
  | "sign-contract"
  | "end-or-extend"
  | "arrange-meeting"
  | "set-goals"
  | "look-at-goals"
  | "carry-on";

/**
 * How long before the agreed end we suggest thinking about it, in milliseconds: about a month, as in the sweep's reminder.
 */
const SOON = 31 * 86_400_000;

/**
 * The most sensible thing for the viewer to do now; null when the relationship has ended. An answer that somebody waits for
 * comes first, then what a relationship begins with, then what keeps it alive.
 */
export function nextStep(standing: Standing, now: Date): NextStep | null {
  const { viewerIs, extension, nextMeeting, contract } = standing;
  if (!standing.isOpen) return null;
  if (extension && extension.askedBy !== viewerIs) return "answer-extension";
  if (nextMeeting?.awaitsViewer) return "answer-meeting";
  if (standing.hasUnconfirmedMeeting) return "confirm-meeting";
  if (!standing.firstConversationAt) {
    if (!nextMeeting) return "arrange-first-conversation";
    return nextMeeting.isAccepted ? "await-first-conversation" : "await-answer";
  }
  if (!contract.signedByViewer) return "sign-contract";
  if (!extension && standing.agreedUntil.getTime() - now.getTime() < SOON) return "end-or-extend";
  if (!nextMeeting) return "arrange-meeting";
  if (standing.hasGoals && standing.openGoals === 0 && standing.achievedGoals === 0) return "set-goals";
  if (standing.overdueGoals > 0) return "look-at-goals";
  return nextMeeting.isAccepted ? "carry-on" : "await-answer";
}
