import { expect, test } from "vitest";
import type { RefusalReason } from "@/lib/pairing/proposals/proposal";
import { after, tidy } from "./decide";

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
