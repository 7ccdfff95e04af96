/** Markup that may be written out as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | null | false | readonly Part[];

/** Markup from a template; whatever is put into it is text and comes out as text, unless it is markup itself. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(texts.reduce((whole, text, i) => whole + write(parts[i - 1] ?? null) + text));
}

/** Markup that somebody else has made safe. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function write(part: Part): string {
  if (part === null || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(write).join("");
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
