/** The tokens of app/globals.css that the society's accent stands on or beside; a test holds the two together. */
export const GROUNDS = {
  light: { paper: "#fbf9f4", sheet: "#fffefb", ink: "#1f2430", soft: "#565c69", rule: "#ddd7ca" },
  dark: { paper: "#14171c", sheet: "#1a1e25", ink: "#ece8df", soft: "#a8adb8", rule: "#363d49" },
} as const;
export type Ground = keyof typeof GROUNDS;

/** The tint is the accent's hue at this lightness and strength (OKLCH), as app/globals.css has it. */
export const TINTS = { light: { lightness: 0.948, chroma: 0.011 }, dark: { lightness: 0.26, chroma: 0.02 } } as const;

/** What may stand on the accent. */
const INKS = ["#ffffff", "#0e1a1c"] as const;

/** WCAG 2.2 AA, for words of ordinary size. */
export const LEAST_CONTRAST = 4.5;

/** Where an accent is hardest to read. */
export interface Measured {
  /** To one, cut after two places, so that what is shown as 4.5 is enough. */
  ratio: number;
  where: "on the paper" | "on the sheets" | "on the tinted boxes" | "under the words of a button";
}

/** The worst contrast of an accent (#rrggbb) as it is used on light or on dark paper: as words, and under words. */
export function measure(accent: string, ground: Ground): Measured {
  const { paper, sheet } = GROUNDS[ground];
  const all: Measured[] = [
    { ratio: contrast(accent, paper), where: "on the paper" },
    { ratio: contrast(accent, sheet), where: "on the sheets" },
    { ratio: contrast(accent, tintOf(accent, ground)), where: "on the tinted boxes" },
    { ratio: contrast(accent, inkOn(accent)), where: "under the words of a button" },
  ];
  const worst = all.reduce((least, one) => (one.ratio < least.ratio ? one : least));
  return { ...worst, ratio: Math.floor(worst.ratio * 100) / 100 };
}

/** Of the same hue, the shade nearest to this one that can be read: darker for light paper, lighter for dark. */
export function nearestReadable(accent: string, ground: Ground): string {
  if (measure(accent, ground).ratio >= LEAST_CONTRAST) return accent;
  const { lightness, chroma, hue } = toOklch(accent);
  const step = ground === "light" ? -0.004 : 0.004;
  // It ends at black on light paper, and at white on dark, at the latest.
  for (let at = lightness; ; at += step) {
    const shade = fromOklch({ lightness: at, chroma, hue });
    if (measure(shade, ground).ratio >= LEAST_CONTRAST) return shade;
  }
}

/** White or near-black, whichever is easier to read on the colour. */
export function inkOn(colour: string): string {
  return contrast(colour, INKS[0]) >= contrast(colour, INKS[1]) ? INKS[0] : INKS[1];
}

export function tintOf(accent: string, ground: Ground): string {
  return fromOklch({ ...TINTS[ground], hue: toOklch(accent).hue });
}

/** Of two colours, as in WCAG: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = toLinear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Three = [number, number, number];

interface Oklch {
  lightness: number;
  chroma: number;
  /** In radians. */
  hue: number;
}

function toOklch(colour: string): Oklch {
  const [red, green, blue] = toLinear(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** The colour, or the strongest of that hue and lightness that a screen can show. */
function fromOklch({ lightness, chroma, hue }: Oklch): string {
  for (let strength = chroma; ; strength -= 0.002) {
    const shown = toScreen(lightness, Math.max(strength, 0) * Math.cos(hue), Math.max(strength, 0) * Math.sin(hue));
    if (strength <= 0 || shown.every((part) => part >= -0.0001 && part <= 1.0001)) return toHex(shown);
  }
}

function toScreen(lightness: number, a: number, b: number): Three {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toLinear(colour: string): Three {
  const part = (at: number) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function toHex(linear: Three): string {
  const parts = linear.map((part) => {
    const bound = Math.min(Math.max(part, 0), 1);
    const share = bound <= 0.0031308 ? bound * 12.92 : 1.055 * bound ** (1 / 2.4) - 0.055;
    return Math.round(share * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
