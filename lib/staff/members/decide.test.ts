import { describe, expect, test } from "vitest";
import { allowedCommands, decide } from "./decide";
import { COMMANDS, type Command, type Refusal, STATUSES, type Subject } from "./directory";
import { readFilters, writeFilters } from "./input";
import { sayLine, sayPeculiarities, sayRefusal, sayRoles } from "./wording";

const ME = "0b8c6d4e-0000-4000-8000-000000000001";
const THEM = "0b8c6d4e-0000-4000-8000-000000000002";
const member: Subject = {
  memberId: THEM,
  status: "active",
  standing: "current",
  staff: "none",
  isErased: false,
  hasMovedSignIn: false,
  hasSecondStep: false,
};
const staff = { memberId: ME, staff: "staff" } as const;
const admin = { memberId: ME, staff: "admin" } as const;

const outcome = (subject: Partial<Subject>, command: Command, actor: typeof staff | typeof admin = admin) => {
  const decided = decide({ ...member, ...subject }, command, actor);
  return decided.ok ? "done" : decided.reason;
};

describe("who", () => {
  test.each(COMMANDS)("nobody but staff, and nobody to themselves: %s", (command) => {
    expect(decide(member, command, { memberId: ME, staff: "none" })).toEqual({ ok: false, reason: "not-staff" });
    for (const status of STATUSES) expect(outcome({ memberId: ME, status }, command)).toBe("own-account");
  });

  test.each(COMMANDS)("who works for the society here is for administrators: %s", (command) => {
    for (const status of STATUSES) {
      expect(outcome({ staff: "staff", status }, command, staff)).toBe("admin-only");
      expect(outcome({ staff: "admin", status }, command, staff)).toBe("admin-only");
    }
  });

  test("what staff may be made is for administrators too", () => {
    expect(outcome({}, "change-staff", staff)).toBe("admin-only");
    expect(outcome({}, "change-staff")).toBe("done");
  });
});

test("what may be done depends on how the account stands", () => {
  const allowed = (subject: Partial<Subject>, actor = admin as typeof staff | typeof admin) =>
    allowedCommands({ ...member, ...subject }, actor);
  expect(allowed({}, staff)).toEqual(["suspend", "end-sessions", "erase"]);
  expect(allowed({})).toEqual(["suspend", "end-sessions", "change-staff", "erase"]);
  expect(allowed({ hasSecondStep: true }, staff)).toEqual(["suspend", "end-sessions", "remove-second-step", "erase"]);
  expect(allowed({ hasSecondStep: true, staff: "admin" }, staff)).toEqual([]);
  expect(allowed({ hasMovedSignIn: true }, staff)).toEqual(["suspend", "end-sessions", "restore-sign-in", "erase"]);
  expect(allowed({ status: "suspended" })).toEqual(["reactivate", "erase"]);
  expect(allowed({ status: "waiting" })).toEqual(["approve", "refuse"]);
  expect(allowed({ status: "deleted" })).toEqual(["erase"]);
  expect(allowed({ status: "deleted", isErased: true })).toEqual([]);
});

test("who could not sign in is not made staff, and can always stop being it", () => {
  const wanted = (subject: Partial<Subject>, staff: Subject["staff"]) => {
    const decided = decide({ ...member, ...subject }, "change-staff", admin, staff);
    return decided.ok ? "done" : decided.reason;
  };
  expect(wanted({ status: "suspended" }, "staff")).toBe("not-active");
  expect(wanted({ standing: "lapsed" }, "admin")).toBe("not-active");
  expect(wanted({ standing: "lapsed", staff: "admin" }, "none")).toBe("done");
  expect(wanted({ staff: "staff" }, "staff")).toBe("same-staff");
});

test("filters survive the address, and nonsense narrows nothing", () => {
  const filters = readFilters({ q: " Étienne\u0000 ", role: "both", status: "waiting", standing: "lapsed", staff: "any" });
  expect(filters).toMatchObject({ words: "Étienne", role: "both", status: "waiting", standing: "lapsed", staff: "any" });
  expect(readFilters(Object.fromEntries(new URLSearchParams(writeFilters(filters))))).toEqual(filters);
  const nothing = readFilters({ q: ["a", "b"], role: "king", status: "x", standing: ["lapsed"], staff: "none", after: "1'" });
  expect(writeFilters(nothing)).toBe("");
  expect(readFilters({ q: `\ud800${"x".repeat(500)}` }).words).toHaveLength(100);
});

test("words for staff", () => {
  const words = { mentor: "adviser", mentors: "advisers", mentee: "learner", mentees: "learners" };
  expect(sayRoles({ isMentor: true, isMentee: true }, words)).toBe("Adviser and learner");
  expect(sayRoles({ isMentor: false, isMentee: false }, words)).toBe("No role yet");
  expect(sayPeculiarities(member)).toEqual([]);
  expect(sayPeculiarities({ status: "suspended", standing: "lapsed", staff: "admin" })).toHaveLength(3);
  const line = { at: new Date("2026-11-21T18:00:00Z"), actor: "staff", actorId: ME, actorName: "Helen Marsh" } as const;
  expect(sayLine({ ...line, fact: "suspended" }, THEM)).toBe("Helen Marsh suspended this member");
  expect(sayLine({ ...line, actor: "member", actorId: THEM, fact: "signed-in" }, THEM)).toBe("They signed in");
  const reasons: Refusal[] = ["own-account", "last-admin", "wrong-number", "changed-meanwhile"];
  expect(new Set(reasons.map(sayRefusal)).size).toBe(reasons.length);
});
