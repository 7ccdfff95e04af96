import type { Inline } from "@/lib/foundation/blocks";
import type { Weight } from "./typefaces";

/** Words of one weight. */
export interface Span {
  words: string;
  weight: Weight;
}

/** The words with their weight. Where a link leads is not said: what is printed leads nowhere. */
export function spansOf(inlines: readonly Inline[], weight: Weight): Span[] {
  return inlines.flatMap((inline): Span[] => {
    if (inline.type === "text") return [{ words: inline.text, weight }];
    if (inline.type === "break") return [{ words: "\n", weight }];
    return spansOf(inline.inlines, inline.type === "strong" ? 700 : weight);
  });
}
