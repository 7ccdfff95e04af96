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
