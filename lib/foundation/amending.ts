/** Named texts that are changed together: the boxes of a form. */
export type Texts = Readonly<Record<string, string>>;

interface Amendment {
  /** What the form began with; null when that is not known. */
  base: Texts | null;
  typed: Texts;
  /** The names of those in which what the form began with is to stand instead of what was typed. */
  take: readonly string[];
  /** What counts now: the base, unless somebody else has been quicker. */
  current: Texts;
}

export type Amended =
  /** It is all there already. */
  | { kind: "same" }
  | { kind: "save"; texts: Texts; isMerged: boolean }
  /** Both have changed the same text. `texts` goes back into the form, `theirs` beside those that differ. */
  | { kind: "clash"; texts: Texts; theirs: Texts };

/**
 * What becomes of a change that was made on top of `base` while somebody else may have saved `current`. Texts that only one
 * of the two has changed are taken from that one; where both have, the second is asked, and nothing is saved.
 */
export function amend({ base, typed, take, current }: Amendment): Amended {
  const texts: Record<string, string> = {};
  const theirs: Record<string, string> = {};
  let isMerged = false;
  for (const name of Object.keys(typed)) {
    const began = base?.[name] ?? null;
    const mine = take.includes(name) ? (began ?? typed[name] ?? "") : (typed[name] ?? "");
    const now = current[name] ?? "";
    const isUntouched = mine === began && mine !== now;
    texts[name] = isUntouched ? now : mine;
    isMerged ||= isUntouched;
    if (mine !== now && mine !== began && now !== began) theirs[name] = now;
  }
  if (Object.keys(theirs).length > 0) return { kind: "clash", texts, theirs };
  return Object.keys(texts).every((name) => texts[name] === (current[name] ?? ""))
    ? { kind: "same" }
    : { kind: "save", texts, isMerged };
}

/**
 * What a change is made on top of when what counts now cannot be read: nothing, so that all of it is saved as it was typed.
 * What cannot be read stays in its own version.
 */
export function onNothing(typed: Texts): { base: Texts; current: Texts } {
  const nothing = Object.fromEntries(Object.keys(typed).map((name) => [name, ""]));
  return { base: nothing, current: nothing };
}

/** For a command: both texts, by whom the other one is, and what the next attempt is based on. */
export interface Clash {
  ok: false;
  reason: "clash";
  texts: Texts;
  theirs: Texts;
  by: string;
  base: string;
}

/** Over a form that came back with both texts. */
export function sayClash(by: string): string {
  return `${by} saved changes while you were writing. Nothing is lost: where the two of you differ, both texts are below. Put them together as you both want them, and save again.`;
}
