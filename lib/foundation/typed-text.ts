/** Marks that change the reading direction, and the byte order mark. */
const DIRECTION = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff";
/** Controls and line ends, and marks of direction. */
const UNSAFE_IN_A_LINE = new RegExp(`[\\p{Cc}\\p{Zl}\\p{Zp}${DIRECTION}]+`, "gu");

/**
 * Cleans typed text for storage: line ends become one character (browsers count one but send two), control characters are
 * removed (PostgreSQL refuses NUL), and outer white space goes.
 */
export function cleanTyped(typed: string): string {
  const lines = typed.toWellFormed().replace(/\r\n?/g, "\n");
  return lines.replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : "")).trim();
}

/** Cleans a name, an address, a number or a search: one line without marks that change the reading direction. */
export function cleanLine(typed: string): string {
  return typed.toWellFormed().replace(UNSAFE_IN_A_LINE, " ").replace(/\s+/g, " ").trim();
}

/** Any text as one line that is safe in a header and reads in the order it is written. */
export function oneLine(text: string, maxLength = 120): string {
  const line = cleanLine(text);
  const characters = [...line];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : line;
}

/** Cleans values that we issued and get back, such as a key: only characters that the database refuses are removed. */
export function cleanToken(given: string): string {
  return given.toWellFormed().replace(/\p{Cc}/gu, "");
}
