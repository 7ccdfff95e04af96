import { describe, expect, test } from "vitest";
import { ACTIVE, AGREED_UNTIL, exampleCommand, MENTEE, MENTOR, NOW, ZONE } from "@/testing/relationships/examples";
import { decide } from "./decide";
import type { Command, RefusalReason, Relationship } from "./relationship";

const decided = (relationship: Relationship, command: Command, now = NOW) => {
  const result = decide(relationship, command, now);
  if (!result.ok) throw new Error(result.reason);
  return result;
};

const ENDED: Relationship = { ...ACTIVE, endedAt: NOW, endedBecause: "completed", dueAt: null };
const ASKED_BY_MENTEE: Relationship = { ...ACTIVE, extensionMonths: 6, extensionAskedBy: "mentee" };
const HELD: Relationship = { ...ACTIVE, firstConversationAt: NOW };
const SOON = new Date("2026-12-20T09:00:00Z");

/** Every command in every state, given by the mentor where a member gives it. */
const TABLE: Record<Command["type"], Record<string, RefusalReason | "done">> = {
  end: { active: "done", ended: "already-ended", past: "already-ended", asked: "done", held: "done", soon: "done" },
  "hold-first-conversation": {
    active: "done",
    ended: "already-ended",
    past: "already-ended",
    asked: "done",
    held: "already-held",
    soon: "done",
  },
  "ask-extension": {
    active: "done",
    ended: "already-ended",
    past: "already-ended",
    asked: "already-asked",
    held: "done",
    soon: "done",
  },
  "agree-extension": {
    active: "nothing-asked",
    ended: "already-ended",
    past: "already-ended",
    asked: "done",
    held: "nothing-asked",
    soon: "nothing-asked",
  },
  "drop-extension": {
    active: "nothing-asked",
    ended: "already-ended",
    past: "already-ended",
    asked: "done",
    held: "nothing-asked",
    soon: "nothing-asked",
  },
  remind: { active: "not-due", ended: "already-ended", past: "not-due", asked: "not-due", held: "not-due", soon: "done" },
  complete: { active: "not-due", ended: "already-ended", past: "done", asked: "not-due", held: "not-due", soon: "not-due" },
  close: { active: "done", ended: "already-ended", past: "done", asked: "done", held: "done", soon: "done" },
  "end-by-staff": { active: "done", ended: "already-ended", past: "already-ended", asked: "done", held: "done", soon: "done" },
  "extend-by-staff": {
    active: "done",
    ended: "already-ended",
    past: "already-ended",
    asked: "done",
    held: "done",
    soon: "done",
  },
};
const STATES: Record<string, [Relationship, Date]> = {
  active: [ACTIVE, NOW],
  ended: [ENDED, NOW],
  past: [ACTIVE, AGREED_UNTIL],
  asked: [ASKED_BY_MENTEE, NOW],
  held: [HELD, NOW],
  soon: [ACTIVE, SOON],
};

describe("every command in every state", () => {
  const cases = Object.entries(TABLE).flatMap(([type, row]) =>
    Object.keys(STATES).map((state) => [type as Command["type"], state, row[state]] as const),
  );
  test.each(cases)("%s when %s: %s", (type, state, expected) => {
    const [relationship, now] = STATES[state] ?? [];
    if (!relationship || !now) throw new Error(state);
    const result = decide(relationship, exampleCommand(type, MENTOR), now);
    expect(result.ok ? "done" : result.reason).toBe(expected);
  });
});

describe("only those whose it is", () => {
  test.each(["end", "hold-first-conversation", "ask-extension", "agree-extension", "drop-extension"] as const)(
    "%s is for the two",
    (type) => {
      for (const actor of [
        { kind: "mentor", memberId: ACTIVE.menteeId },
        { kind: "sweep" },
        { kind: "system" },
      ] as Command["actor"][]) {
        expect(decide(ASKED_BY_MENTEE, { ...exampleCommand(type, MENTOR), actor }, NOW)).toEqual({
          ok: false,
          reason: "not-yours",
        });
      }
    },
  );

  test.each(["remind", "complete", "close"] as const)("%s is not for members", (type) => {
    expect(decide(ACTIVE, { ...exampleCommand(type, MENTOR), actor: MENTOR }, AGREED_UNTIL)).toMatchObject({
      reason: "not-yours",
    });
  });
});

describe("ending", () => {
  test("keeps the reason for staff, tells the partner without it, and leaves nothing to do for the clock", () => {
    const { relationship, notices, facts } = decided(ACTIVE, {
      type: "end",
      actor: MENTEE,
      timeZone: ZONE,
      reason: "No time.",
    });
    expect(relationship).toMatchObject({
      endedAt: NOW,
      endedBecause: "mentee",
      endReason: "No time.",
      dueAt: null,
      version: 4,
    });
    expect(notices).toMatchObject([{ to: ACTIVE.mentorId, role: "mentor", kind: "relationship-ended", data: {} }]);
    expect(JSON.stringify([notices, facts])).not.toContain("No time");
  });

  test("at the agreed end it is completed, and both are told once", () => {
    const late = new Date(AGREED_UNTIL.getTime() + 86_400_000);
    const { relationship, notices } = decided(ACTIVE, exampleCommand("complete", MENTOR), late);
    expect(relationship).toMatchObject({ endedAt: AGREED_UNTIL, endedBecause: "completed" });
    expect(notices.map(({ key, to }) => [key, to])).toEqual([
      [`relationship:${ACTIVE.id}:completed:mentee`, ACTIVE.menteeId],
      [`relationship:${ACTIVE.id}:completed:mentor`, ACTIVE.mentorId],
    ]);
  });

  test.each([
    ["mentee-left", ACTIVE.mentorId, "mentor"],
    ["mentor-left", ACTIVE.menteeId, "mentee"],
  ] as const)("%s: the one who stays is told, once", (because, to, role) => {
    const { relationship, notices, facts } = decided(ACTIVE, {
      type: "close",
      actor: { kind: "system" },
      timeZone: ZONE,
      because,
    });
    expect(relationship).toMatchObject({ endedAt: NOW, endedBecause: because, version: 4 });
    expect(notices).toMatchObject([{ key: `relationship:${ACTIVE.id}:closed`, to, role, kind: "relationship-closed" }]);
    expect(facts).toMatchObject([{ at: NOW, fact: "closed", subject: "relationship", data: { because } }]);
  });
});

describe("going on", () => {
  test("one asks, the other agrees to what they saw: the end moves by calendar months, and the clock asks anew", () => {
    const asked = decided({ ...ACTIVE, asked: "week" }, { type: "ask-extension", actor: MENTEE, timeZone: ZONE, months: 6 });
    expect(asked.notices).toMatchObject([
      { to: ACTIVE.mentorId, kind: "extension-asked", data: { months: 6, agreedUntil: "2027-07-05T08:00:00.000Z" } },
    ]);
    const other = decide(asked.relationship, { type: "agree-extension", actor: MENTOR, timeZone: ZONE, months: 12 }, NOW);
    expect(other).toMatchObject({ reason: "nothing-asked" });
    const agreed = decided(asked.relationship, { type: "agree-extension", actor: MENTOR, timeZone: ZONE, months: 6 });
    expect(agreed.relationship).toMatchObject({
      agreedUntil: new Date("2027-07-05T08:00:00Z"),
      extensionMonths: null,
      extensionAskedBy: null,
      asked: null,
      dueAt: new Date("2027-06-05T08:00:00Z"),
    });
    expect(agreed.notices).toMatchObject([{ to: ACTIVE.menteeId, kind: "extension-agreed" }]);
  });

  test("nobody agrees with themselves, and only the periods on offer can be asked for", () => {
    expect(decide(ASKED_BY_MENTEE, { type: "agree-extension", actor: MENTEE, timeZone: ZONE, months: 6 }, NOW)).toMatchObject({
      ok: false,
    });
    expect(decide(ACTIVE, { type: "ask-extension", actor: MENTEE, timeZone: ZONE, months: 7 }, NOW)).toMatchObject({
      reason: "unknown-months",
    });
  });

  test("a no is told to the one who asked; second thoughts are told to nobody", () => {
    expect(decided(ASKED_BY_MENTEE, { type: "drop-extension", actor: MENTOR, timeZone: ZONE }).notices).toMatchObject([
      { to: ACTIVE.menteeId, kind: "extension-declined" },
    ]);
    expect(decided(ASKED_BY_MENTEE, { type: "drop-extension", actor: MENTEE, timeZone: ZONE }).notices).toEqual([]);
  });

  test("asking again after a no is another occasion", () => {
    const first = decided(ACTIVE, { type: "ask-extension", actor: MENTEE, timeZone: ZONE, months: 3 });
    const no = decided(first.relationship, { type: "drop-extension", actor: MENTOR, timeZone: ZONE });
    const second = decided(no.relationship, { type: "ask-extension", actor: MENTEE, timeZone: ZONE, months: 3 });
    expect(second.notices[0]?.key).not.toBe(first.notices[0]?.key);
  });
});

describe("the first conversation", () => {
  test("is noted with its day; the partner is told", () => {
    const day = new Date("2026-05-30T09:00:00Z");
    const { relationship, notices } = decided(ACTIVE, {
      type: "hold-first-conversation",
      actor: MENTEE,
      timeZone: ZONE,
      at: day,
    });
    expect(relationship.firstConversationAt).toEqual(day);
    expect(notices).toMatchObject([{ to: ACTIVE.mentorId, kind: "first-conversation-held" }]);
  });

  test("is not noted before it was held, and at once where it was held just now", () => {
    expect(
      decided(ACTIVE, { type: "hold-first-conversation", actor: MENTEE, timeZone: ZONE, at: NOW }).relationship
        .firstConversationAt,
    ).toBe(NOW);
    const tomorrow = new Date("2026-06-02T09:00:00Z");
    expect(decide(ACTIVE, { type: "hold-first-conversation", actor: MENTEE, timeZone: ZONE, at: tomorrow }, NOW)).toMatchObject(
      {
        reason: "not-yet",
      },
    );
  });
});
