import { describe, expect, test } from "vitest";
import { intakeFrom, SCHEME } from "@/testing/programmes/intake";
import { allowedMoves } from "./access";
import { asOf, decide } from "./decide";
import {
  COMMAND_TYPES,
  type Command,
  type CommandType,
  type Dates,
  type Programme,
  SOCIETY_SCHEME,
  STATUSES,
  type Status,
} from "./programme";

const NOW = new Date("2027-03-01T12:00:00Z");
const LATER = new Date("2027-04-01T12:00:00Z");
const STAFF = { kind: "staff", memberId: "s" } as const;
const SWEEP = { kind: "sweep" } as const;
const NO_DATES: Dates = { opensAt: null, joinUntil: null, matchingAt: null, startsAt: null, endsAt: null };

function programme(values: Partial<Programme> = {}): Programme {
  const { status = "open" } = values;
  return {
    ...SCHEME,
    time: "intake",
    id: "p",
    status,
    takesMembers: status === "open",
    copiedFromId: null,
    createdAt: NOW,
    movedAt: NOW,
    dueAt: null,
    version: 3,
    ...values,
  };
}

function command(type: CommandType, actor: Command["actor"] = STAFF): Command {
  if (type === "create") return { type, actor, id: "new", description: SCHEME };
  if (type === "edit") return { type, actor, description: { ...SCHEME, time: "intake", name: "Another name" } };
  if (type === "copy") return { type, actor, id: "new", timeZone: "Europe/London" };
  return { type, actor };
}

/** The status that follows, or why the command is refused. */
function outcome(before: Programme | null, type: CommandType): string {
  const decided = decide(before, command(type), NOW);
  return decided.ok ? decided.programme.status : decided.reason;
}

// What each command does in each status, in the order of STATUSES: draft, open, matching, running, closed, archived.
const NO = "not-now";
const INTAKE: Record<CommandType, readonly string[]> = {
  create: Array(6).fill("already-there"),
  edit: ["draft", "open", "matching", "running", NO, NO],
  open: ["open", NO, NO, NO, NO, NO],
  "close-joining": [NO, "open", NO, NO, NO, NO],
  "open-joining": [NO, NO, "matching", "running", NO, NO],
  "start-matching": [NO, "matching", NO, NO, NO, NO],
  start: [NO, "running", "running", NO, NO, NO],
  close: [NO, "closed", "closed", "closed", NO, NO],
  reopen: [NO, NO, NO, NO, "running", NO],
  archive: ["archived", NO, NO, NO, "archived", NO],
  restore: [NO, NO, NO, NO, NO, "closed"],
  copy: Array(6).fill("draft"),
};
/** Where what is always open differs; it is never matching or running. */
const ALWAYS: Partial<Record<CommandType, Partial<Record<Status, string>>>> = {
  edit: { open: "time-fixed" },
  "start-matching": { open: "not-an-intake" },
  start: { open: "not-an-intake" },
  reopen: { closed: "open" },
};

describe("every command in every status", () => {
  const cases = COMMAND_TYPES.flatMap((type) => STATUSES.map((status, i) => [type, status, INTAKE[type][i]] as const));
  test.each(cases)("%s an intake that is %s: %s", (type, status, expected) => {
    expect(outcome(programme({ status }), type)).toBe(expected);
  });

  const always = COMMAND_TYPES.flatMap((type) =>
    STATUSES.flatMap((status, i) =>
      status === "matching" || status === "running" ? [] : [[type, status, ALWAYS[type]?.[status] ?? INTAKE[type][i]] as const],
    ),
  );
  test.each(always)("%s one without dates that is %s: %s", (type, status, expected) => {
    expect(outcome(programme({ status, time: "always" }), type)).toBe(expected);
  });

  test.each(COMMAND_TYPES)("%s the society’s own scheme", (type) => {
    const scheme = programme({ id: SOCIETY_SCHEME, time: "always" });
    const expected = { create: "already-there", copy: "draft", edit: "time-fixed" }[type as string] ?? "society-scheme";
    expect(outcome(scheme, type)).toBe(expected);
  });

  test.each(COMMAND_TYPES)("%s one that is not there", (type) => {
    expect(outcome(null, type)).toBe(type === "create" ? "draft" : "not-there");
  });
});

describe("what follows", () => {
  test("a decision is audited with the name, and one version more", () => {
    const decided = decide(programme(), command("close"), NOW);
    if (!decided.ok) throw new Error(decided.reason);
    expect(decided.programme.version).toBe(4);
    expect(decided.facts).toEqual([
      {
        ...{ at: NOW, actor: "staff", actorId: "s", fact: "programme-closed", subject: "programme", subjectId: "p" },
        data: { name: "Returners" },
      },
    ]);
  });

  test("of the society’s scheme the words are changed, and nothing else", () => {
    const scheme = programme({ id: SOCIETY_SCHEME, time: "always" });
    const description = { ...SCHEME, name: "Open to all", needsApproval: true, finding: "staff" } as const;
    const decided = decide(scheme, { type: "edit", actor: STAFF, description }, NOW);
    expect(decided.ok && decided.programme).toEqual({ ...scheme, name: "Open to all", version: 4 });
  });

  test("what is always open has no dates, whatever was typed", () => {
    const description = { ...intakeFrom(NOW), time: "always" } as const;
    const decided = decide(null, { type: "create", actor: STAFF, id: "new", description }, NOW);
    expect(decided.ok && decided.programme).toMatchObject(NO_DATES);
  });

  test("a change that changes nothing is none", () => {
    const before = programme();
    expect(decide(before, { type: "edit", actor: STAFF, description: before }, NOW)).toMatchObject({
      reason: "nothing-changed",
    });
  });

  test("taking members again goes against a last day that has passed, and keeps one that is to come", () => {
    const before = (joinUntil: Date) => programme({ takesMembers: false, joinUntil });
    const reopened = (joinUntil: Date) => decide(before(joinUntil), command("open-joining"), NOW);
    expect(reopened(new Date("2027-02-01T00:00:00Z"))).toMatchObject({ programme: { takesMembers: true, joinUntil: null } });
    expect(reopened(LATER)).toMatchObject({ programme: { takesMembers: true, joinUntil: LATER, dueAt: LATER } });
  });

  test("what is over is not opened again before its last day is another", () => {
    const over = { endsAt: new Date("2027-02-01T00:00:00Z") };
    expect(outcome(programme({ ...over, status: "draft" }), "open")).toBe("end-past");
    expect(outcome(programme({ ...over, status: "closed" }), "reopen")).toBe("end-past");
  });

  test.each([
    ["Newly qualified 2027", "Newly qualified 2028"],
    ["Intake 2027/2028", "Intake 2028/2029"],
    ["Returners", "Returners (copy)"],
  ])("the copy of %s is called %s, and its dates are a year later", (name, called) => {
    const before = programme({ ...intakeFrom(NOW), name, status: "closed" });
    const decided = decide(before, command("copy"), NOW);
    if (!decided.ok) throw new Error(decided.reason);
    const { opensAt, endsAt, ...rest } = decided.programme;
    expect(rest).toMatchObject({
      id: "new",
      name: called,
      status: "draft",
      copiedFromId: "p",
      version: 1,
      takesMembers: false,
    });
    expect([opensAt, endsAt].map((at) => at?.toISOString())).toEqual(["2028-03-11T12:00:00.000Z", "2028-04-20T11:00:00.000Z"]);
  });

  test("the buttons are the moves that would not be refused", () => {
    expect(allowedMoves(programme(), NOW)).toEqual(["close-joining", "start-matching", "start", "close"]);
    expect(allowedMoves(programme({ status: "draft" }), NOW)).toEqual(["open", "archive"]);
    expect(allowedMoves(programme({ id: SOCIETY_SCHEME, time: "always" }), NOW)).toEqual([]);
  });
});

describe("the sweep", () => {
  test("does what is due, and nothing else", () => {
    const due = programme({ startsAt: NOW, endsAt: LATER });
    expect(decide(due, command("start", SWEEP), NOW)).toMatchObject({ programme: { status: "running", dueAt: LATER } });
    for (const type of ["close", "start-matching", "close-joining"] as const)
      expect(decide(due, command(type, SWEEP), NOW)).toMatchObject({ reason: "not-now" });
  });

  test.each([
    [9, "draft", false],
    [10, "open", true],
    [20, "open", false],
    [30, "matching", false],
    [40, "running", false],
    [50, "closed", false],
  ] as const)("on day %i an intake that nobody touches is %s", (days, status, takesMembers) => {
    const draft = programme({ ...intakeFrom(NOW), status: "draft" });
    const at = new Date(draft.createdAt.getTime() + days * 24 * 60 * 60 * 1000);
    // A draft is opened, and what came after that is due at once; one that is over already stays a draft.
    const expected = days === 50 ? "draft" : status;
    expect(asOf(draft, at)).toMatchObject({ status: expected, takesMembers });
    const open = programme({ ...intakeFrom(NOW), opensAt: null });
    expect(asOf(open, at)).toMatchObject(days < 20 ? { status: "open", takesMembers: true } : { status, takesMembers: false });
  });
});
