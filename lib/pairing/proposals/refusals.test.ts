import { expect, test } from "vitest";
import { FREE, MENTEE, MENTOR } from "@/testing/proposals/examples";
import { mayAskAnother } from "./places";
import type { Circumstances } from "./proposal";
import { refuseOpening } from "./refusals";

const given = (changed: Partial<Circumstances["mentee"]>): Circumstances => ({
  ...FREE,
  mentee: { ...FREE.mentee, ...changed },
});

test.each<[string, Partial<Circumstances["mentee"]>, boolean]>([
  ["nothing is open", {}, true],
  ["one of three is open", { takenSlots: [1] }, true],
  ["all three are open", { takenSlots: [1, 2, 3] }, false],
  ["they have a mentor", { takenPlaces: [1] }, false],
  ["their account is gone", { isActive: false }, false],
])("where %s, somebody else may be asked: %s", (_, changed, may) => {
  expect(mayAskAnother(given(changed))).toBe(may);
});

test.each(["mentee", "mentor"] as const)(
  "between two of whom one has blocked the other nothing is opened by the %s, in the words of one who has left",
  (by) => {
    expect(refuseOpening(MENTEE.memberId, MENTOR.memberId, by, { ...FREE, areBlocked: true })).toBe("partner-left");
    expect(refuseOpening(MENTEE.memberId, MENTOR.memberId, by, { ...FREE, areBlocked: false })).toBeNull();
  },
);
