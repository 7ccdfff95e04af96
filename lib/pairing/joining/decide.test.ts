import { describe, expect, test } from "vitest";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { decide } from "./decide";
import { type Circumstances, COMMAND_TYPES, type Command, type CommandType, type Joining, STATUSES } from "./joining";

const NOW = new Date("2027-03-01T12:00:00Z");
const BEFORE = new Date("2027-02-01T12:00:00Z");

function joining(values: Partial<Joining> = {}): Joining {
  const which = { programmeId: "p", memberId: "m", role: "mentor" } as const;
  return { ...which, status: "joined", capacity: null, askedAt: BEFORE, movedAt: BEFORE, version: 3, ...values };
}

function circumstances(
  programme: Partial<Circumstances["programme"]> = {},
  member: Partial<Circumstances["member"]> = {},
): Circumstances {
  return {
    programme: { id: "p", name: "Returners", status: "open", takesMembers: true, needsApproval: false, ...programme },
    member: { memberId: "m", role: "mentor", holdsRole: true, hasProfile: true, ...member },
  };
}

function command(type: CommandType): Command {
  const isOfStaff = type === "approve" || type === "decline";
  const actor = isOfStaff ? ({ kind: "staff", memberId: "s" } as const) : ({ kind: "member", memberId: "m" } as const);
  return type === "limit" ? { type, actor, places: 2 } : { type, actor };
}

function outcome(before: Joining | null, type: CommandType, given = circumstances()): string {
  const decided = decide(before, command(type), given, NOW);
  return decided.ok ? decided.joining.status : decided.reason;
}

// What each command does, of somebody who has never asked and then in the order of STATUSES: applied, joined, declined, left.
const TABLE: Record<CommandType, readonly string[]> = {
  join: ["joined", "already-applied", "already-in", "declined", "joined"],
  leave: ["not-in", "left", "left", "not-in", "not-in"],
  limit: ["not-in", "not-in", "joined", "not-in", "not-in"],
  approve: ["not-applied", "joined", "already-in", "joined", "not-applied"],
  decline: ["not-applied", "declined", "declined", "not-applied", "not-applied"],
};

describe("every command in every status", () => {
  const cases = COMMAND_TYPES.flatMap((type) =>
    [null, ...STATUSES].map((status, i) => [type, status, TABLE[type][i]] as const),
  );
  test.each(cases)("%s of one who has %s: %s", (type, status, expected) => {
    expect(outcome(status && joining({ status }), type)).toBe(expected);
  });
  test.each(COMMAND_TYPES)("%s in the society’s scheme", (type) => {
    expect(outcome(joining(), type, circumstances({ id: SOCIETY_SCHEME }))).toBe("society-scheme");
  });
});

describe("joining", () => {
  test.each([
    ["where staff approve everybody it is an application", { needsApproval: true }, {}, "applied"],
    ["not while nobody new can join", { takesMembers: false }, {}, "takes-nobody"],
    ["not in a role that is not held", {}, { holdsRole: false }, "no-role"],
    ["not without a profile", {}, { hasProfile: false }, "no-profile"],
  ])("%s", (_, programme, member, expected) => {
    expect(outcome(null, "join", circumstances(programme, member))).toBe(expected);
  });

  test("again after leaving, it counts from then, and the places they chose are kept", () => {
    const decided = decide(joining({ status: "left", capacity: 2 }), command("join"), circumstances(), NOW);
    expect(decided).toMatchObject({ joining: { status: "joined", capacity: 2, askedAt: NOW, movedAt: NOW, version: 4 } });
  });
});

describe("who may", () => {
  test.each(COMMAND_TYPES)("nobody else may %s", (type) => {
    const other = { ...command(type), actor: { kind: "member", memberId: "o" } } as Command;
    expect(decide(joining({ status: "applied" }), other, circumstances(), NOW)).toMatchObject({ reason: "not-yours" });
  });

  test.each(["approve", "decline"] as const)("staff do not %s themselves", (type) => {
    const own = { ...command(type), actor: { kind: "staff", memberId: "m" } } as Command;
    expect(decide(joining({ status: "applied" }), own, circumstances(), NOW)).toMatchObject({ reason: "not-yours" });
  });
});

describe("what they are told", () => {
  test.each([
    ["applied", "approve", "programme-joined", "let-into-programme"],
    ["applied", "decline", "programme-declined", "declined-for-programme"],
    ["joined", "decline", "programme-taken-out", "taken-out-of-programme"],
  ] as const)("one who has %s, after %s: %s", (status, type, kind, fact) => {
    const decided = decide(joining({ status }), command(type), circumstances(), NOW);
    if (!decided.ok) throw new Error(decided.reason);
    expect(decided.notices).toEqual([
      {
        ...{ key: "programme:p:m:mentor:4", to: "m", role: "mentor", kind, proposalId: null, aboutId: null },
        data: { programmeId: "p", programme: "Returners" },
      },
    ]);
    expect(decided.facts).toMatchObject([{ fact, actor: "staff", actorId: "s", subjectId: "m" }]);
  });

  test("nothing of what they do themselves", () => {
    for (const type of ["leave", "limit"] as const)
      expect(decide(joining(), command(type), circumstances(), NOW)).toMatchObject({ notices: [] });
  });
});

describe("places", () => {
  test("mentees have none", () => {
    expect(outcome(joining({ role: "mentee" }), "limit")).toBe("mentors-only");
  });

  test("the same number again changes nothing, and another does not move the joining", () => {
    expect(outcome(joining({ capacity: 2 }), "limit")).toBe("nothing-changed");
    expect(decide(joining(), command("limit"), circumstances(), NOW)).toMatchObject({
      joining: { capacity: 2, movedAt: BEFORE, version: 4 },
    });
  });
});
