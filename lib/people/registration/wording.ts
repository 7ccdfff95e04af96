import type { Role } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";

/** The tick box of a role: on the join page, and in Edit Account. */
export function sayRoleChoice(role: Role, settings: Settings): string {
  return `I want to be ${withArticle(settings.words[role])}`;
}

/** What the role means, under its tick box. */
export function sayRoleHint(role: Role, settings: Settings): string {
  const { mentor, mentee } = settings.words;
  return role === "mentee"
    ? `You look for ${withArticle(mentor)}, say what you want to work on, and set the pace.`
    : `You offer your experience. ${capitalise(withArticle(mentee))} writes to you, and you decide whether to accept.`;
}

function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
