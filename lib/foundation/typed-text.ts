/** What makes words read in another order than they are written; and what only a file begins with. */
const DIRECTION = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff";
/** Controls and line ends, and marks of direction. */
const UNSAFE_IN_A_LINE = new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${DIRECTION}]+`, "gu");

/**
 * What was typed, as it is kept: line ends as one character, which is how browsers count them though they send two, and no
 * control characters, of which PostgreSQL refuses one. Outer white space goes.
 */
export function cleanTyped(typed: string): string {
  const lines = typed.toWellFormed().replace(/\r\n?/g, "\n");
  return lines.replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : "")).trim();
}

/**
 * A name, an address, a number, what is looked for: one line that reads in the order it is written, whoever typed it, or whichever
 * register or address it comes from.
 */
export function cleanLine(typed: string): string {
  return typed.toWellFormed().replace(UNSAFE_IN_A_LINE, " ").replace(/\s+/g, " ").trim();
}

/** Any text as one line that is safe in a header and reads in the order it is written. */
export function oneLine(text: string, maxLength = 120): string {
  const line = cleanLine(text);
  const characters = [...line];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : line;
}

/** What we gave out ourselves and get back, such as a key: as it is, but for what no database takes. */
export function cleanToken(given: string): string {
  return given.toWellFormed().replace(/\p{Cc}/gu, "");
}
