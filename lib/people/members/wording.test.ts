import { expect, test } from "vitest";
import { sayReplies, sayWaiting } from "./wording";

test.each([
  [2, 2, null, "New here"],
  [0, 0, null, "New here"],
  [3, 3, 0, "Replied to all 3, usually within a day"],
  [10, 9, 47, "Replied to 9 of 10, usually within 2 days"],
  [10, 6, 30, "Replied to 6 of 10, usually within 2 days"],
  // The usual time would be the deadline of those that expired.
  [4, 2, 300, "Replied to 2 of 4"],
  [4, 0, 504, "Replied to none of 4"],
])("of %i proposals %i replied to, in %s hours: %s", (askedCount, repliedCount, answerHours, sentence) => {
  expect(sayReplies({ askedCount, repliedCount, answerHours })).toBe(sentence);
});

test("how many wait is said as people count", () => {
  expect([0, 1, 2].map(sayWaiting)).toEqual([
    "Nobody is waiting for a reply",
    "1 person is waiting for a reply",
    "2 people are waiting for a reply",
  ]);
});
