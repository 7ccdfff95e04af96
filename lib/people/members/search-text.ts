interface Words {
  name: string;
  headline: string;
  about: string;
  topicLabels: readonly string[];
}

/** All of a mentor's words as plain text, for the search by words. */
export function searchText({ name, headline, about, topicLabels }: Words): string {
  return plainWords([name, headline, about, ...topicLabels].join(" ")).join(" ");
}

/**
 * The words of a text in lower case and without accents. Punctuation only separates words: PostgreSQL would take "work/life"
 * for a file path, and nobody would find it under "life".
 */
export function plainWords(text: string): string[] {
  const plain = text.toWellFormed().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[øłđðßæœıþ]/g, (letter) => UNDIVIDED[letter] ?? letter).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Accented letters that Unicode does not decompose. */
const UNDIVIDED: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };
