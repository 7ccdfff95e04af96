import { expect, test } from "vitest";
import { DEFAULT_SETTINGS as SETTINGS } from "@/lib/society/settings/settings";
import { ownQuestionFigures } from "./figures";

const OPTIONS = ["Nights", "Days", "Weekends"].map((label, i) => ({ id: i + 1, label, retired: i === 2 }));
const ask = (answered: number, chosen: Record<string, number>, programme: string | null = null) =>
  ownQuestionFigures(
    [{ id: "1", role: "mentor", question: "When?", kind: "choices", options: OPTIONS, programme, answered, chosen }],
    SETTINGS,
  )[0];

test("below five answers no figure is shown, and none below five of more", () => {
  expect(ask(4, { 1: 4 })).toMatchObject({
    rows: [],
    summary: "Fewer than 5 mentors have answered, so no figures are shown.",
  });
  expect(ask(10, { 1: 5, 2: 4 })).toMatchObject({
    heading: "Mentor: When?",
    summary: "10 mentors have answered.",
    rows: [
      { label: "Nights", amounts: [5, 0.5] },
      { label: "Days", amounts: [null, null] },
    ],
  });
  // What was chosen before it was retired.
  expect(ask(6, { 3: 6 })?.rows.map(({ label }) => label)).toEqual(["Nights", "Days", "Weekends"]);
});

test("yes and no", () => {
  const question = { id: "1", role: "mentee", question: "Nights?", kind: "yes-no", options: [], programme: null } as const;
  const [figures] = ownQuestionFigures([{ ...question, options: [], answered: 11, chosen: { yes: 6, no: 5 } }], SETTINGS);
  expect(figures?.rows.map(({ label, amounts }) => [label, amounts[0]])).toEqual([
    ["Yes", 6],
    ["No", 5],
  ]);
});

test("a question on joining is named after its programme", () => {
  expect(ask(6, { 1: 6 }, "Returners")?.heading).toBe("Returners. Mentor: When?");
  expect(ask(3, { 1: 3 }, "Returners")?.rows).toEqual([]);
});
