import { amend, type Clash, type Texts } from "@/lib/foundation/amending";
import { db } from "@/lib/foundation/db/client";
import { done, type Refusal, type Result, refuse } from "@/lib/foundation/result";
import { retry } from "@/lib/foundation/retry";
import { changesBetween } from "./changes";
import { add, change, offer, readEntry } from "./lists";
import { findLastEditor, findLogo, readStored } from "./queries";
import { deleteLogos, insertLogo, type MadeLogo, saveVersion } from "./save";
import { findWrong, SECTIONS, type SectionName } from "./sections";
import { type ListName, Settings } from "./settings";
import type { SetupItem } from "./setup-items";
import type { SettingsRefusal } from "./wording";

/** Who changes the settings: only an admin may. */
export interface Actor {
  memberId: string;
  staff: "none" | "staff" | "admin";
}

/** What was typed on a form, and what the form started from. */
export interface Typed {
  typed: Texts;
  /** What the form began with; null when that is not known. */
  base: Texts | null;
  /** Boxes in which the base value should be used instead of what was typed. */
  take: readonly string[];
}

/** Two merged changes that contradict each other. */
interface Wrong {
  ok: false;
  reason: "wrong";
  field: string;
  sentence: string;
}

type Changed = Result<{ isMerged: boolean }, SettingsRefusal> | Clash | Wrong;

/**
 * Saves a form of the settings. What another admin has saved since `base` is kept: put together where the two changed
 * different boxes, otherwise both texts come back as a clash and nothing is saved.
 */
export async function changeSection(actor: Actor, name: SectionName, form: Typed, now: Date): Promise<Changed> {
  const section = SECTIONS[name];
  return alter(actor, now, async (settings) => {
    const current = section.read(settings);
    const amended = amend({ ...form, current });
    if (amended.kind === "clash") return clash(amended, current);
    if (amended.kind === "same") return { ok: true, settings, isMerged: false };
    const wrong = findWrong(section, amended.texts);
    if (wrong) return { ok: false, reason: "wrong", ...wrong };
    return { ok: true, settings: section.write(settings, amended.texts), isMerged: amended.isMerged };
  });
}

/** One more entry for a list, at its end. */
export function addEntry(actor: Actor, list: ListName, label: string, now: Date): Promise<Changed> {
  return alter(actor, now, async (settings) => toStep(add(settings, list, label)));
}

/** Another name or place for an entry; two at once as in `changeSection`. */
export function changeEntry(actor: Actor, list: ListName, id: number, form: Typed, now: Date): Promise<Changed> {
  return alter(actor, now, async (settings) => {
    const current = readEntry(settings, list, id);
    if (!current) return refuse("unknown-entry");
    const amended = amend({ ...form, current });
    if (amended.kind === "clash") return clash(amended, current);
    if (amended.kind === "same") return { ok: true, settings, isMerged: false };
    return toStep(change(settings, list, id, amended.texts), amended.isMerged);
  });
}

/** Retires an entry, or brings it back. The last one that is offered stays. */
export function offerEntry(actor: Actor, list: ListName, id: number, isOffered: boolean, now: Date): Promise<Changed> {
  return alter(actor, now, async (settings) => toStep(offer(settings, list, id, isOffered)));
}

/** Dismisses an item of the list of what a new society has to do, or brings it back. */
export function dismissSetupItem(actor: Actor, item: SetupItem, isDismissed: boolean, now: Date): Promise<Changed> {
  return alter(actor, now, async (settings) => {
    const others = settings.setup.dismissed.filter((one) => one !== item);
    const dismissed = isDismissed ? [...others, item] : others;
    return { ok: true, settings: { ...settings, setup: { dismissed } }, isMerged: false };
  });
}

/** Keeps a logo so that it can be looked at; nobody else sees it before `takeLogo`. */
export async function uploadLogo(actor: Actor, made: MadeLogo, now: Date): Promise<Result<null, SettingsRefusal>> {
  if (actor.staff !== "admin") return refuse("not-allowed");
  await insertLogo(made, { actorId: actor.memberId, now });
  return done(null);
}

/** Puts an uploaded logo in force. The one before it stays where it is, for the mails that show it. */
export function takeLogo(actor: Actor, name: string, now: Date): Promise<Changed> {
  return alter(actor, now, async (settings) => {
    const logo = await findLogo(name);
    if (!logo) return refuse("no-such-logo");
    return { ok: true, settings: { ...settings, society: { ...settings.society, logo } }, isMerged: false };
  });
}

/** From now on no logo is shown, and those of earlier days are gone from mails too. */
export async function removeLogo(actor: Actor, now: Date): Promise<Changed> {
  const result = await alter(actor, now, async (settings) => ({
    ok: true,
    settings: { ...settings, society: { ...settings.society, logo: null } },
    isMerged: false,
  }));
  if (result.ok) await deleteLogos();
  return result;
}

/** Replaces all settings, for scripts and tests. What `values` leaves out gets its default. */
export async function saveSettings(values: unknown): Promise<Settings> {
  const settings = Settings.parse(values);
  await db().settings.upsert({
    where: { id: 1 },
    create: { id: 1, values: settings, version: 1 },
    update: { values: settings, version: { increment: 1 } },
    select: { id: true },
  });
  return settings;
}

type Step =
  | { ok: true; settings: Settings; isMerged: boolean }
  | Refusal<SettingsRefusal>
  | { ok: false; reason: "clash"; texts: Texts; theirs: Texts; base: string }
  | Wrong;

/** Every change to the settings goes through here: read, decide, save if the version is still the same, otherwise retry. */
async function alter(actor: Actor, now: Date, decide: (settings: Settings) => Promise<Step>): Promise<Changed> {
  if (actor.staff !== "admin") return refuse("not-allowed");
  const changed = await retry<Changed>(async () => {
    const { settings: before, version } = await readStored();
    const step = await decide(before);
    if (!step.ok) return step.reason === "clash" ? { ...step, by: await findLastEditor() } : step;
    const after = Settings.parse(step.settings);
    const changes = changesBetween(before, after);
    if (changes.length === 0) return done({ isMerged: false });
    const isSaved = await saveVersion(after, changes, { actorId: actor.memberId, version, now });
    return isSaved ? done({ isMerged: step.isMerged }) : null;
  });
  return changed ?? refuse("busy");
}

function toStep(result: Result<Settings, SettingsRefusal>, isMerged = false): Step {
  return result.ok ? { ok: true, settings: result.value, isMerged } : result;
}

function clash({ texts, theirs }: { texts: Texts; theirs: Texts }, current: Texts): Step {
  return { ok: false, reason: "clash", texts, theirs, base: JSON.stringify(current) };
}
