/** The texts of one form, by the names of its boxes. */
export type Texts = Readonly<Record<string, string>>;

interface Amendment {
  /** What the form began with; null when that is not known. */
  base: Texts | null;
  typed: Texts;
  /** Boxes in which the base value should be used instead of what was typed. */
  take: readonly string[];
  /** What is stored now: the same as the base, unless somebody else has saved in the meantime. */
  current: Texts;
}

export type Amended =
  /** It is all there already. */
  | { kind: "same" }
  | { kind: "save"; texts: Texts; isMerged: boolean }
  /** Both have changed the same text. `texts` goes back into the form, `theirs` beside those that differ. */
  | { kind: "clash"; texts: Texts; theirs: Texts };

/**
 * Merges a change based on `base` with what somebody else may have saved as `current`. If only one of the two changed a text,
 * that change wins. If both did, nothing is saved and the second person is asked.
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
 * The base to use when the stored texts cannot be decrypted: empty, so that everything is saved as typed. The unreadable text
 * stays in its own version.
 */
export function onNothing(typed: Texts): { base: Texts; current: Texts } {
  const nothing = Object.fromEntries(Object.keys(typed).map((name) => [name, ""]));
  return { base: nothing, current: nothing };
}

/** The result of a command that met a clash: both texts, who wrote the other one, and the base of the next attempt. */
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
