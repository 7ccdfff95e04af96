import type { NoticeData } from "@/lib/notify/notices/notice";
import { placeholderOf, secretOf } from "@/lib/people/auth/local/link-secret";

/**
 * The mail with the secret of its own link in place: at the last moment before it leaves, so that no mail that is kept can
 * open an account. A repeat is the same mail, since the secret of a link is always the same.
 */
export function withOneTimeLink<Mail extends { html: string | null; text: string | null }>(
  mail: Mail,
  { linkId }: NoticeData,
): Mail {
  if (linkId === undefined) return mail;
  const fill = (words: string | null) => words?.replaceAll(placeholderOf(linkId), secretOf(linkId)) ?? null;
  return { ...mail, html: fill(mail.html), text: fill(mail.text) };
}
