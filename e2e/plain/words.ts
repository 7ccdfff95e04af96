import { computeAccessibleName } from "dom-accessibility-api";
import { type Page, textOf } from "./page";

/** Words of which the whole is looked for first, and then what has them in it; or a pattern. */
export type Words = string | RegExp;

export function nameOf(element: Element): string {
  const caption = element.querySelector(":scope > figcaption");
  // The library knows the captions of tables alone.
  return computeAccessibleName(element) || (caption ? textOf(caption) : "");
}

export function pick<One extends Element>(all: One[], words: Words, say: (one: One) => string): One[] {
  if (words instanceof RegExp) return all.filter((one) => words.test(say(one)));
  const exact = all.filter((one) => say(one) === words);
  if (exact.length > 0) return exact;
  return all.filter((one) => say(one).toLowerCase().includes(words.toLowerCase()));
}

export function only<One extends Element>(page: Page, found: One[], all: One[], what: string): One {
  const [one] = found;
  if (one && found.length === 1) return one;
  const others = (found.length > 1 ? found : all).map((other) => `- ${nameOf(other) || textOf(other).slice(0, 80)}`).join("\n");
  throw new Error(`${found.length} × ${what} on ${page.url}, where there is:\n${others}`);
}
