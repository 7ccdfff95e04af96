import type { Settings } from "@/lib/settings/settings";

/** The society's one accent, on light and on dark paper, and the ink that can be read upon it. */
export function Accent({ society, nonce }: { society: Settings["society"]; nonce: string | undefined }) {
  const css = `:root{${tokens(society.accent)}}@media (prefers-color-scheme:dark){:root{${tokens(society.accentOnDark)}}}`;
  return (
    // The browser hides the nonce once it has been used, so the two sides differ here by design.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: two colours that settings have checked to be colours
    <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: css }} />
  );
}

function tokens(accent: string): string {
  return `--accent:${accent};--accent-ink:${inkOn(accent)}`;
}

/** White or near-black, whichever is easier to read on the colour (relative luminance as in WCAG). */
function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#0e1a1c" : "#ffffff";
}
