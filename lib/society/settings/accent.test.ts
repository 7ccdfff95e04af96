import { expect, test } from "vitest";
import { accentCss, accentHref, previewHref } from "./accent";

test("the society's colours have a style sheet at an address of their own", () => {
  const href = accentHref({ accent: "#1D4E57", accentOnDark: "#8cc6cb" });
  expect(href).toBe("/theme/1d4e57-8cc6cb.css");
  expect(accentCss(href.split("/").at(-1) ?? "")).toBe(
    ":root:root{--accent:#1d4e57;--accent-ink:#ffffff}@media (prefers-color-scheme:dark){:root:root{--accent:#8cc6cb;--accent-ink:#0e1a1c}}",
  );
});

test("colours that are not set yet have one in which both papers are shown, whatever the screen prefers", () => {
  const href = previewHref({ accent: "#1D4E57", accentOnDark: "#8cc6cb" });
  const css = accentCss(href.split("/").at(-1) ?? "") ?? "";
  expect(href).toBe("/theme/1d4e57-8cc6cb-preview.css");
  expect(css).toBe(
    ".preview-light{color-scheme:light;--paper:#fbf9f4;--sheet:#fffefb;--ink:#1f2430;--soft:#565c69;--rule:#ddd7ca;" +
      "--accent:#1d4e57;--accent-ink:#ffffff;--tint:#e6f0f2}" +
      ".preview-dark{color-scheme:dark;--paper:#14171c;--sheet:#1a1e25;--ink:#ece8df;--soft:#a8adb8;--rule:#363d49;" +
      "--accent:#8cc6cb;--accent-ink:#0e1a1c;--tint:#182728}",
  );
});

test.each([
  "",
  "1d4e57.css",
  "1d4e57-8cc6cb",
  "1d4e57-8cc6cb.css}body{",
  "red-blue.css",
  "x1d4e57-8cc6cb.css",
  "1d4e57-8cc6cb+css",
])("%j names no colours", (name) => {
  expect(accentCss(name)).toBeNull();
});
