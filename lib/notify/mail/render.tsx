import { render, toPlainText } from "@react-email/render";
import { invitationOf } from "./invitation";
import { oneLine, type RenderedMail } from "./mail";
import type { MailKind, Occasion, Setting } from "./occasion";
import { accountDeleted, accountErased, availableAgain } from "./templates/account";
import { proposalAccepted, proposalRejected } from "./templates/answer";
import { proposalEdited, proposalSent, reopenedForMentee, reopenedForMentor } from "./templates/asking";
import { contractComplete, contractSigned } from "./templates/contract";
import { messagesWaiting } from "./templates/conversation";
import { accountExists, changeEmail, emailChanged, passwordChanged, resetPassword, verifyEmail } from "./templates/credentials";
import { expiredForMentee, expiredForMentor, proposalReminder } from "./templates/deadline";
import { digest } from "./templates/digest";
import {
  accountApproved,
  accountReactivated,
  accountRefused,
  accountSuspended,
  partnerBack,
  partnerUnreachable,
  sessionsEnded,
  staffChanged,
} from "./templates/directory";
import { proposalClosed, proposalWithdrawn, relationshipClosed, withdrawnSinceMatched } from "./templates/ending";
import { Layout } from "./templates/layout";
import { type Facts, type Letter, toFacts } from "./templates/letter";
import {
  meetingAccepted,
  meetingAgreed,
  meetingArranged,
  meetingCancelled,
  meetingCancelledSinceEnded,
  meetingChanged,
  meetingDeclined,
  meetingLogged,
  meetingSuggested,
  meetingTomorrow,
} from "./templates/meeting";
import {
  extensionAgreed,
  extensionAsked,
  extensionDeclined,
  firstConversationHeld,
  relationshipCompleted,
  relationshipEnded,
  relationshipEnding,
} from "./templates/relationship";
import {
  proposalExtended,
  proposalWithdrawnByStaff,
  relationshipEndedByStaff,
  relationshipExtendedByStaff,
  societyLetter,
} from "./templates/society";
import { supportAnswered, supportReceived, supportSolved } from "./templates/support";
import { goalAchieved, goalsChanged, gStarChanged, swotChanged } from "./templates/tools";

const TEMPLATES: Record<MailKind, (facts: Facts) => Letter> = {
  "proposal-sent": proposalSent,
  "proposal-edited": proposalEdited,
  "proposal-accepted": proposalAccepted,
  "proposal-rejected": proposalRejected,
  "proposal-withdrawn": proposalWithdrawn,
  "proposal-withdrawn-matched": withdrawnSinceMatched,
  "proposal-closed": proposalClosed,
  "proposal-extended": proposalExtended,
  "proposal-withdrawn-staff": proposalWithdrawnByStaff,
  "proposal-reminder": proposalReminder,
  "proposal-expired-mentee": expiredForMentee,
  "proposal-expired-mentor": expiredForMentor,
  "proposal-reopened-mentor": reopenedForMentor,
  "proposal-reopened-mentee": reopenedForMentee,
  "relationship-closed": relationshipClosed,
  "contract-signed": contractSigned,
  "contract-complete": contractComplete,
  "swot-changed": swotChanged,
  "g-star-changed": gStarChanged,
  "goals-changed": goalsChanged,
  "goal-achieved": goalAchieved,
  "messages-waiting": messagesWaiting,
  "meeting-arranged": meetingArranged,
  "meeting-changed": meetingChanged,
  "meeting-agreed": meetingAgreed,
  "meeting-accepted": meetingAccepted,
  "meeting-declined": meetingDeclined,
  "meeting-suggested": meetingSuggested,
  "meeting-cancelled": meetingCancelled,
  "meeting-cancelled-ended": meetingCancelledSinceEnded,
  "meeting-tomorrow": meetingTomorrow,
  "meeting-logged": meetingLogged,
  "relationship-ended": relationshipEnded,
  "relationship-ended-staff": relationshipEndedByStaff,
  "relationship-extended-staff": relationshipExtendedByStaff,
  letter: societyLetter,
  "relationship-ending": relationshipEnding,
  "relationship-completed": relationshipCompleted,
  "extension-asked": extensionAsked,
  "extension-agreed": extensionAgreed,
  "extension-declined": extensionDeclined,
  "first-conversation-held": firstConversationHeld,
  "available-again": availableAgain,
  "support-received": supportReceived,
  "support-answered": supportAnswered,
  "support-solved": supportSolved,
  "account-deleted": accountDeleted,
  "account-erased": accountErased,
  digest,
  "verify-email": verifyEmail,
  "account-exists": accountExists,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "change-email": changeEmail,
  "email-changed": emailChanged,
  "partner-unreachable": partnerUnreachable,
  "partner-back": partnerBack,
  "account-suspended": accountSuspended,
  "account-reactivated": accountReactivated,
  "account-approved": accountApproved,
  "account-refused": accountRefused,
  "sessions-ended": sessionsEnded,
  "staff-changed": staffChanged,
};

/**
 * The mail for an occasion, as HTML and as plain text, in the reader's time zone and the society's words. Depends on
 * nothing but what it is given. Throws when the kind is unknown or a fact is not what it should be.
 */
export async function renderMail(occasion: Occasion, setting: Setting): Promise<RenderedMail> {
  const template = TEMPLATES[occasion.kind];
  if (!template) throw new Error(`There is no template for “${occasion.kind}”.`);
  const facts = toFacts(occasion, setting);
  const letter = template(facts);
  const html = await render(<Layout letter={letter} facts={facts} appUrl={setting.appUrl} />);
  return {
    toAddress: oneLine(occasion.recipient.email, 320),
    subject: oneLine(letter.subject),
    html,
    text: toText(html),
    headers: occasion.unsubscribe ? unsubscribeHeaders(occasion.unsubscribe, setting.appUrl) : {},
    calendar: invitationOf(occasion, setting.now),
  };
}

/** RFC 8058: the mail program itself sends the one request, without a visit and without signing in. */
function unsubscribeHeaders(token: string, appUrl: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${appUrl}/api/unsubscribe/${token}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function toText(html: string): string {
  return toPlainText(html, {
    // Mail programs wrap lines themselves, to the width there is.
    wordwrap: false,
    selectors: [
      { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
      { selector: "img", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
}
