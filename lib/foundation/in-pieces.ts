// Of the process: the bundles of pages and of routes each have this file, and all of them share one thread.
const kept = globalThis as { connectPauses?: (() => void)[] };
kept.connectPauses ??= [];
const waiting = kept.connectPauses;

/**
 * Gives everything else its turn. However many long jobs there are, one of them goes on for each round of the event loop, so that a
 * page waits for one piece of work and never for all of them.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

function goOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}

/**
 * Counts the steps of a long job and pauses after each `size` of them. What a step is, the job decides: choose `size` so that a piece takes
 * about ten milliseconds.
 */
export class Pieces {
  private done = 0;

  constructor(private readonly size: number) {}

  /** After so many steps, more or less; resolves at once while the piece is not full. */
  async step(count = 1): Promise<void> {
    this.done += count;
    if (this.done < this.size) return;
    this.done = 0;
    await pause();
  }
}
