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
