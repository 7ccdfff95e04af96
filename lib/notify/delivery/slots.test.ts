import { expect, test } from "vitest";
import { makeSlots } from "./slots";

test("so many are through at a time, in the order in which they came, and a place given back twice is one place", async () => {
  const take = makeSlots(2);
  const through: number[] = [];
  const places = [1, 2, 3, 4].map(async (who) => {
    const giveBack = await take();
    through.push(who);
    return giveBack;
  });
  const first = await places[0];
  expect(through).toEqual([1, 2]);
  first?.();
  first?.();
  await places[2];
  await new Promise(setImmediate);
  expect(through).toEqual([1, 2, 3]);
  (await places[1])?.();
  await places[3];
  expect(through).toEqual([1, 2, 3, 4]);
});
