import { type Opened, readBoxes, seal, tryOpen } from "@/lib/foundation/sealing/seal-and-open";
import type { RenderedMail } from "@/lib/notify/letters/render";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { findSecret, placeholderOf } from "@/lib/people/auth/local/link-secret";

/** What a mail says, as it is kept; with `sealed` the rest is null. */
export interface KeptWords {
  subject: string | null;
  html: string | null;
  text: string | null;
  calendar: string | null;
  sealed: string | null;
}

type Words = Pick<RenderedMail, "subject" | "html" | "text" | "calendar">;

/** The same of a mail that may hold words which the two of a relationship write for each other alone. */
export function sealWords(key: string, words: Words): KeptWords {
  const { subject, html, text, calendar } = words;
  const sealed = seal("mails.sealed", [key], JSON.stringify({ subject, html, text, calendar }));
  return { subject: null, html: null, text: null, calendar: null, sealed };
}

/** What a kept mail says; all of it null before it is rendered. */
export function openWords(
  key: string,
  { subject, html, text, calendar, sealed }: KeptWords,
): Opened<Omit<KeptWords, "sealed">> {
  if (sealed === null) return { isReadable: true, words: { subject, html, text, calendar } };
  return tryOpen<Words>("mails.sealed", [key], sealed, readBoxes);
}

/**
 * The mail with the secret of its own link in place: at the last moment before it leaves, so that no mail that is kept can
 * open an account. A repeat is the same mail, since the secret of a link is always the same.
 */
export async function withOneTimeLink<Mail extends { html: string | null; text: string | null }>(
  mail: Mail,
  { linkId }: NoticeData,
): Promise<Mail> {
  if (linkId === undefined) return mail;
  const secret = await findSecret(linkId);
  const fill = (words: string | null) => words?.replaceAll(placeholderOf(linkId), secret) ?? null;
  return { ...mail, html: fill(mail.html), text: fill(mail.text) };
}
