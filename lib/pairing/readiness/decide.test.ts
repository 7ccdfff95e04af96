import { describe, expect, test } from "vitest";
import type { ConditionKind } from "./conditions/condition";
import { endOfDay, isRenewable, lacks, nextDue, validAfterChange, validUntil } from "./deadlines";
import { decide, isTheirTurn } from "./decide";
import { type Circumstances, COMMAND_TYPES, type Command, type CommandType, type Item, STATUSES, type Status } from "./item";

const NOW = new Date("2027-03-01T09:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const ZONE = "Europe/London";
const [MEMBER, STAFF] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];

const given = (kind: ConditionKind, changes: Partial<Circumstances["condition"]> = {}): Circumstances => ({
  condition: {
    ...{
      id: "00000000-0000-4000-8000-00000000000c",
      programmeId: "00000000-0000-4000-8000-000000000001",
      role: "mentor",
      kind,
    },
    ...{ name: "A condition", textNumber: 1, neededText: 1, countsAt: inDays(-1), retiredAt: null },
    ...{ validMonths: null, changedAt: inDays(-40) },
    ...changes,
  },
  isAsked: true,
  named: 1,
});

function item(status: Status, changes: Partial<Item> = {}): Item {
  const one: Item = {
    ...{ id: "00000000-0000-4000-8000-00000000000d", conditionId: "00000000-0000-4000-8000-00000000000c", memberId: MEMBER },
    ...{ programmeId: "00000000-0000-4000-8000-000000000001", role: "mentor", status, textNumber: 1, countsAt: inDays(-1) },
    ...{ metAt: status === "met" ? inDays(-10) : null, expiresAt: null, warnedDays: null },
    ...{ answerUntil: status === "asked" ? inDays(20) : null, words: null, note: null },
    ...{ isLacking: false, movedAt: inDays(-10), dueAt: null, version: 3 },
    ...changes,
  };
  const lacking = { ...one, isLacking: changes.isLacking ?? lacks(one, NOW) };
  return { ...lacking, dueAt: nextDue(lacking) };
}

const member = { kind: "member", memberId: MEMBER } as const;
const staff = { kind: "staff", memberId: STAFF } as const;
const sweep = { kind: "sweep" } as const;
const EXAMPLES: Record<CommandType, Command> = {
  ask: { type: "ask", actor: sweep, id: "00000000-0000-4000-8000-00000000000d", memberId: MEMBER },
  renew: { type: "renew", actor: sweep, timeZone: ZONE },
  accept: { type: "accept", actor: member, seenText: 1 },
  complete: { type: "complete", actor: member, timeZone: ZONE },
  "ask-referee": { type: "ask-referee", actor: member, answerUntil: inDays(30) },
  answer: { type: "answer", actor: { kind: "referee" }, isYes: true },
  approve: { type: "approve", actor: staff, timeZone: ZONE },
  "record-check": { type: "record-check", actor: staff, expiresAt: inDays(365), note: null },
  refuse: { type: "refuse", actor: staff, words: "sealed" },
  remind: { type: "remind", actor: staff, day: "2027-03-01" },
  count: { type: "count", actor: sweep },
  warn: { type: "warn", actor: sweep },
  expire: { type: "expire", actor: sweep },
  "no-answer": { type: "no-answer", actor: sweep },
};

/** The kind of condition that a command is for. */
const KIND_OF: Record<CommandType, ConditionKind> = {
  ask: "declaration",
  renew: "declaration",
  accept: "declaration",
  complete: "training",
  "ask-referee": "referee",
  answer: "referee",
  approve: "approval",
  "record-check": "check",
  refuse: "check",
  remind: "training",
  count: "check",
  warn: "check",
  expire: "check",
  "no-answer": "referee",
};

/** The status after it, or why it is refused. */
function outcome(before: Item | null, command: Command, circumstances: Circumstances): string {
  const decided = decide(before, command, circumstances, NOW);
  return decided.ok ? decided.item.status : `– ${decided.reason}`;
}

// Rows: the status. Columns: the commands in the order of COMMAND_TYPES.
const MATRIX: Record<Status, Record<CommandType, string>> = {
  open: row("– already-asked", "– nothing-changed", "met", "met", "asked", "– not-waiting", "met", "met", "refused", "open"),
  asked: row("– already-asked", "– nothing-changed", "met", "met", "asked", "met", "met", "met", "refused", "– not-their-turn"),
  "with-staff": row(
    "– already-asked",
    "– nothing-changed",
    "met",
    "met",
    "asked",
    "– not-waiting",
    "met",
    "met",
    "refused",
    "– not-their-turn",
  ),
  met: row(
    "– already-asked",
    "– nothing-changed",
    "– already-met",
    "– already-met",
    "– already-met",
    "– not-waiting",
    "– already-met",
    "met",
    "refused",
    "– already-met",
  ),
  refused: row(
    "– already-asked",
    "– nothing-changed",
    "met",
    "met",
    "asked",
    "– not-waiting",
    "met",
    "met",
    "refused",
    "refused",
  ),
  expired: row(
    "– already-asked",
    "– nothing-changed",
    "met",
    "met",
    "asked",
    "– not-waiting",
    "met",
    "met",
    "refused",
    "expired",
  ),
};

/** What only the sweep does is not due in any of them: the table below makes it due. */
function row(...outcomes: string[]): Record<CommandType, string> {
  const all = [...outcomes, "– not-due", "– not-due", "– not-due", "– not-due"];
  return Object.fromEntries(COMMAND_TYPES.map((type, i) => [type, all[i]])) as Record<CommandType, string>;
}

test.each(STATUSES.flatMap((status) => COMMAND_TYPES.map((type) => [status, type] as const)))("%s: %s", (status, type) => {
  expect(outcome(item(status), EXAMPLES[type], given(KIND_OF[type]))).toBe(MATRIX[status][type]);
});

describe("what the sweep does when its time has come", () => {
  test.each([
    ["it begins to count", item("open", { countsAt: inDays(-1), isLacking: false }), "count", "open true readiness-missing"],
    ["it counts already", item("open", { isLacking: true }), "count", "– not-due"],
    ["30 days before", item("met", { expiresAt: inDays(30) }), "warn", "met false readiness-expiring"],
    ["31 days before", item("met", { expiresAt: inDays(31) }), "warn", "– not-due"],
    ["told of 30 days, and 8 are left", item("met", { expiresAt: inDays(8), warnedDays: 30 }), "warn", "– not-due"],
    [
      "told of 30 days, and 7 are left",
      item("met", { expiresAt: inDays(7), warnedDays: 30 }),
      "warn",
      "met false readiness-expiring",
    ],
    ["told of 7 days", item("met", { expiresAt: inDays(1), warnedDays: 7 }), "warn", "– not-due"],
    ["its day has come", item("met", { expiresAt: inDays(0), warnedDays: 7 }), "expire", "expired true readiness-expired"],
    ["a day early", item("met", { expiresAt: inDays(1), warnedDays: 7 }), "expire", "– not-due"],
    ["no answer", item("asked", { answerUntil: inDays(0), isLacking: true }), "no-answer", "open true referee-silent"],
  ] as const)("%s", (_, before, type, expected) => {
    const decided = decide(before, EXAMPLES[type], given(KIND_OF[type]), NOW);
    const said = decided.ok
      ? [decided.item.status, decided.item.isLacking, decided.notices[0]?.kind].join(" ")
      : `– ${decided.reason}`;
    expect(said).toBe(expected);
  });
});

test("whoever is asked lacks nothing before its day; what needs staff waits for them at once", () => {
  const later = given("check", { countsAt: inDays(14) });
  const decided = decide(null, EXAMPLES.ask, later, NOW);
  expect(decided).toMatchObject({ ok: true, item: { status: "with-staff", isLacking: false, dueAt: inDays(14), version: 1 } });
  expect(outcome(null, EXAMPLES.ask, given("training"))).toBe("open");
  // Nothing else happens to what was never asked, or is asked no more.
  expect(outcome(null, EXAMPLES.approve, given("approval"))).toBe("– not-asked");
  expect(outcome(item("open"), EXAMPLES.accept, given("declaration", { retiredAt: NOW }))).toBe("– not-asked");
});

test("other words are accepted from their own day on, and until then nobody lacks them", () => {
  const again = given("declaration", { textNumber: 2, neededText: 2, countsAt: inDays(14) });
  const decided = decide(item("met"), EXAMPLES.renew, again, NOW);
  expect(decided).toMatchObject({ ok: true, item: { status: "open", isLacking: false, countsAt: inDays(14) } });
  expect(outcome(item("open"), EXAMPLES.renew, again)).toBe("– nothing-changed");
  expect(outcome(item("open"), EXAMPLES.accept, again)).toBe("– text-changed");
});

test.each([
  ["a stranger accepts", { ...EXAMPLES.accept, actor: { kind: "member", memberId: STAFF } }, "declaration", "– not-yours"],
  ["staff approve themselves", { ...EXAMPLES.approve, actor: { kind: "staff", memberId: MEMBER } }, "approval", "– not-yours"],
  ["a member approves", { ...EXAMPLES.approve, actor: member }, "approval", "– not-yours"],
  ["a member answers as the referee", { ...EXAMPLES.answer, actor: member }, "referee", "– not-yours"],
  ["staff do what the sweep does", { ...EXAMPLES.expire, actor: staff }, "check", "– not-yours"],
  ["staff accept a declaration by approving it", EXAMPLES.approve, "declaration", "– not-this-kind"],
  ["a check is approved without its day", EXAMPLES.approve, "check", "– not-this-kind"],
  ["a check of a day that has passed", { ...EXAMPLES["record-check"], expiresAt: NOW }, "check", "– day-past"],
  ["a sixth referee", EXAMPLES["ask-referee"], "referee", "– too-many-referees"],
] as [string, Command, ConditionKind, string][])("%s", (said, command, kind, expected) => {
  const named = said === "a sixth referee" ? 5 : 0;
  expect(outcome(item("open"), command, { ...given(kind), named })).toBe(expected);
});

test("a referee’s no is the society’s to look at, and staff may then approve", () => {
  const decided = decide(item("asked"), { ...EXAMPLES.answer, isYes: false } as Command, given("referee"), NOW);
  if (!decided.ok) throw new Error(decided.reason);
  expect(decided.item).toMatchObject({ status: "with-staff", isLacking: true });
  expect(outcome(decided.item, EXAMPLES.approve, given("referee"))).toBe("met");
});

test("staff remind those who have something to do, also of a check that they have not shown", () => {
  expect(outcome(item("with-staff"), EXAMPLES.remind, given("check"))).toBe("with-staff");
  for (const kind of ["approval", "referee"] as const)
    expect(outcome(item("with-staff"), EXAMPLES.remind, given(kind))).toBe("– not-their-turn");
  expect(STATUSES.filter((status) => isTheirTurn(item(status), "referee"))).toEqual(["open", "refused", "expired"]);
});

test("who is not in the role now is told nothing", () => {
  const decided = decide(item("with-staff"), EXAMPLES.approve, { ...given("approval"), isAsked: false }, NOW);
  expect(decided.ok && decided.notices).toEqual([]);
});

describe("training that expires", () => {
  const training = (validMonths: number | null, changes = {}) => given("training", { validMonths, ...changes });
  const decided = (before: Item, command: Command, circumstances: Circumstances) => {
    const outcome = decide(before, command, circumstances, NOW);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome;
  };

  test("is valid to the end of its last day, and announced as checks are", () => {
    expect(validUntil(NOW, null, ZONE)).toBe(null);
    expect(validUntil(NOW, 12, ZONE)).toEqual(new Date("2028-03-01T23:59:59.999Z"));
    // A shorter month has no 31st, and the day is the society's.
    expect(validUntil(new Date("2027-01-31T23:30:00Z"), 1, ZONE)).toEqual(new Date("2027-02-28T23:59:59.999Z"));
    expect(endOfDay("2027-06-30", ZONE)).toEqual(new Date("2027-06-30T22:59:59.999Z"));
    for (const command of [EXAMPLES.complete, EXAMPLES.approve]) {
      const { item: done } = decided(item("open", { isLacking: true }), command, training(12));
      const expiresAt = new Date("2028-03-01T23:59:59.999Z");
      expect(done).toMatchObject({ status: "met", isLacking: false, expiresAt, warnedDays: null });
      expect(done.dueAt).toEqual(new Date(expiresAt.getTime() - 30 * 86_400_000));
    }
    expect(decided(item("open"), EXAMPLES.complete, training(null)).item).toMatchObject({ expiresAt: null, dueAt: null });
  });

  test("can be done again once its end was announced, and not before", () => {
    const soon = item("met", { expiresAt: inDays(20), warnedDays: 30 });
    expect([isRenewable(soon), isRenewable(item("met", { expiresAt: inDays(90) }))]).toEqual([true, false]);
    expect(decided(soon, EXAMPLES.complete, training(12)).item).toMatchObject({ status: "met", metAt: NOW, warnedDays: null });
    expect(outcome(item("met", { expiresAt: inDays(90) }), EXAMPLES.complete, training(12))).toBe("– already-met");
    expect(outcome(item("expired"), EXAMPLES.complete, training(12))).toBe("met");
  });

  test("expires by itself, and says that it was training", () => {
    const {
      item: after,
      facts,
      notices,
    } = decided(item("met", { expiresAt: NOW, warnedDays: 7 }), EXAMPLES.expire, training(12));
    expect([after.status, after.isLacking, facts[0]?.fact]).toEqual(["expired", true, "training-expired"]);
    expect(notices[0]).toMatchObject({ kind: "readiness-expired", data: { isTraining: true } });
    const check = decided(item("met", { expiresAt: NOW, warnedDays: 7 }), EXAMPLES.expire, given("check"));
    expect([check.facts[0]?.fact, check.notices[0]?.data.isTraining]).toEqual(["check-expired", undefined]);
  });

  test("gets another end when staff change this: of those who did it long ago not before thirty days have passed", () => {
    const changed = { changedAt: NOW };
    const long = decided(item("met", { metAt: inDays(-400) }), EXAMPLES.renew, training(12, changed)).item;
    expect(long).toMatchObject({ status: "met", expiresAt: new Date("2027-03-31T22:59:59.999Z"), warnedDays: null });
    expect(long.movedAt).toEqual(inDays(-10));
    expect(long.dueAt?.getTime()).toBeLessThan(inDays(1).getTime());
    expect(outcome(long, EXAMPLES.renew, training(12, changed))).toBe("– nothing-changed");
    const lately = decided(item("met", { metAt: inDays(-10) }), EXAMPLES.renew, training(12, changed)).item;
    expect(lately.expiresAt).toEqual(validUntil(inDays(-10), 12, ZONE));
    expect(decided(lately, EXAMPLES.renew, training(null, changed)).item).toMatchObject({ expiresAt: null, dueAt: null });
    expect(outcome(item("expired"), EXAMPLES.renew, training(12, changed))).toBe("– nothing-changed");
    expect(validAfterChange(NOW, null, NOW, ZONE)).toBe(null);
  });
});
