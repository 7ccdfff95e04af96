import { createHash } from "node:crypto";
import type { Texts } from "@/lib/foundation/amending";
import { type OwnWords, wordsKey } from "@/lib/notify/letters/own-words";
import type { EditablePassage } from "./list";
import type { OwnPassage } from "./mail-words";

/** What stands in the boxes of a kind's form: the society's words, and for the others those of `base`, or else ours. */
export function toTexts(passages: readonly EditablePassage[], own: OwnWords, base: OwnWords): Texts {
  return Object.fromEntries(
    passages.map((passage) => {
      const key = wordsKey(passage);
      return [passage.field, own.get(key) ?? base.get(key) ?? passage.ours];
    }),
  );
}

/** What is kept of a form's boxes: those that say something else than `base`, or else ours. */
export function toOwn(passages: readonly EditablePassage[], texts: Texts, base: OwnWords): OwnPassage[] {
  return passages.flatMap((passage) => {
    const { part, ours, field, stays } = passage;
    const own = texts[field] ?? ours;
    return stays || own === (base.get(wordsKey(passage)) ?? ours) ? [] : [{ part, ours, own }];
  });
}

export function toWords(passages: readonly OwnPassage[]): OwnWords {
  return new Map(passages.map((passage) => [wordsKey(passage), passage.own]));
}

/** Names the passages of a kind as they are in this version of the product, so that a form of another version is noticed. */
export function shapeOf(passages: readonly EditablePassage[]): string {
  return createHash("sha256")
    .update(JSON.stringify(passages.map(wordsKey)))
    .digest("hex")
    .slice(0, 16);
}
