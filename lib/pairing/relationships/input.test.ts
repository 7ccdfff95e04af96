import { expect, test } from "vitest";
import { ACTIVE } from "@/testing/relationships/examples";
import {
  AgreeExtensionInput,
  AskExtensionInput,
  DropExtensionInput,
  EndInput,
  FirstConversationInput,
  REASON_ROOM,
} from "./input";

const { id } = ACTIVE;

test("what the forms send is understood", () => {
  expect(EndInput.parse({ id })).toEqual({ id, reason: "" });
  expect(EndInput.parse({ id, reason: "No time.\r\nSorry." })).toEqual({ id, reason: "No time.\nSorry." });
  expect(FirstConversationInput.parse({ id, day: "2026-05-30" })).toEqual({ id, day: "2026-05-30" });
  expect(AskExtensionInput.parse({ id, months: "6" })).toEqual({ id, months: 6 });
  expect(AgreeExtensionInput.parse({ id, months: "6" })).toEqual({ id, months: 6 });
  expect(DropExtensionInput.parse({ id })).toEqual({ id });
});

test("a reason has its room", () => {
  const reason = "x".repeat(REASON_ROOM);
  expect(EndInput.safeParse({ id, reason }).success).toBe(true);
  expect(EndInput.safeParse({ id, reason: `${reason}x` }).error?.issues[0]?.message).toBe("Keep this to 1,000 characters.");
});

test.each([
  [FirstConversationInput, { day: "yesterday" }, "Enter the day on which you talked, such as 2027-01-31."],
  [FirstConversationInput, { day: "2026-02-30" }, "Enter the day on which you talked, such as 2027-01-31."],
  [AskExtensionInput, {}, "Choose for how long."],
  [AgreeExtensionInput, { months: "some" }, "Choose for how long."],
])("%# is refused with a sentence", (schema, sent, message) => {
  expect(schema.safeParse({ id, ...sent }).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("all of them are about a relationship", () => {
  const rest = { reason: "", day: "2026-05-30", months: "6" };
  for (const schema of [EndInput, FirstConversationInput, AskExtensionInput, AgreeExtensionInput, DropExtensionInput]) {
    expect(schema.safeParse({ ...rest, id: "9" }).success).toBe(false);
  }
});
