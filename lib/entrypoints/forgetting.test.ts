import { expect, test } from "vitest";
import { KINDS, RETENTION, SETTABLE_KINDS } from "@/lib/society/settings/retention";
import { FORGETTING } from "./forgetting";

test.each(KINDS)("%s: what is said to end has a job that ends it, and nothing else has", (kind) => {
  const ends = RETENTION[kind].days > 0 || SETTABLE_KINDS.some((one) => one === kind);
  expect(FORGETTING[kind] !== null).toBe(ends);
});
