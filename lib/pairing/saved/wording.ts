import type { Settings } from "@/lib/society/settings/settings";
import { type MarkedMentor, type MarkRefusal, MOST_MARKED, stateOf } from "./saved";

export function sayMarkRefusal(reason: MarkRefusal, { words }: Pick<Settings, "words">): string {
  if (reason === "list-full")
    return `This list has room for ${MOST_MARKED} ${words.mentors}. Please take somebody off it first.`;
  return `This ${words.mentor} can no longer be found, so nothing was saved.`;
}

/** How a saved mentor stands now; null where they can be asked, since their places say it. `day`: "12 December". */
export function sayState(mentor: Pick<MarkedMentor, "isListed" | "hasPlace">, day: string | null): string | null {
  switch (stateOf(mentor)) {
    case "free":
      return null;
    case "full":
      return "No place free at the moment";
    case "away":
      return day === null ? "Away at the moment" : `Away until ${day}`;
  }
}
