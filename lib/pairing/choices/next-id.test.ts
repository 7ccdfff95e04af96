import { expect, test } from "vitest";
import { isId } from "@/lib/foundation/id";
import { nextId } from "./next-id";

test("the next proposal's id is an id, the same each time, and another for another proposal", () => {
  const [one, other] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  expect(isId(nextId(one))).toBe(true);
  expect(nextId(one)).toBe(nextId(one));
  expect(new Set([one, nextId(one), nextId(nextId(one)), nextId(other)]).size).toBe(4);
});
