import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import type { Matters, Roles } from "./account";
import { decideRoles } from "./decide";
import { sayRolesRefusal, sayUnderWay, sayWhatEnds } from "./wording";

const QUIET = { proposals: 0, relationships: 0 };
const NOTHING: Matters = { mentor: QUIET, mentee: QUIET };
const NONE: Roles = { mentor: false, mentee: false };
const MENTOR: Roles = { mentor: true, mentee: false };
const MENTEE: Roles = { mentor: false, mentee: true };
const BOTH: Roles = { mentor: true, mentee: true };

describe("changing roles", () => {
  test.each([
    ["adding a role", MENTEE, BOTH, { added: ["mentor"], removed: [] }],
    ["giving one up", BOTH, MENTOR, { added: [], removed: ["mentee"] }],
    ["exchanging one for the other", MENTOR, MENTEE, { added: ["mentee"], removed: ["mentor"] }],
    ["saving the same", BOTH, BOTH, { added: [], removed: [] }],
  ])("%s", (_what, held, wanted, change) => {
    expect(decideRoles(held, wanted, NOTHING, false)).toEqual({ ok: true, value: { roles: wanted, ...change } });
  });

  test("a member keeps at least one role, staff may have none", () => {
    expect(decideRoles(MENTOR, NONE, NOTHING, false)).toEqual({ ok: false, reason: "none-left" });
    expect(decideRoles(MENTOR, NONE, NOTHING, true).ok).toBe(true);
  });

  test.each([
    { proposals: 1, relationships: 0 },
    { proposals: 0, relationships: 1 },
  ])("a role with something under way stays: %j", (underWay) => {
    const asMentor = { ...NOTHING, mentor: underWay };
    const asMentee = { ...NOTHING, mentee: underWay };
    expect(decideRoles(BOTH, MENTEE, asMentor, false)).toEqual({ ok: false, reason: "mentor-in-use" });
    expect(decideRoles(BOTH, MENTOR, asMentee, false)).toEqual({ ok: false, reason: "mentee-in-use" });
    expect(decideRoles(MENTOR, NONE, asMentor, true)).toEqual({ ok: false, reason: "mentor-in-use" });
    expect(decideRoles(BOTH, MENTOR, asMentor, false).ok).toBe(true);
    expect(decideRoles(MENTOR, BOTH, asMentor, false).ok).toBe(true);
  });
});

describe("the words", () => {
  test("say what is in the way and what to do", () => {
    const matters = { mentor: { proposals: 2, relationships: 1 }, mentee: { proposals: 1, relationships: 0 } };
    expect(sayRolesRefusal("mentor-in-use", matters, DEFAULT_SETTINGS)).toBe(
      "You cannot stop being a mentor while you still have 1 active relationship and 2 open proposals. Please answer what is open and end the relationship first.",
    );
    expect(sayRolesRefusal("mentee-in-use", matters, DEFAULT_SETTINGS)).toContain("Please withdraw what is open first.");
    expect(sayRolesRefusal("mentee-in-use", NOTHING, DEFAULT_SETTINGS)).toBe(
      "You cannot stop being a mentee while something is still under way.",
    );
    expect(sayRolesRefusal("none-left", matters, DEFAULT_SETTINGS)).toContain("Delete Account");
    expect(sayUnderWay(QUIET)).toBe("");
  });

  test("say what leaving would end", () => {
    const matters = { mentor: { proposals: 1, relationships: 2 }, mentee: { proposals: 2, relationships: 1 } };
    expect(sayWhatEnds(matters, DEFAULT_SETTINGS)).toEqual([
      "Your 3 relationships end, with 1 mentor and 2 mentees.",
      "2 open proposals that you sent are withdrawn.",
      "1 open proposal that you received is withdrawn.",
    ]);
    expect(sayWhatEnds({ ...NOTHING, mentee: { proposals: 0, relationships: 1 } }, DEFAULT_SETTINGS)).toEqual([
      "Your relationship with 1 mentor ends.",
    ]);
    expect(sayWhatEnds(NOTHING, DEFAULT_SETTINGS)[0]).toContain("nobody is left waiting");
  });
});
