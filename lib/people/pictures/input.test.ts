import { expect, test } from "vitest";
import { PictureInput } from "./input";

test.each(["", "blob", "undefined"])("no choice arrives as an empty file called %o, and is none", (name) => {
  expect(PictureInput.parse(new File([], name))).toBeUndefined();
});

test("what was chosen stays, be it empty", () => {
  expect(PictureInput.parse(new File([], "holiday.jpg"))).toBeInstanceOf(File);
  expect(PictureInput.parse(new File(["x"], "blob"))).toBeInstanceOf(File);
});
