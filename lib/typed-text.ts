/**
 * What was typed, as it is kept: line ends as one character, which is how browsers count them though they send two, and no
 * control characters, of which PostgreSQL refuses one. Outer white space goes.
 */
export function cleanTyped(typed: string): string {
  const lines = typed.toWellFormed().replace(/\r\n?/g, "\n");
  return lines.replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : "")).trim();
}
