import { render, toPlainText } from "@react-email/render";
import { oneLine, type RenderedMail } from "./mail";
import type { MailKind, Occasion, Setting } from "./occasion";
import { accountDeleted, availableAgain } from "./templates/account";
import { proposalAccepted, proposalRejected } from "./templates/answer";
import { proposalEdited, proposalSent, reopenedForMentee, reopenedForMentor } from "./templates/asking";
import { expiredForMentee, expiredForMentor, proposalReminder } from "./templates/deadline";
import { digest } from "./templates/digest";
import { proposalClosed, proposalWithdrawn, relationshipClosed, withdrawnSinceMatched } from "./templates/ending";
import { Layout } from "./templates/layout";
import { type Facts, type Letter, toFacts } from "./templates/letter";
import {
  extensionAgreed,
  extensionAsked,
  extensionDeclined,
  firstConversationHeld,
  relationshipCompleted,
  relationshipEnded,
  relationshipEnding,
} from "./templates/relationship";

const TEMPLATES: Record<MailKind, (facts: Facts) => Letter> = {
  "proposal-sent": proposalSent,
  "proposal-edited": proposalEdited,
  "proposal-accepted": proposalAccepted,
  "proposal-rejected": proposalRejected,
  "proposal-withdrawn": proposalWithdrawn,
  "proposal-withdrawn-matched": withdrawnSinceMatched,
  "proposal-closed": proposalClosed,
  "proposal-reminder": proposalReminder,
  "proposal-expired-mentee": expiredForMentee,
  "proposal-expired-mentor": expiredForMentor,
  "proposal-reopened-mentor": reopenedForMentor,
  "proposal-reopened-mentee": reopenedForMentee,
  "relationship-closed": relationshipClosed,
  "relationship-ended": relationshipEnded,
  "relationship-ending": relationshipEnding,
  "relationship-completed": relationshipCompleted,
  "extension-asked": extensionAsked,
  "extension-agreed": extensionAgreed,
  "extension-declined": extensionDeclined,
  "first-conversation-held": firstConversationHeld,
  "available-again": availableAgain,
  "account-deleted": accountDeleted,
  digest,
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
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
}
