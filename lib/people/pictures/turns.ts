/** Lets `atOnce` pieces of work run at a time and `waiting` more wait for their turn; refuses (null) any beyond. */
export function makeTurns(atOnce: number, waiting: number): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return null;
      // A finished task hands its place to the next in the queue, so that no newcomer can slip in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
