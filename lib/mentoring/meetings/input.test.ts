import { expect, test } from "vitest";
import { PressInput, pressValue } from "./input";

const ID = "0b9f6a3d-1e4f-4a57-8f0c-2b9f6a3d1e4f";
const read = (press: string) => PressInput.safeParse({ relationshipId: ID, press });

test("a button beside a meeting says what it does, to which, and as the member saw it", () => {
  expect(read(pressValue("hold", { id: ID, version: 12 })).data?.press).toEqual({ press: "hold", meetingId: ID, seen: 12 });
});

test.each([
  "",
  "hold",
  `cancel ${ID} 1`,
  `hold ${ID}`,
  `hold ${ID} -1`,
  `hold ${ID} 1 more`,
  "hold nothing 1",
  `hold ${ID} 9999999999`,
])("%j is no button of ours", (press) => {
  expect(read(press).success).toBe(false);
});
