import type { Texts } from "@/lib/foundation/amending";
import { done, type Result, refuse } from "@/lib/foundation/result";
import type { ListEntry, ListName, Settings } from "./settings";

/** The numbers of entries are bits of a mask in the search, and stay theirs for ever. */
export const MOST_ENTRIES = 62;

export type ListRefusal = "unknown-entry" | "named-already" | "named-before" | "full" | "last-offered";

/** A list with one more entry at its end. */
export function add(settings: Settings, list: ListName, label: string): Result<Settings, ListRefusal> {
  const entries = settings[list];
  const taken = nameRefusal(entries, label, null);
  if (taken) return refuse(taken);
  const id = Math.max(0, ...entries.map((entry) => entry.id)) + 1;
  if (id > MOST_ENTRIES) return refuse("full");
  return done({ ...settings, [list]: [...entries, { id, label, retired: false }] });
}

/** How an entry stands in the boxes of its form: its name, and the number of the one before it, or nothing for the first. */
export function readEntry(settings: Settings, list: ListName, id: number): Texts | null {
  const at = settings[list].findIndex((entry) => entry.id === id);
  const entry = settings[list][at];
  return entry ? { label: entry.label, after: String(settings[list][at - 1]?.id ?? "") } : null;
}

/** An entry with another name, or in another place. */
export function change(
  settings: Settings,
  list: ListName,
  id: number,
  { label = "", after = "" }: Texts,
): Result<Settings, ListRefusal> {
  const entry = settings[list].find((one) => one.id === id);
  if (!entry) return refuse("unknown-entry");
  const taken = nameRefusal(settings[list], label, id);
  if (taken) return refuse(taken);
  const others = settings[list].filter((one) => one.id !== id);
  const place = after === "" ? 0 : others.findIndex((one) => String(one.id) === after) + 1;
  if (after !== "" && place === 0) return refuse("unknown-entry");
  return done({ ...settings, [list]: others.toSpliced(place, 0, { ...entry, label }) });
}

/** No longer offered, or offered again. */
export function offer(settings: Settings, list: ListName, id: number, isOffered: boolean): Result<Settings, ListRefusal> {
  if (!settings[list].some((entry) => entry.id === id)) return refuse("unknown-entry");
  const entries = settings[list].map((entry) => (entry.id === id ? { ...entry, retired: !isOffered } : entry));
  if (entries.every(({ retired }) => retired)) return refuse("last-offered");
  return done({ ...settings, [list]: entries });
}

function nameRefusal(entries: readonly ListEntry[], label: string, id: number | null): ListRefusal | null {
  const other = entries.find((entry) => entry.id !== id && fold(entry.label) === fold(label));
  if (!other) return null;
  return other.retired ? "named-before" : "named-already";
}

function fold(label: string): string {
  return label.normalize("NFKC").toLocaleLowerCase("en-GB");
}
