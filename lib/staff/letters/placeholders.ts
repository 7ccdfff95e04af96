/** What may stand in a letter for something that differs from reader to reader, or from society to society. */
export const PLACEHOLDERS = ["name", "society", "product"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Anything between two pairs of braces, and a pair that is never closed: somebody meant a placeholder. */
const BRACED = /\{\{([^{}\n]*)(\}\}?)?/g;

/** The first thing in these texts that looks like a placeholder and is none, as it was typed; null when there is nothing of the kind. */
export function findUnknown(...texts: readonly string[]): string | null {
  for (const text of texts)
    for (const [typed, name = "", end] of text.matchAll(BRACED)) if (end !== "}}" || !isPlaceholder(name.trim())) return typed;
  return null;
}

/** The text as one reader gets it. What is filled in is never looked at again, so a name made of braces stays a name. */
export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(BRACED, (typed, name: string, end) => {
    const known = name.trim();
    return end === "}}" && isPlaceholder(known) ? values[known] : typed;
  });
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((one) => one === name);
}
