import { describe, expect, test } from "vitest";
import { decide } from "./decide";
import type { Relationship } from "./relationship";

const NOW = new Date("2026-06-01T09:00:00Z");
const ACTIVE: Relationship = {
  id: "00000000-0000-4000-8000-000000000009",
  menteeId: "00000000-0000-4000-8000-000000000001",
  mentorId: "00000000-0000-4000-8000-000000000002",
  startedAt: new Date("2026-01-05T09:00:00Z"),
  agreedUntil: new Date("2027-01-05T09:00:00Z"),
  endedAt: null,
  endedBecause: null,
  version: 3,
};

describe("closing a relationship", () => {
  test.each([
    ["mentee-left", ACTIVE.mentorId, "mentor", ACTIVE.menteeId],
    ["mentor-left", ACTIVE.menteeId, "mentee", ACTIVE.mentorId],
  ] as const)("%s: the one who stays is told, once", (because, to, role, aboutId) => {
    const decided = decide(ACTIVE, { type: "close", because }, NOW);
    if (!decided.ok) throw new Error(decided.reason);
    expect(decided.relationship).toEqual({ ...ACTIVE, endedAt: NOW, endedBecause: because, version: 4 });
    expect(decided.from).toBe(3);
    expect(decided.notices).toEqual([
      {
        key: `relationship:${ACTIVE.id}:closed`,
        to,
        role,
        kind: "relationship-closed",
        proposalId: ACTIVE.id,
        aboutId,
        data: {},
      },
    ]);
    expect(decided.facts).toMatchObject([{ at: NOW, fact: "closed", subject: "relationship", data: { because } }]);
  });

  test("an ended one stays as it ended", () => {
    const ended: Relationship = { ...ACTIVE, endedAt: NOW, endedBecause: "completed" };
    expect(decide(ended, { type: "close", because: "mentor-left" }, NOW)).toEqual({ ok: false, reason: "already-ended" });
  });
});
