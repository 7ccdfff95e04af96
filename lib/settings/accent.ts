import type { Settings } from "./settings";

/** Where the style sheet of these colours is: an address of its own for each choice, so it can be kept for ever. */
export function accentHref({ accent, accentOnDark }: Pick<Settings["society"], "accent" | "accentOnDark">): string {
  return `/theme/${accent.slice(1).toLowerCase()}-${accentOnDark.slice(1).toLowerCase()}.css`;
}

/** The style sheet that an address asks for: the accent on light and on dark paper, over our own. Null when it names no colours. */
export function accentCss(name: string): string | null {
  const [, onLight, onDark] = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(name) ?? [];
  if (!onLight || !onDark) return null;
  return `:root:root{${tokens(onLight)}}@media (prefers-color-scheme:dark){:root:root{${tokens(onDark)}}}`;
}

function tokens(colour: string): string {
  return `--accent:#${colour};--accent-ink:${inkOn(colour)}`;
}

/** White or near-black, whichever is easier to read on the colour (relative luminance as in WCAG). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#0e1a1c" : "#ffffff";
}
