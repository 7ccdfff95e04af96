import { type Opened, readBoxes, seal, tryOpen } from "@/lib/foundation/sealing/seal";
import type { RenderedMail } from "./mail";

/**
 * Mails that may hold words which the two of a relationship write for each other alone: the title and the details of a
 * meeting. They are kept sealed; no other kind is given such words to say.
 */
export function mayHoldPrivateWords(kind: string): boolean {
  return kind.startsWith("meeting-");
}

/** What a mail says, as it is kept; with `sealed` the rest is null. */
export interface KeptWords {
  subject: string | null;
  html: string | null;
  text: string | null;
  calendar: string | null;
  sealed: string | null;
}

type Words = Pick<RenderedMail, "subject" | "html" | "text" | "calendar">;

/** What a rendered mail says, as it is to be kept. */
export function closeWords(key: string, kind: string, { subject, html, text, calendar }: Words): KeptWords {
  const words = { subject, html, text, calendar };
  if (!mayHoldPrivateWords(kind)) return { ...words, sealed: null };
  const sealed = seal("mails.sealed", [key], JSON.stringify(words));
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
