import { env } from "@/lib/env";
import type { Settings } from "@/lib/settings/settings";
import { loadOccasions, loadSuggestions } from "./load";
import type { RenderedMail } from "./mail";
import type { Occasion } from "./occasion";
import { NOBODY } from "./overtaken";
import { inParallel } from "./parallel";
import { type HeldMail, keepRendered, type Result } from "./queue";
import { toResult } from "./result";
import { isWornOut, judge, overtake } from "./retry";

const AT_ONCE = 4;

/** A mail that is as it will be sent. */
export type ReadyMail = HeldMail & { rendered: RenderedMail };

/** Renders what has not been before and keeps it. What cannot be sent at all comes back as results. */
export async function prepare(held: readonly HeldMail[], settings: Settings, now: Date) {
  const unsendable: Result[] = [];
  const fail = (mail: HeldMail, reason: string) => {
    unsendable.push(toResult(mail, judge(mail.attempts, { kind: "refused", reason }, now), null, now));
  };
  const loaded = await loadOccasions(held, settings, now);
  const rendered: (RenderedMail & { key: string; kind: string })[] = [];
  await inParallel(held, AT_ONCE, async (mail) => {
    const { occasion, overtaken } = loaded.get(mail.key) ?? { occasion: null, overtaken: NOBODY };
    if (!occasion) {
      unsendable.push(toResult(mail, overtake(mail.attempts, overtaken), null, now));
      return;
    }
    if (isWornOut(mail.attempts)) return fail(mail, "It was tried again and again, and no attempt came to an end.");
    if (mail.rendered) return;
    try {
      rendered.push({ key: mail.key, kind: mail.kind, ...(await write(mail, occasion, settings, now)) });
    } catch (error) {
      fail(mail, `It could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const kept = await keepRendered(rendered);
  const ready: ReadyMail[] = [];
  const left = new Set(unsendable.map(({ key }) => key));
  for (const mail of held) {
    const known = kept.get(mail.key) ?? mail.rendered;
    if (known && !left.has(mail.key)) ready.push({ ...mail, rendered: known });
  }
  return { ready, unsendable };
}

async function write(mail: HeldMail, occasion: Occasion, settings: Settings, now: Date): Promise<RenderedMail> {
  const suggestions = await loadSuggestions(mail, settings);
  // The templates' library is large: only a process that writes mail loads it, not every page with a form.
  const { renderMail } = await import("./render");
  return renderMail({ ...occasion, suggestions }, { settings, appUrl: env().APP_URL, now });
}
