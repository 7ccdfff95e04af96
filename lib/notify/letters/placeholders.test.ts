import { describe, expect, test } from "vitest";
import { fillIn, findUnknown, LETTER_PLACEHOLDERS, listPlaceholders } from "./placeholders";

const VALUES = { name: "Amina Okafor", society: "The Institute", product: "Connect" };

describe("what looks like a placeholder", () => {
  test.each([
    ["Dear {{name}}, welcome to {{product}}", null],
    ["Dear {{ name }}", null],
    ["No braces, { one } or }} alone", null],
    ["Dear {{Name}}", "{{Name}}"],
    ["Dear {{first name}}", "{{first name}}"],
    ["Dear {{name}", "{{name}"],
    ["Dear {{name", "{{name"],
    ["Dear {{}}", "{{}}"],
    ["Dear {{constructor}}", "{{constructor}}"],
    ["Dear {{name}} of {{nmae}}", "{{nmae}}"],
  ])("%s", (text, unknown) => expect(findUnknown(LETTER_PLACEHOLDERS, text)).toBe(unknown));

  test("is looked for in every text", () => expect(findUnknown(LETTER_PLACEHOLDERS, "{{name}}", "{{town}}")).toBe("{{town}}"));
});

describe("filled in", () => {
  test.each([
    ["Dear {{name}}", "Dear Amina Okafor"],
    ["{{ product }} of {{society}}", "Connect of The Institute"],
    ["{{name}}{{name}}", "Amina OkaforAmina Okafor"],
  ])("%s", (text, filled) => expect(fillIn(text, VALUES)).toBe(filled));

  test.each(["{{society}}", "$&$1$`", "{{name}}", "<b>Ann</b>"])("a name such as %s stays what it is", (name) => {
    expect(fillIn("Dear {{name}} of {{society}}", { ...VALUES, name })).toBe(`Dear ${name} of The Institute`);
  });
});

test("those in a text are listed once each", () => {
  expect(listPlaceholders("{{name}} of {{ society }}, {{name}} and {{open")).toEqual(["name", "society"]);
});
