import { render, toPlainText } from "@react-email/render";
import { oneLine } from "@/lib/foundation/typed-text";
import { capital } from "@/lib/foundation/wording";
import { definitionOf } from "@/lib/notify/notices/define";
import type { Letter } from "@/lib/notify/notices/letter";
import type { Occasion } from "@/lib/notify/notices/occasion";
import { digest } from "./digest";
import { type Setting, toFacts } from "./facts";
import { invitationOf } from "./invitation";
import { Layout } from "./layout";
import { writeInOwnWords } from "./own-words";

/** A mail as it arrives, apart from its sender. */
export interface RenderedMail {
  toAddress: string;
  subject: string;
  html: string;
  text: string;
  /** Beyond sender, address and subject. */
  headers: Record<string, string>;
  /** A calendar file (RFC 5545) that goes with it; null for most. */
  calendar: string | null;
}

/**
 * The mail for an occasion, as HTML and as plain text, in the reader's time zone and the society's words. Depends on
 * nothing but what it is given. Throws when the kind is unknown or a fact is not as expected.
 */
export async function renderMail(occasion: Occasion, setting: Setting): Promise<RenderedMail> {
  const definition = definitionOf(setting.notices, occasion.kind);
  const write = occasion.kind === "digest" ? digest : definition?.letter;
  if (!write) throw new Error(`There is no kind of notice “${occasion.kind}”.`);
  const facts = toFacts(occasion, setting);
  const { own } = setting;
  const letter = beginWell(own?.size ? writeInOwnWords(write, facts, own) : write(facts), occasion);
  const html = await render(<Layout letter={letter} facts={facts} appUrl={setting.appUrl} />);
  return {
    toAddress: oneLine(occasion.recipient.email, 320),
    subject: oneLine(letter.subject),
    html,
    text: toText(html),
    headers: occasion.unsubscribe ? unsubscribeHeaders(occasion.unsubscribe, setting.appUrl) : {},
    calendar: invitationOf(definition?.carriesFile, occasion.meeting, setting.now),
  };
}

/** A name stays as its owner writes it; "a mentor", for somebody without one, gets a capital at the beginning. */
function beginWell(letter: Letter, { partner }: Occasion): Letter {
  if (partner?.name) return letter;
  const { subject, preview, heading = subject } = letter;
  return { ...letter, subject: capital(subject), preview: capital(preview), heading: capital(heading) };
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
      // The words of these links are the address itself, as people write it. The link has it percent-encoded.
      { selector: 'a[href^="mailto:"]', format: "inline" },
      { selector: "a", options: { linkBrackets: ["<", ">"], hideLinkHrefIfSameAsText: true } },
      { selector: "img", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
}
