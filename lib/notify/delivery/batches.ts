/** Does `work` for each item, at most `atOnce` at a time. Returns what came of them, in the items' order. */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const rest = items.entries();
  const worker = async () => {
    // The workers share one iterator, so each item is taken once.
    for (const [i, item] of rest) values[i] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return values;
}

/**
 * Does `work` for all of them at once. If that fails, does it for each by itself, so that one that cannot be done stops no
 * other; `failed` is told of those. Returns what came of the others.
 */
export async function togetherOrApart<Item, Value>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<readonly Value[]>,
  failed: (item: Item, error: unknown) => void,
): Promise<Value[]> {
  try {
    return [...(await work(items))];
  } catch {
    const values: Value[] = [];
    for (const item of items) {
      try {
        values.push(...(await work([item])));
      } catch (error) {
        failed(item, error);
      }
    }
    return values;
  }
}
