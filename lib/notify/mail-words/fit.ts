import { definitionOf, type Notices } from "@/lib/notify/notices/define";
import { listEditable } from "./list";
import type { OwnPassage, Published } from "./mail-words";
import { findUnfit } from "./problems";

/** The kinds of mail with published words that no longer fit, so that ours are used in their place. */
export function listUnfit(notices: Notices, published: readonly Published[]): string[] {
  const unfit = published.filter(({ kind, passages }) => findUnfitOf(notices, kind, passages).length > 0);
  return [...new Set(unfit.map(({ kind }) => kind))];
}

/** Of words for a kind of mail, those that no longer fit. */
export function findUnfitOf(notices: Notices, kind: string, own: readonly OwnPassage[]): OwnPassage[] {
  const passages = listEditable(notices, kind);
  const group = definitionOf(notices, kind)?.group;
  return passages && group ? findUnfit(passages, own, group) : [...own];
}
