import fc from "fast-check";
import { expect, test } from "vitest";
import { togetherOrApart } from "./batches";

test("whatever cannot be done, everything else is, and each of those is told of once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(30)), fc.array(fc.nat(30)), async (items, broken) => {
      const failed: number[] = [];
      const work = async (some: readonly number[]) => {
        if (some.some((one) => broken.includes(one))) throw new Error("no");
        return some.map(String);
      };
      const done = await togetherOrApart(items, work, (item) => failed.push(item));
      expect(done).toEqual(items.filter((one) => !broken.includes(one)).map(String));
      expect(failed).toEqual(items.filter((one) => broken.includes(one)));
    }),
  );
});
