import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import type { RenderedMail } from "@/lib/notify/letters/render";
import { type Published, wordsFor } from "@/lib/notify/mail-words/mail-words";
import { findPublished } from "@/lib/notify/mail-words/queries";
import { needs } from "@/lib/notify/notices/define";
import { type Occasion, programmeOf } from "@/lib/notify/notices/occasion";
import { type HeldMail, keepRendered, type Result, toResult } from "@/lib/notify/outbox/queue";
import { isWornOut, judge, overtake } from "@/lib/notify/outbox/retry";
import { inParallel, togetherOrApart } from "./batches";
import { loadOccasions, loadSuggestions, type Suggest, type Written } from "./load";
import { NOBODY } from "./overtaken";

const AT_ONCE = 4;
/** A mail with words that are for two people alone, or for somebody without an account. */
const PRIVATE = ["meeting", "words", "referee"] as const;

/** A mail that is as it will be sent. */
export type ReadyMail = HeldMail & { rendered: RenderedMail };

/**
 * Renders what has not been before and keeps it. What cannot be sent comes back as results: for good, or to be tried again
 * when it could be the database's fault. No mail holds up another.
 */
export async function prepare(held: readonly HeldMail[], written: Written, suggest: Suggest, now: Date) {
  const unsendable: Result[] = [];
  const fail = (mail: HeldMail, reason: string) => {
    unsendable.push(toResult(mail, judge(mail.attempts, { kind: "refused", reason }, now), null, now));
  };
  const putOff = (mail: { key: string }, error: unknown) => {
    const whole = held.find(({ key }) => key === mail.key);
    log().warn({ key: mail.key, defect: describeDefect(error) }, "a mail could not be prepared");
    const reason = `It could not be prepared: ${error instanceof Error ? error.message : String(error)}`;
    if (whole) unsendable.push(toResult(whole, judge(whole.attempts, { kind: "unavailable", reason }, now), null, now));
  };
  const loading = async (mails: readonly HeldMail[]) => [...(await loadOccasions(mails, written, now))];
  const loaded = new Map(await togetherOrApart(held, loading, putOff));
  const isPutOff = new Set(unsendable.map(({ key }) => key));
  const published = await loadWords(held);
  const rendered: (RenderedMail & { key: string; isPrivate: boolean; namedIds: string[] })[] = [];
  await inParallel(held, AT_ONCE, async (mail) => {
    if (isPutOff.has(mail.key)) return;
    const { occasion, overtaken } = loaded.get(mail.key) ?? { occasion: null, overtaken: NOBODY };
    if (!occasion) {
      unsendable.push(toResult(mail, overtake(mail.attempts, overtaken), null, now));
      return;
    }
    if (mail.damage) return fail(mail, `It was written before, and cannot be sent again: ${mail.damage}`);
    if (isWornOut(mail.attempts)) return fail(mail, "It was tried again and again, and no attempt came to an end.");
    if (mail.rendered) return;
    try {
      const isPrivate = PRIVATE.some((need) => needs(written.notices, mail.kind, need));
      rendered.push({ key: mail.key, isPrivate, ...(await write(mail, occasion, { ...written, published }, suggest, now)) });
    } catch (error) {
      fail(mail, `It could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const kept = new Map(await togetherOrApart(rendered, async (some) => [...(await keepRendered(some))], putOff));
  const ready: ReadyMail[] = [];
  const left = new Set(unsendable.map(({ key }) => key));
  for (const mail of held) {
    const known = kept.get(mail.key) ?? mail.rendered;
    if (known && !left.has(mail.key)) ready.push({ ...mail, rendered: known });
  }
  return { ready, unsendable };
}

/** The society's words for the mails that are still to be written, once for all of them. No mail waits for them. */
async function loadWords(held: readonly HeldMail[]): Promise<Published[]> {
  try {
    return await findPublished([...new Set(held.filter(({ rendered }) => !rendered).map(({ kind }) => kind))]);
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "mails go out without the society's own words");
    return [];
  }
}

interface InWords extends Written {
  published: readonly Published[];
}

async function write(mail: HeldMail, occasion: Occasion, { published, ...written }: InWords, suggest: Suggest, now: Date) {
  const programmeId = programmeOf(occasion);
  const suggestions = await loadSuggestions(mail, programmeId, written, suggest);
  // The library of letters is large: only a process that writes mail loads it, not every page with a form.
  const { renderMail } = await import("@/lib/notify/letters/render");
  const own = wordsFor(published, { kind: mail.kind, programmeId });
  const rendered = await renderMail({ ...occasion, suggestions }, { ...written, appUrl: env().APP_URL, now, own });
  return { ...rendered, namedIds: suggestions.map(({ memberId }) => memberId) };
}
