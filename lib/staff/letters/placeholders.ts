import { withArticle } from "@/lib/foundation/wording";
import { LETTER_PLACEHOLDERS, listPlaceholders, PAIR_PLACEHOLDERS } from "@/lib/notify/letters/placeholders";
import type { Settings } from "@/lib/society/settings/settings";
import type { LetterList, LetterText, Reader } from "./letter";

/** What may stand in a letter to such a list. */
export function placeholdersFor(list: LetterList): readonly string[] {
  return list === "relationships" ? [...LETTER_PLACEHOLDERS, ...PAIR_PLACEHOLDERS] : LETTER_PLACEHOLDERS;
}

/** What stands in their place for one reader. A partner who is gone is called by their role. */
export function valuesFor({ name, role, partnerName }: Reader, { society, words }: Society): Record<string, string> {
  const shared = { name, society: society.name, product: society.product };
  if (role === null) return shared;
  const partner = partnerName ?? withArticle(words[role === "mentee" ? "mentor" : "mentee"]);
  const [mentee, mentor] = role === "mentee" ? [name, partner] : [partner, name];
  return { ...shared, partner, mentee, mentor };
}

interface Society {
  society: Pick<Settings["society"], "name" | "product">;
  words: Settings["words"];
}

/** By which of the two, and as what, a letter to pairs differs from reader to reader. */
export type Named = Readonly<Record<(typeof PAIR_PLACEHOLDERS)[number], boolean>>;

export function findNamed({ subject, words }: LetterText): Named {
  const used = new Set([...listPlaceholders(subject), ...listPlaceholders(words)]);
  return { partner: used.has("partner"), mentee: used.has("mentee"), mentor: used.has("mentor") };
}
