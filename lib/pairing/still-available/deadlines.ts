import { addDays, addMonths } from "@/lib/foundation/dates";
import type { Settings } from "@/lib/society/settings/settings";
import type { Check, Step } from "./still-available";

/** Mentors who are away are looked at as often as this, and a changed setting takes effect within it. */
const LOOK_AGAIN_DAYS = 30;

type Rules = Pick<Settings, "proposals" | "society">;

/** The step that the sweep should take about a mentor now. Making them unavailable goes before asking. */
export function dueStep(check: Check, { proposals, society: { timeZone } }: Rules, now: Date): Step {
  const { askAfterExpired, standDownAfterExpired } = proposals;
  if (!check.isListed) return { type: "look" };
  const run = listUnanswered(check);
  const [newest] = run;
  if (standDownAfterExpired > 0 && run.length >= standDownAfterExpired) return { type: "stand-down" };
  if (askAfterExpired > 0 && run.length >= askAfterExpired && newest && newest > (check.askedAt ?? check.countsFrom)) {
    return { type: "ask", because: "expired" };
  }
  const silence = silentAt(check, proposals.askAfterSilentMonths, timeZone);
  return silence && silence <= now ? { type: "ask", because: "silence" } : { type: "look" };
}

/** When to look again; a proposal that expires makes it at once. */
export function nextDue(check: Check, { proposals, society: { timeZone } }: Rules, now: Date): Date {
  const atTheLatest = addDays(now, LOOK_AGAIN_DAYS, timeZone);
  const silence = check.isListed ? silentAt(check, proposals.askAfterSilentMonths, timeZone) : null;
  return silence && silence > now && silence < atTheLatest ? silence : atTheLatest;
}

/** When the proposals expired that the mentor has let go by since they last replied to anybody, us included; the newest first. */
function listUnanswered({ last, answeredAt, stoodDownAt, countsFrom }: Check): Date[] {
  const since = Math.max(...[countsFrom, answeredAt, stoodDownAt].map((at) => at?.getTime() ?? 0));
  const reply = last.findIndex(({ status, at }) => status !== "expired" || at.getTime() <= since);
  return (reply === -1 ? last : last.slice(0, reply)).map(({ at }) => at);
}

/** When a mentor who neither visits nor replies is asked; null when that is switched off. */
function silentAt(
  { joinedAt, lastSignedInAt, answeredAt, askedAt, last }: Check,
  months: number,
  timeZone: string,
): Date | null {
  if (months === 0) return null;
  const replied = last.find(({ status }) => status !== "expired")?.at;
  const signs = [joinedAt, lastSignedInAt, answeredAt, askedAt, replied].map((at) => at?.getTime() ?? 0);
  return addMonths(new Date(Math.max(...signs)), months, timeZone);
}
