/** Lets somebody through, and takes the place back. Giving it back twice is once. */
export type TakeSlot = () => Promise<() => void>;

/** At most `most` are through at a time, in the order in which they came. */
export function makeSlots(most: number): TakeSlot {
  const waiting: (() => void)[] = [];
  let free = most;
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((letIn) => waiting.push(letIn));
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const next = waiting.shift();
      if (next) next();
      else free++;
    };
  };
}
