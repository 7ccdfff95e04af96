import { describe, expect, test } from "vitest";
import { allowedCommands, type GoalCommand, type GoalStatus, isOverdue, move } from "./goal";
import { AddGoalInput, MoveGoalInput, NoteInput, ROOM } from "./input";
import { goalTitle, stepSentence } from "./wording";

const ID = "00000000-0000-4000-8000-000000000009";

/** The whole of it: what becomes of a goal of each status by each command. */
const MATRIX: Record<GoalStatus, Record<GoalCommand, GoalStatus | "closed">> = {
  open: { achieve: "achieved", drop: "dropped", reopen: "open" },
  achieved: { achieve: "achieved", drop: "closed", reopen: "open" },
  dropped: { achieve: "closed", drop: "dropped", reopen: "open" },
};

describe.each(Object.keys(MATRIX) as GoalStatus[])("a goal that is %s", (status) => {
  test.each(["achieve", "drop", "reopen"] as const)("%s", (command) => {
    const next = move(status, command);
    expect(next.ok ? next.status : next.reason).toBe(MATRIX[status][command]);
    if (next.ok) expect(next.isSo).toBe(next.status === status);
  });

  test("has no button once the relationship has ended", () => expect(allowedCommands(status, false)).toEqual([]));
});

test("the buttons are what would change something", () => {
  expect(allowedCommands("open", true)).toEqual(["achieve", "drop"]);
  expect(allowedCommands("achieved", true)).toEqual(["reopen"]);
  expect(allowedCommands("dropped", true)).toEqual(["reopen"]);
});

test("its day has passed the day after, and only while it is open", () => {
  const goal = { status: "open", targetOn: "2026-11-21" } as const;
  expect(isOverdue(goal, "2026-11-21")).toBe(false);
  expect(isOverdue(goal, "2026-11-22")).toBe(true);
  expect(isOverdue({ ...goal, status: "achieved" }, "2026-11-22")).toBe(false);
  expect(isOverdue({ ...goal, targetOn: null }, "2026-11-22")).toBe(false);
});

test("its name is the first line of what is wanted, and no longer than a line", () => {
  expect(goalTitle({ words: { what: "Speak first.\nIn every meeting." } })).toBe("Speak first.");
  expect([...goalTitle({ words: { what: "🙂".repeat(300) } })]).toHaveLength(120);
  expect(goalTitle({ words: {} })).toBe("");
});

test("its story says who did what", () => {
  expect(stepSentence({ fact: "noted", progress: "under-way" }, "Mei")).toBe("Mei: under way");
  expect(stepSentence({ fact: "noted", progress: null }, "You")).toBe("You wrote a note");
  expect(stepSentence({ fact: "achieved", progress: null }, "Mei")).toBe("Mei marked it as achieved");
});

describe("the forms", () => {
  const FORM = { relationshipId: ID, goalId: ID };

  test("want what, and take the rest or not", () => {
    expect(AddGoalInput.parse({ ...FORM, what: " Speak. " })).toMatchObject({
      what: "Speak.",
      why: "",
      measure: "",
      target: "",
    });
    for (const what of [undefined, "", " \n "]) expect(AddGoalInput.safeParse({ ...FORM, what }).success).toBe(false);
    expect(AddGoalInput.safeParse({ ...FORM, what: "x".repeat(ROOM.what + 1) }).success).toBe(false);
  });

  test("want a day that there is", () => {
    expect(AddGoalInput.safeParse({ ...FORM, what: "x", target: "2027-02-28" }).success).toBe(true);
    for (const target of ["2027-02-30", "28/02/2027", "soon"]) {
      expect(AddGoalInput.safeParse({ ...FORM, what: "x", target }).success, target).toBe(false);
    }
  });

  test("want a progress that there is, and a version", () => {
    const note = { ...FORM, stepId: ID, base: "not-started" };
    expect(NoteInput.parse({ ...note, progress: "under-way" })).toMatchObject({ note: "" });
    expect(NoteInput.safeParse({ ...note, progress: "done" }).success).toBe(false);
    expect(MoveGoalInput.safeParse({ ...FORM, version: "0" }).success).toBe(false);
  });
});
