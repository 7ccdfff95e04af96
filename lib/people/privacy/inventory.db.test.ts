import { expect, test } from "vitest";
import { readDatabase } from "@/testing/privacy/tokens";
import { INVENTORY } from "./inventory";
import { findGaps } from "./record";

test("the record of processing says of every column whether it is told, how it is erased, or why not", async () => {
  const database = await readDatabase();
  expect(database.size).toBeGreaterThan(10);
  const columns = new Map([...database].map(([table, types]) => [table, [...types.keys()]]));
  expect(findGaps(INVENTORY, columns)).toEqual([]);
});
