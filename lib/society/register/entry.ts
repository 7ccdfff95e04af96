import { isSameAddress } from "@/lib/foundation/identifier";

/** A line of the society's register, as imported. */
export interface Entry {
  number: string;
  name: string;
  /** Their surname; without one, the last word of the name. */
  surname?: string;
  email: string | null;
  standing: "current" | "lapsed";
}

/** The name in small letters without accents, spaces or hyphens: "Étienne van Dijk" → "etiennevandijk". */
export function comparable(name: string): string {
  return wordsOf(name).join("");
}

export function surnameKeyOf({ name, surname }: Pick<Entry, "name" | "surname">): string {
  return surname?.trim() ? comparable(surname) : (wordsOf(name).at(-1) ?? "");
}

/**
 * Whether what somebody typed belongs to this line of the register: the name ends in the surname (or begins with it, as
 * some families write), or the e-mail address is the same.
 */
export function isSamePerson(
  entry: { surnameKey: string; email: string | null },
  typed: { name: string; email: string },
): boolean {
  if (entry.email !== null && isSameAddress(entry.email, typed.email)) return true;
  const words = wordsOf(typed.name);
  return entry.surnameKey !== "" && words.some((_word, i) => isEither(words, i + 1, entry.surnameKey));
}

/** Whether the last or the first `count` words together form the surname. */
function isEither(words: string[], count: number, key: string): boolean {
  return words.slice(-count).join("") === key || words.slice(0, count).join("") === key;
}

/** Letters that are not a base letter with an accent, as registers without them spell them. */
const SPELT: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’ʼ]/gu, "");
  const spelt = plain.replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? letter);
  return spelt.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
