import type { MentorFilters } from "@/lib/pairing/matching/input";
import { labelOf, labelsOf, type Settings } from "@/lib/society/settings/settings";
import { type AlertRefusal, MOST_ALERTS } from "./alert";

export function sayAlertRefusal(reason: AlertRefusal, { words }: Pick<Settings, "words">): string {
  if (reason === "too-many") return `You can wait for ${MOST_ALERTS} things at once. Please stop one of them first.`;
  return `This ${words.mentor} can no longer be found, so nothing was saved.`;
}

/** A search in words: "“law”, Career planning, North". */
export function saySearch(filters: MentorFilters, settings: Settings): string {
  const parts = [
    filters.words && `“${filters.words}”`,
    ...labelsOf(settings.topics, filters.topics),
    labelOf(settings.sectors, filters.sector),
    labelOf(settings.regions, filters.region),
    labelOf(settings.methods, filters.method),
    labelOf(settings.languages, filters.language),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : `Any ${settings.words.mentor}`;
}
