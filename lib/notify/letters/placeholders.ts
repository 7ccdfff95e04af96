/** Anything between two pairs of braces, and a pair that is never closed: somebody meant a placeholder. */
const BRACED = /\{\{([^{}\n]*)(\}\}?)?/g;

/** What may stand in a letter of staff for what differs from reader to reader, or from society to society. */
export const LETTER_PLACEHOLDERS = ["name", "society", "product"] as const;

/** Beyond these, in a letter to both partners of many relationships: whoever the reader's partner is, and which of the two is which. */
export const PAIR_PLACEHOLDERS = ["partner", "mentee", "mentor"] as const;

/** A placeholder as it is written in a text. */
export function braced(name: string): string {
  return `{{${name}}}`;
}

/** The first thing in these texts that looks like a placeholder and is none, as it was typed; null when there is nothing of the kind. */
export function findUnknown(known: readonly string[], ...texts: readonly string[]): string | null {
  for (const text of texts)
    for (const [typed, name = "", end] of text.matchAll(BRACED)) if (end !== "}}" || !known.includes(name.trim())) return typed;
  return null;
}

/** The placeholders in a text, each once. */
export function listPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(BRACED)].flatMap(([, name = "", end]) => (end === "}}" ? [name.trim()] : [])))];
}

/** The text as one reader gets it. What is filled in is never looked at again, so a name made of braces stays a name. */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string>>,
  say: (name: string, before: string) => string = (name) => values[name] ?? "",
): string {
  return text.replace(BRACED, (typed, name: string, end, at: number) => {
    const known = name.trim();
    return end === "}}" && Object.hasOwn(values, known) ? say(known, text.slice(0, at)) : typed;
  });
}
