import { GROUNDS, type Ground, inkOn, tintOf } from "./contrast";
import type { Settings } from "./settings";

type Colours = Pick<Settings["society"], "accent" | "accentOnDark">;

/** Where the style sheet of these colours is: an address of its own for each choice, so it can be kept for ever. */
export function accentHref(colours: Colours): string {
  return `/theme/${nameOf(colours)}.css`;
}

/** Where the classes `preview-light` and `preview-dark` are, in which everything looks as these colours would make it. */
export function previewHref(colours: Colours): string {
  return `/theme/${nameOf(colours)}-preview.css`;
}

/** The style sheet that an address asks for: the accent on light and on dark paper, over our own. Null when it names no colours. */
export function accentCss(name: string): string | null {
  const [, onLight, onDark, isPreview] = /^([0-9a-f]{6})-([0-9a-f]{6})(-preview)?\.css$/.exec(name) ?? [];
  if (!onLight || !onDark) return null;
  if (isPreview) return `.preview-light{${all(onLight, "light")}}.preview-dark{${all(onDark, "dark")}}`;
  return `:root:root{${tokens(onLight)}}@media (prefers-color-scheme:dark){:root:root{${tokens(onDark)}}}`;
}

function nameOf({ accent, accentOnDark }: Colours): string {
  return `${accent.slice(1).toLowerCase()}-${accentOnDark.slice(1).toLowerCase()}`;
}

function tokens(colour: string): string {
  return `--accent:#${colour};--accent-ink:${inkOn(`#${colour}`)}`;
}

/** Every token that a preview uses, whatever the screen around it is. */
function all(colour: string, ground: Ground): string {
  const paper = Object.entries(GROUNDS[ground]).map(([token, value]) => `--${token}:${value}`);
  return [`color-scheme:${ground}`, ...paper, tokens(colour), `--tint:${tintOf(`#${colour}`, ground)}`].join(";");
}
