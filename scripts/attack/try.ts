/** One thing that an attacker would do, or that somebody careless does. Each file in tries/ exports TRIES. */
export interface Try {
  /** What must not be possible, or must go well. */
  name: string;
  /** On which of the two products; the society's sign-in unless it says otherwise. */
  signIn?: "local";
  /** Parts of those lines of the log that it brings about on purpose. */
  provokes?: string[];
  /** Throws when it does not hold; may return what was measured, for the reader. */
  run(): Promise<string | undefined>;
}

/** Throws with these words unless it is so. */
export function must(isSo: boolean, words: string): asserts isSo {
  if (!isSo) throw new Error(words);
}
