import { expect, test } from "vitest";
import { AddEntryInput, ChangeEntryInput, OfferEntryInput, RemoveLogoInput, TakeLogoInput } from "./input";

const NAME = "0123456789abcdef0123456789abcdef";

test("what the forms send is understood", () => {
  expect(AddEntryInput.parse({ list: "topics", label: "  A   new\tone " })).toEqual({ list: "topics", label: "A new one" });
  expect(ChangeEntryInput.parse({ list: "topics", id: "3", label: "One" })).toEqual({
    list: "topics",
    id: 3,
    label: "One",
    after: "",
    base: "",
    take: [],
  });
  expect(OfferEntryInput.parse({ list: "topics", id: "62", offered: "no" })).toEqual({ list: "topics", id: 62, offered: "no" });
  expect(OfferEntryInput.parse({ list: "topics", id: "0", offered: "yes" }).offered).toBe("yes");
  expect(TakeLogoInput.parse({ logo: NAME })).toEqual({ logo: NAME });
  expect(RemoveLogoInput.parse({ more: "x" })).toEqual({});
});

test.each([
  [undefined, "Enter a name."],
  ["  ", "Enter a name."],
  ["x".repeat(81), "Keep this to 80 characters."],
])("the name %j is refused with a sentence", (label, message) => {
  const { error } = AddEntryInput.safeParse({ list: "topics", label });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test.each([
  [AddEntryInput, { list: "members", label: "One" }],
  [ChangeEntryInput, { list: "topics", id: "63", label: "One" }],
  [ChangeEntryInput, { list: "topics", id: "-1", label: "One" }],
  [ChangeEntryInput, { list: "topics", id: "1.5", label: "One" }],
  [ChangeEntryInput, { list: "topics", id: "1", label: "One", after: "100" }],
  [ChangeEntryInput, { list: "topics", id: "1", label: "One", base: "x".repeat(1001) }],
  [ChangeEntryInput, { list: "topics", id: "1", label: "One", take: ["x".repeat(41)] }],
  [ChangeEntryInput, { list: "topics", id: "1", label: "One", take: Array(6).fill("x") }],
  [OfferEntryInput, { list: "topics", id: "1", offered: "perhaps" }],
  [TakeLogoInput, { logo: `${NAME}0` }],
  [TakeLogoInput, { logo: `x${NAME}` }],
  [TakeLogoInput, { logo: "../../etc/passwd" }],
])("no form of ours sends this: %#", (schema, sent) => {
  expect(schema.safeParse(sent).success).toBe(false);
});

test("forms may be as full as they come", () => {
  const full = { after: "62", base: "x".repeat(1000), take: Array(5).fill("x".repeat(40)) };
  expect(ChangeEntryInput.parse({ list: "topics", id: "1", label: "x".repeat(80), ...full })).toMatchObject(full);
});
