import type { Random } from "./random";

export type Fillings = Record<string, string>;

/** How many wordings are tried before the one used longest ago is used again. */
const TRIES = 12;

/**
 * Writes from pools of texts so that no reader meets the same sentence again soon: of a pool it takes the texts in
 * turn, in an order of its own, and each time in a wording that has not been used yet, if there is one.
 */
export class Writer {
  readonly #turns = new Map<readonly string[], string[]>();
  readonly #recent = new Map<readonly string[], Set<string>>();
  readonly #usedAt = new Map<string, number>();
  #written = 0;

  constructor(readonly random: Random) {}

  write(pool: readonly string[], fillings: Fillings = {}): string {
    let best = { text: "", usedAt: Number.POSITIVE_INFINITY };
    for (let attempt = 0; attempt < TRIES && best.usedAt > 0; attempt++) {
      const text = this.#word(this.#take(pool), fillings);
      const usedAt = this.#usedAt.get(text) ?? 0;
      if (usedAt < best.usedAt) best = { text, usedAt };
    }
    this.#written += 1;
    this.#usedAt.set(best.text, this.#written);
    return best.text;
  }

  #take(pool: readonly string[]): string {
    let turn = this.#turns.get(pool);
    if (!turn || turn.length === 0) {
      // What came last in the turn before comes late in this one.
      const recent = this.#recent.get(pool) ?? new Set();
      const shuffled = this.random.some(pool, pool.length);
      turn = [...shuffled.filter((text) => recent.has(text)), ...shuffled.filter((text) => !recent.has(text))];
      this.#recent.set(pool, new Set(turn.slice(0, Math.floor(turn.length / 2))));
      this.#turns.set(pool, turn);
    }
    const text = turn.pop();
    if (text === undefined) throw new Error("an empty pool");
    return text;
  }

  #word(text: string, fillings: Fillings): string {
    const chosen = text.replace(/\[([^\]]+)\]/g, (_all, choices: string) => this.random.pick(choices.split("|")));
    const filled = chosen.replace(/\{(an? )?(\w+)\}/g, (all, article: string | undefined, name: string) => {
      const filling = fillings[name];
      if (filling === undefined) throw new Error(`${all} has nothing to be filled with`);
      return article ? withArticle(filling) : filling;
    });
    return filled.replace(/^(\s*)(\p{Ll})/u, (_all, space: string, letter: string) => space + letter.toUpperCase());
  }
}

/** "a nurse", "an adviser" */
export function withArticle(noun: string): string {
  return `${/^[aeio]|^u(?!ni|se)/i.test(noun) ? "an" : "a"} ${noun}`;
}
