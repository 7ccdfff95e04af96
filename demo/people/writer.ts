import type { Random } from "./random";

export type Fillings = Record<string, string>;

/** How many wordings of one text are tried before it is used once more as it was. */
const TRIES = 12;

/**
 * Writes from pools of texts so that no reader meets the same sentence again soon: of a pool it takes the texts in
 * turn, in an order of its own, and each time in a wording that has not been used yet, if there is one.
 */
export class Writer {
  readonly #turns = new Map<readonly string[], string[]>();
  readonly #used = new Set<string>();

  constructor(readonly random: Random) {}

  write(pool: readonly string[], fillings: Fillings = {}): string {
    let text = "";
    for (let attempt = 0; attempt < TRIES; attempt++) {
      text = this.#word(this.#take(pool), fillings);
      if (!this.#used.has(text)) break;
    }
    this.#used.add(text);
    return text;
  }

  #take(pool: readonly string[]): string {
    let turn = this.#turns.get(pool);
    if (!turn || turn.length === 0) {
      turn = this.random.some(pool, pool.length);
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
