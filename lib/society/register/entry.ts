import { isSameAddress } from "@/lib/foundation/identifier";
import { partsOfName, withoutTitles } from "./name";

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
  return wordsOf(name, PLAIN).join("");
}

/**
 * Every surname by which this person may be known, as they are compared, with a space between them: a former one, and both spellings
 * of an umlaut.
 */
export function surnameKeyOf({ name, surname }: Pick<Entry, "name" | "surname">): string {
  const parts = surname?.trim() ? partsOfName(surname, 1) : partsOfName(name);
  const current = surname?.trim() ? [parts.surname ?? parts.plain] : parts.surname === null ? [] : [parts.surname];
  const keys = SPELLINGS.flatMap((spelling) => [
    ...(current.length > 0 ? [] : [wordsOf(parts.plain, spelling).at(-1) ?? ""]),
    ...[...current, ...parts.former].map((one) => wordsOf(one, spelling).join("")),
  ]);
  return [...new Set(keys)].filter((key) => key !== "").join(" ");
}

/**
 * Whether what somebody typed belongs to this line of the register: the name ends in a surname of theirs (or begins with it, as
 * some families write, and the rest is in the register's name too), or the e-mail address is the same.
 */
export function isSamePerson(
  entry: { name: string; surnameKey: string; email: string | null },
  typed: { name: string; email: string },
): boolean {
  if (entry.email !== null && isSameAddress(entry.email, typed.email)) return true;
  const keys = new Set(entry.surnameKey.split(" ").filter((key) => key !== ""));
  const known = SPELLINGS.flatMap((spelling) => wordsOf(entry.name, spelling));
  return SPELLINGS.some((spelling) => {
    const words = wordsOf(withoutTitles(typed.name), spelling);
    return words.some((_word, i) => {
      if (keys.has(words.slice(i).join(""))) return true;
      const rest = words.slice(i + 1);
      return keys.has(words.slice(0, i + 1).join("")) && rest.every((word) => known.some((one) => one.startsWith(word)));
    });
  });
}

/** Letters that are not a base letter with an accent, as registers without them spell them. */
const PLAIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
/** In German and in the north some letters are spelt with two others instead. */
const IN_TWO: Record<string, string> = { ...PLAIN, ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const SPELLINGS = [PLAIN, IN_TWO];

function wordsOf(name: string, spelling: Record<string, string>): string[] {
  const spelt = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => spelling[letter] ?? letter);
  const plain = spelt
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’ʼ]/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
