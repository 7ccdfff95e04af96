import type { Settings } from "./settings";

type Logo = NonNullable<Settings["society"]["logo"]>;

/** How large a logo is kept: three points of the file for each on an ordinary screen, four times as wide as high at most. */
export const MOST_LOGO = { width: 720, height: 160 } as const;
/** As high as two lines beside it. */
const SHOWN = { width: 180, height: 40 } as const;

/** Where a logo is to be had. Another one has another address, so browsers and mail programs keep it. */
export function logoAddress({ name }: Pick<Logo, "name">): string {
  return `/logo/${name}.png`;
}

/** How large it is shown beside the society's name, in points of an ordinary screen. */
export function logoSize({ width, height }: Logo): { width: number; height: number } {
  const share = Math.min(SHOWN.width / width, SHOWN.height / height, 1);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** The name that the last part of an address asks for; null for what is no logo's. */
export function readLogoFile(file: string): string | null {
  return /^([0-9a-f]{32})\.png$/.exec(file)?.[1] ?? null;
}
