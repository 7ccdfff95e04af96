import fc from "fast-check";
import { expect, test } from "vitest";
import { answerFrom, isOfProtocol } from "./claims";
import { type ClaimQuestion, KINDS, type Kind } from "./profile-question";

const OPTIONS = [
  { id: 1, label: "Bristol & the West", retired: false },
  { id: 2, label: "Leeds", retired: true },
  { id: 3, label: "York", retired: false },
];

const ask = (kind: Kind, more: Partial<ClaimQuestion> = {}): ClaimQuestion => ({
  ...{ id: "a question", kind, readers: "everybody", options: OPTIONS, claim: "branch" },
  ...more,
});
const read = (kind: Kind, ...values: unknown[]) => {
  const { answer, isUnfit } = answerFrom(ask(kind), values);
  return [answer, isUnfit];
};

test.each<[Kind, unknown[], string]>([
  ["text", [" Two lines\r\nof it "], "Two lines\nof it"],
  ["text", ["one", "two", 3, true], "one; two; 3; true"],
  ["text", ["nu\u0000ll \ud800"], "null \ufffd"],
  ["text", ["<script>alert(1)</script>"], "<script>alert(1)</script>"],
  ["yes-no", [true], "yes"],
  ["yes-no", ["No"], "no"],
  ["yes-no", [0], "no"],
  ["yes-no", ["TRUE", true, "yes"], "yes"],
  ["number", [12], "12"],
  ["number", ["-007"], "-7"],
  ["date", ["2028-02-29"], "2028-02-29"],
  ["date", ["2028-02-29T23:30:00.000Z"], "2028-02-29"],
  ["date", ["2028-02-29T23:30:00+01:00"], "2028-02-29"],
  ["choice", ["  bristol & the west "], "1"],
  ["choice", ["York", "york"], "3"],
  ["choices", ["York", "Bristol & the West", "York"], "1,3"],
])("%s takes %j", (kind, values, answer) => {
  expect(read(kind, ...values)).toEqual([answer, false]);
});

test.each<[Kind, unknown[]]>([
  ["text", [{ toString: "a text" }]],
  ["text", [["nested"]]],
  ["text", ["x".repeat(2001)]],
  ["text", ["x".repeat(1_000_000)]],
  ["text", [" ".repeat(5000)]],
  ["text", Array.from({ length: 61 }, () => "x")],
  ["text", [Number.NaN]],
  ["yes-no", ["perhaps"]],
  ["yes-no", [2]],
  ["yes-no", [true, false]],
  ["number", [12.5]],
  ["number", [1e21]],
  ["number", ["1,200"]],
  ["number", [true]],
  ["number", [1, 2]],
  ["number", ["1; DROP TABLE"]],
  ["date", ["2027-02-29"]],
  ["date", ["29/02/2028"]],
  ["date", [1735689600]],
  ["date", ["2028-02-29Tnonsense"]],
  ["choice", ["Cardiff"]],
  // Not offered any more, and no id.
  ["choice", ["Leeds"]],
  ["choice", ["1"]],
  ["choice", [1]],
  ["choice", ["York", "Bristol & the West"]],
  ["choices", ["Cardiff"]],
  ["choices", [{ label: "York" }]],
])("%s leaves %j out", (kind, values) => {
  expect(read(kind, ...values)).toEqual([null, true]);
});

test("of several choices those that are on the list count, and the others are said to be unfit", () => {
  expect(read("choices", "York", "Cardiff")).toEqual(["3", true]);
});

test("nothing is nothing, and no fault of anybody's", () => {
  for (const kind of KINDS)
    for (const values of [[], [null], [undefined], ["", "  "], ["\u0000"]])
      expect(read(kind, ...values)).toEqual([null, false]);
});

test("whatever comes, an answer is one that the form could have had", () => {
  const anything = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.anything()), { maxLength: 70 });
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), anything, (kind, values) => {
      const { answer } = answerFrom(ask(kind), values);
      if (answer === null) return;
      expect(answer.length).toBeLessThanOrEqual(2000);
      expect(answer).not.toContain("\u0000");
      expect(answer.isWellFormed()).toBe(true);
      if (kind === "choice") expect(["1", "3"]).toContain(answer);
    }),
  );
});

test("what only partners read is marked to be sealed", () => {
  expect(answerFrom(ask("text", { readers: "partners" }), ["x"]).isSealed).toBe(true);
  expect(answerFrom(ask("text", { readers: "staff" }), ["x"]).isSealed).toBe(false);
});

test("claims of the protocol are none that a profile shows", () => {
  for (const claim of ["sub", "nonce", " SID ", "at_hash"]) expect(isOfProtocol(claim)).toBe(true);
  for (const claim of ["branch", "custom.sub", "email"]) expect(isOfProtocol(claim)).toBe(false);
});
