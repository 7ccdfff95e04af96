import { expect, test } from "vitest";
import { ACTIVE, AGREED_UNTIL, NOW } from "@/testing/relationships/examples";
import type { Relationship } from "./relationship";
import { fromRow, RELATIONSHIP_COLUMNS } from "./row";

const ENDED: Relationship = { ...ACTIVE, endedAt: NOW, endedBecause: "staff", endReason: "Because.", isReasonShared: true };
const ASKED: Relationship = {
  ...ACTIVE,
  agreedUntil: AGREED_UNTIL,
  asked: "week",
  extensionMonths: 3,
  extensionAskedBy: "mentor",
};

test.each([ACTIVE, ENDED, ASKED])("a relationship comes back whole from the columns we ask for: %#", (relationship) => {
  const wanted: Record<string, boolean> = RELATIONSHIP_COLUMNS;
  const row = Object.fromEntries(Object.entries(relationship).filter(([column]) => wanted[column]));
  expect(fromRow(row as unknown as Relationship)).toEqual(relationship);
});
