import { db } from "@/lib/db/client";
import { DEFAULT_SETTINGS, Settings } from "./settings";

let kept: { version: number; settings: Settings } = { version: 0, settings: DEFAULT_SETTINGS };

/** The version that this process has at hand; 0 for the defaults, when nothing is stored. */
export function knownSettingsVersion(): number {
  return kept.version;
}

/**
 * What the database said, together with another question, of the settings: their version, and their values if the
 * version was not the known one. Returns the settings that are in force.
 */
export function receiveSettings(version: number, values: unknown): Settings {
  // Another request has learnt a newer version since this one asked, and was told that nothing had changed.
  if (version !== 0 && (values === null || values === undefined)) return kept.settings;
  if (version !== kept.version) kept = { version, settings: version === 0 ? DEFAULT_SETTINGS : Settings.parse(values) };
  return kept.settings;
}

/** The settings in force, asked by themselves; requests get them with the viewer. */
export async function getSettings(): Promise<Settings> {
  const row = await db().settings.findUnique({ where: { id: 1 }, select: { version: true, values: true } });
  return receiveSettings(row?.version ?? 0, row?.values);
}
