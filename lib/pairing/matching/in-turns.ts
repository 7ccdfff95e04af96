/** One from each list in turn, so that none of them pushes another aside; who is in several comes once, where they come first. */
export function inTurns<One>(lists: readonly (readonly One[])[], idOf: (one: One) => string): One[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
  return all.filter((one, at) => all.findIndex((other) => idOf(other) === idOf(one)) === at);
}
