import type { Goal, GoalCommand, GoalRefusal, Progress, Step } from "./goal";

export const PROGRESS_WORDS: Record<Progress, string> = {
  "not-started": "Not started",
  "under-way": "Under way",
  "nearly-there": "Nearly there",
};

export const COMMAND_WORDS: Record<GoalCommand, string> = {
  achieve: "Mark as achieved",
  drop: "Drop this goal",
  reopen: "Open it again",
};

/** "Mei Tanaka: under way" and the like, for the story of a goal. `who` is "You" for the reader. */
export function stepSentence({ fact, progress }: Pick<Step, "fact" | "progress">, who: string): string {
  switch (fact) {
    case "added":
      return `${who} added this goal`;
    case "edited":
      return `${who} changed the goal`;
    case "achieved":
      return `${who} marked it as achieved`;
    case "dropped":
      return `${who} dropped it`;
    case "reopened":
      return `${who} opened it again`;
    case "noted":
      return progress ? `${who}: ${PROGRESS_WORDS[progress].toLowerCase()}` : `${who} wrote a note`;
  }
}

/** The first line of what is wanted: its name in lists and headings. */
export function goalTitle({ words }: Pick<Goal, "words">): string {
  const line = (words.what ?? "").split("\n", 1)[0] ?? "";
  const characters = [...line];
  return characters.length <= 120 ? line : `${characters.slice(0, 119).join("").trimEnd()}…`;
}

/** Said gently: a date is there to help. */
export const OVERDUE = "The date has passed: is it still right?";

const REFUSALS: Record<GoalRefusal, string> = {
  "not-found": "This goal does not exist, or is not shared with you.",
  ended: "This relationship has ended, so nothing can be added or changed. Copy what you have typed if you want to keep it.",
  empty: "Write a note, or choose a different progress than before.",
  "too-many": "You already have two hundred goals. Change one of them instead.",
  busy: "Somebody else is saving this at the same moment. Please press the button again.",
  closed: "This goal is closed. Open it again first; copy what you have typed if you want to keep it.",
  "not-offered": "Your programme does without goals. Copy what you have typed if you want to keep it.",
  "changed-meanwhile": "Your partner has just changed this goal. Here is how it stands now.",
};

export function sayGoalRefusal(reason: GoalRefusal): string {
  return REFUSALS[reason];
}

/** The sentence for `?refused=`; null for anything that is not one of our reasons. */
export function sayRefusalNamed(reason: string | string[] | undefined): string | null {
  if (typeof reason !== "string" || !Object.hasOwn(REFUSALS, reason)) return null;
  return REFUSALS[reason as GoalRefusal];
}
