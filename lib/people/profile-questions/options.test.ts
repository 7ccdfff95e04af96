import { expect, test } from "vitest";
import { readOptions, writeOptions } from "./options";

const BEFORE = [
  { id: 1, label: "Bristol", retired: false },
  { id: 2, label: "Leeds", retired: false },
  { id: 3, label: "York", retired: true },
];

test.each([
  ["other kinds have none", "text", "a\nb", []],
  [
    "a new line gets the next id, and what has no line is retired",
    "choice",
    "Leeds\nCardiff",
    [
      [2, "Leeds"],
      [4, "Cardiff"],
      [1, "Bristol", "retired"],
      [3, "York", "retired"],
    ],
  ],
  [
    "a retired one comes back with its line, in its place",
    "choices",
    " york \n\nBristol\nLeeds",
    [
      [3, "york"],
      [1, "Bristol"],
      [2, "Leeds"],
    ],
  ],
] as const)("%s", (_, kind, lines, options) => {
  expect(readOptions(kind, lines, BEFORE)).toEqual({
    ok: true,
    value: options.map(([id, label, retired]) => ({ id, label, retired: retired === "retired" })),
  });
});

test.each([
  ["Bristol", "too-few-options"],
  ["Bristol\nbristol", "option-twice"],
  [`Bristol\n${"x".repeat(81)}`, "option-too-long"],
  [Array.from({ length: 13 }, (_, i) => `Choice ${i}`).join("\n"), "too-many-options"],
])("%o is refused", (lines, reason) => {
  expect(readOptions("choice", lines, BEFORE)).toEqual({ ok: false, reason });
});

test("a question has had so many choices at most, retired ones included", () => {
  const many = Array.from({ length: 59 }, (_, i) => ({ id: i + 1, label: `Choice ${i}`, retired: true }));
  expect(readOptions("choice", "New\nNewer", many)).toEqual({ ok: false, reason: "too-many-ever" });
  expect(readOptions("choice", "New\nChoice 4", many).ok).toBe(true);
});

test("what is offered stands in lines, and reads back as it is", () => {
  expect(writeOptions(BEFORE)).toBe("Bristol\nLeeds");
  expect(readOptions("choice", writeOptions(BEFORE), BEFORE)).toEqual({ ok: true, value: BEFORE });
});
