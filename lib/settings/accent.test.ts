import { expect, test } from "vitest";
import { accentCss, accentHref } from "./accent";

test("the society's colours have a style sheet at an address of their own", () => {
  const href = accentHref({ accent: "#1D4E57", accentOnDark: "#8cc6cb" });
  expect(href).toBe("/theme/1d4e57-8cc6cb.css");
  expect(accentCss(href.split("/").at(-1) ?? "")).toBe(
    ":root:root{--accent:#1d4e57;--accent-ink:#ffffff}@media (prefers-color-scheme:dark){:root:root{--accent:#8cc6cb;--accent-ink:#0e1a1c}}",
  );
});

test.each(["", "1d4e57.css", "1d4e57-8cc6cb", "1d4e57-8cc6cb.css}body{", "red-blue.css"])("%j names no colours", (name) => {
  expect(accentCss(name)).toBeNull();
});
