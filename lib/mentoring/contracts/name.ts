/**
 * Whether what was typed is the name. People leave out capitals, accents, hyphens and dots, and add spaces; all words must be
 * there, in order. A name without letters must be typed exactly.
 */
export function isSameName(typed: string, name: string): boolean {
  const wanted = essence(name);
  return wanted === "" ? typed.trim() !== "" && typed.trim() === name.trim() : essence(typed) === wanted;
}

/** Letters that Unicode does not decompose, as people type them on a keyboard without them. */
const PLAIN: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ı: "i",
  ŧ: "t",
  ħ: "h",
};

function essence(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’ʼ‘`´]|\p{Cf}/gu, "")
    .replace(/[łøđðþæœßıŧħ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
