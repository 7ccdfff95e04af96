import { expect, test } from "vitest";
import { ACTIVE, AGREED_UNTIL, exampleCommand, NOW, STAFF, ZONE } from "@/testing/relationships/examples";
import { decide } from "./decide";
import type { Command } from "./relationship";

const decided = (command: Command, relationship = ACTIVE) => {
  const result = decide(relationship, command, NOW);
  if (!result.ok) throw new Error(result.reason);
  return result;
};

test("ending by staff tells both, and its reason is in the row alone", () => {
  const { relationship, notices, facts } = decided({
    type: "end-by-staff",
    actor: STAFF,
    timeZone: ZONE,
    reason: "Because.",
    isShared: true,
  });
  expect(relationship).toMatchObject({ endedBecause: "staff", endReason: "Because.", isReasonShared: true, dueAt: null });
  expect(notices.map(({ to, kind }) => [to, kind])).toEqual([
    [ACTIVE.menteeId, "relationship-ended-staff"],
    [ACTIVE.mentorId, "relationship-ended-staff"],
  ]);
  expect(facts).toMatchObject([{ actor: "staff", fact: "ended", data: { because: "staff", reasonShared: true } }]);
  expect(JSON.stringify([notices, facts])).not.toContain("Because.");
});

test("extending by staff moves the end, answers what was asked, and tells both the new date", () => {
  const asked = { ...ACTIVE, asked: "week" as const, extensionMonths: 3, extensionAskedBy: "mentor" as const };
  const { relationship, notices } = decided({ type: "extend-by-staff", actor: STAFF, timeZone: ZONE, months: 12 }, asked);
  const end = new Date("2028-01-05T09:00:00Z");
  expect(relationship).toMatchObject({ agreedUntil: end, extensionMonths: null, extensionAskedBy: null, asked: null });
  expect(relationship.dueAt?.getTime()).toBeGreaterThan(AGREED_UNTIL.getTime());
  expect(notices.map(({ data }) => data.agreedUntil)).toEqual([end.toISOString(), end.toISOString()]);
  expect(decide(ACTIVE, { type: "extend-by-staff", actor: STAFF, timeZone: ZONE, months: 5 }, NOW)).toMatchObject({
    reason: "unknown-months",
  });
});

test.each(["end-by-staff", "extend-by-staff"] as const)("%s is for staff, and not with their own", (type) => {
  const by = (actor: Command["actor"]) => decide(ACTIVE, { ...exampleCommand(type, STAFF), actor }, NOW);
  expect(by({ kind: "staff", memberId: ACTIVE.mentorId })).toMatchObject({ reason: "own" });
  expect(by({ kind: "staff", memberId: ACTIVE.menteeId })).toMatchObject({ reason: "own" });
  expect(by({ kind: "mentor", memberId: ACTIVE.mentorId })).toMatchObject({ reason: "not-yours" });
  expect(by({ kind: "sweep" })).toMatchObject({ reason: "not-yours" });
});
