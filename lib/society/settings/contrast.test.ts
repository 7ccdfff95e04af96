import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, GROUNDS, type Ground, inkOn, LEAST_CONTRAST, measure, nearestReadable, TINTS, tintOf } from "./contrast";
import { DEFAULT_SETTINGS } from "./settings";

const GROUND_NAMES: Ground[] = ["light", "dark"];
const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("the colours that an accent is measured against", () => {
  const css = readFileSync("app/globals.css", "utf8");
  const [light = "", dark = ""] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]);
  it.each([
    ["light", light],
    ["dark", dark],
  ] as const)("are those of the pages on %s paper", (ground, block) => {
    const token = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1];
    for (const [name, value] of Object.entries(GROUNDS[ground])) expect([name, token(name)]).toEqual([name, value]);
    const { lightness, chroma } = TINTS[ground];
    expect(token("tint")).toBe(`oklch(from var(--accent) ${Math.round(lightness * 1000) / 10}% ${chroma} h)`);
    const accent = ground === "light" ? DEFAULT_SETTINGS.society.accent : DEFAULT_SETTINGS.society.accentOnDark;
    expect([token("accent"), token("accent-ink")]).toEqual([accent, inkOn(accent)]);
  });
});

describe("contrast", () => {
  it("is as in WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#123456", "#123456")).toBe(1);
    expect(contrast("#ffffff", "#000000")).toBe(contrast("#000000", "#ffffff"));
    // The darkest colours are on the straight part of the curve.
    expect(contrast("#010101", "#000000")).toBeCloseTo(1.00607, 5);
  });

  it("is told where it is worst, and cut, never rounded up", () => {
    expect(measure("#000afa", "light")).toEqual({ ratio: 7.44, where: "on the tinted boxes" });
    expect(measure("#d5fdeb", "light")).toEqual({ ratio: 1.04, where: "on the paper" });
    expect(measure("#051f25", "dark")).toEqual({ ratio: 1.02, where: "on the sheets" });
    expect(measure("#777777", "dark")).toEqual({ ratio: 3.45, where: "on the tinted boxes" });
    fc.assert(
      fc.property(colours, fc.constantFrom(...GROUND_NAMES), (colour, ground) => {
        const { paper, sheet } = GROUNDS[ground];
        const others = [paper, sheet, tintOf(colour, ground), inkOn(colour)].map((other) => contrast(colour, other));
        const { ratio } = measure(colour, ground);
        expect(ratio).toBeLessThanOrEqual(Math.min(...others));
        expect(ratio).toBeGreaterThan(Math.min(...others) - 0.0101);
      }),
    );
  });

  it("of the words on a button is the better one of two", () => {
    expect([inkOn("#000000"), inkOn("#777777"), inkOn("#ffffff"), inkOn("#8cc6cb")]).toEqual([
      "#ffffff",
      "#ffffff",
      "#0e1a1c",
      "#0e1a1c",
    ]);
  });

  it("of a tint is with the colour that browsers make of it", () => {
    // As Chromium paints them.
    expect([tintOf("#1d4e57", "light"), tintOf("#b03030", "light")]).toEqual(["#e6f0f2", "#f5ebea"]);
    expect([tintOf("#8cc6cb", "dark"), tintOf("#ffcc00", "dark")]).toEqual(["#182728", "#282419"]);
  });

  it("of our own colours is enough everywhere, and of a yellow it is not", () => {
    const { accent, accentOnDark } = DEFAULT_SETTINGS.society;
    expect(measure(accent, "light").ratio).toBeGreaterThan(7);
    expect(measure(accentOnDark, "dark").ratio).toBeGreaterThan(7);
    expect(measure("#ffcc00", "light")).toEqual({ ratio: expect.closeTo(1.3, 0), where: "on the tinted boxes" });
    expect(measure(accent, "dark").ratio).toBeLessThan(2.5);
  });

  it("is reached by the shade that is proposed, whatever the colour", () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...GROUND_NAMES), (colour, ground) => {
        const shade = nearestReadable(colour, ground);
        expect(measure(shade, ground).ratio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        // A colour that passes is its own nearest.
        if (measure(colour, ground).ratio >= LEAST_CONTRAST) expect(shade).toBe(colour);
      }),
    );
  });

  it("is proposed no stronger than it has to be, in the same hue", () => {
    const shade = nearestReadable("#ffcc00", "light");
    expect(measure(shade, "light").ratio).toBeLessThan(LEAST_CONTRAST + 0.2);
    expect(shade).toMatch(/^#[7-9][0-9a-f][5-6]/);
  });

  it.each([
    ["#ffcc00", "#836804", "#ffcc00"],
    ["#ff0000", "#d90101", "#ff4334"],
    ["#00ff00", "#017e00", "#00ff00"],
    ["#0000ff", "#0000ff", "#5085ff"],
    ["#1d4e57", "#1d4e57", "#62939c"],
    ["#ffffff", "#6c6c6c", "#ffffff"],
    ["#000000", "#000000", "#8b8b8b"],
  ])("of %s is %s on light paper and %s on dark", (colour, onLight, onDark) => {
    expect([nearestReadable(colour, "light"), nearestReadable(colour, "dark")]).toEqual([onLight, onDark]);
  });
});
