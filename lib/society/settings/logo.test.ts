import { expect, test } from "vitest";
import { logoAddress, logoSize, readLogoFile } from "./logo";

const NAME = "0123456789abcdef0123456789abcdef";

test("a logo's address leads back to its name", () => {
  const address = logoAddress({ name: NAME });
  expect(address).toBe(`/logo/${NAME}.png`);
  expect(readLogoFile(address.split("/").at(-1) ?? "")).toBe(NAME);
});

test.each([`${NAME}.jpg`, NAME, `x${NAME}.png`, `${NAME}.png.png`, `${NAME}Xpng`, "0123.png", `${NAME.toUpperCase()}.png`, ""])(
  "%j is no logo's",
  (file) => {
    expect(readLogoFile(file)).toBeNull();
  },
);

test.each([
  ["wide", 720, 80, { width: 180, height: 20 }],
  ["high", 160, 160, { width: 40, height: 40 }],
  ["small: it is not made larger", 50, 30, { width: 50, height: 30 }],
  ["as wide as can be, and flat: something of it is left", 720, 1, { width: 180, height: 1 }],
  ["narrow", 1, 160, { width: 1, height: 40 }],
])("a picture that is %s fits beside the name", (_, width, height, shown) => {
  expect(logoSize({ name: NAME, width, height })).toEqual(shown);
});
