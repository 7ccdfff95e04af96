import { expect, test } from "vitest";
import { isId } from "@/lib/foundation/id";
import type { RefusalReason } from "@/lib/pairing/proposals/proposal";
import { after, tidy } from "./decide";
import { nextId } from "./next-id";

test.each([
  [["b", "c"], 2, ["b", "c"]],
  [["c", "b"], 1, ["c"]],
  [[undefined, "c"], 2, ["c"]],
  [["a", "b"], 2, ["b"]],
  [["b", "b"], 2, ["b"]],
  [["b", "c"], 0, []],
])("of %j at most %i are asked after a: %j", (chosen, most, expected) => {
  expect(tidy("a", chosen, most)).toEqual(expected);
});

test("the next proposal's id is an id, the same each time, and another for another proposal", () => {
  const [one, other] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  expect(isId(nextId(one))).toBe(true);
  expect(nextId(one)).toBe(nextId(one));
  expect(new Set([one, nextId(one), nextId(nextId(one)), nextId(other)]).size).toBe(4);
});

test.each<[RefusalReason, string]>([
  ["mentor-full", "next"],
  ["mentor-unavailable", "next"],
  ["partner-left", "next"],
  ["already-open", "next"],
  ["already-partners", "next"],
  ["yourself", "next"],
  ["too-many-open", "wait"],
  ["mentee-has-mentor", "stop"],
  ["not-yours", "stop"],
])("refused with %s: %s", (refusal, expected) => {
  expect(after(refusal)).toBe(expected);
});
