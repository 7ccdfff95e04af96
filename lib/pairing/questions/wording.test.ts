import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { sayAskRefusal } from "./wording";

test("whoever can ask no question is told whether the mentor or the society has decided so", () => {
  const without = { ...DEFAULT_SETTINGS, proposals: { ...DEFAULT_SETTINGS.proposals, openQuestions: 0 } };
  expect(sayAskRefusal("no-questions", DEFAULT_SETTINGS)).toMatch(/^This mentor would rather/);
  expect(sayAskRefusal("no-questions", without)).toMatch(/are not offered here/);
});
