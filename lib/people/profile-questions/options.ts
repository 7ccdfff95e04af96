import { done, type Result, refuse } from "@/lib/foundation/result";
import type { ListEntry } from "@/lib/society/settings/settings";
import { hasOptions, type Kind, MOST_OFFERED, MOST_OPTIONS, type OptionsRefusal, ROOM } from "./profile-question";

/**
 * What a question offers once staff have saved these lines, one for each choice. A line that was there before keeps its id, so that
 * those who chose it still have it; a choice without a line is retired, and comes back with its line.
 */
export function readOptions(kind: Kind, lines: string, before: readonly ListEntry[]): Result<ListEntry[], OptionsRefusal> {
  if (!hasOptions(kind)) return done([]);
  const labels = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (labels.length < 2) return refuse("too-few-options");
  if (labels.length > MOST_OFFERED) return refuse("too-many-options");
  if (labels.some((label) => label.length > ROOM.option)) return refuse("option-too-long");
  if (new Set(labels.map(foldLabel)).size < labels.length) return refuse("option-twice");
  let next = Math.max(0, ...before.map(({ id }) => id));
  const offered = labels.map((label) => {
    const known = before.find((option) => foldLabel(option.label) === foldLabel(label));
    return { id: known?.id ?? ++next, label, retired: false };
  });
  const retired = before
    .filter(({ id }) => !offered.some((option) => option.id === id))
    .map((option) => ({ ...option, retired: true }));
  return offered.length + retired.length > MOST_OPTIONS ? refuse("too-many-ever") : done([...offered, ...retired]);
}

/** The choices as lines, for the box in which staff change them. */
export function writeOptions(options: readonly ListEntry[]): string {
  return options
    .filter(({ retired }) => !retired)
    .map(({ label }) => label)
    .join("\n");
}

/** Two labels that read alike are one choice. */
export function foldLabel(label: string): string {
  return label.normalize("NFKC").toLocaleLowerCase("en-GB");
}
