import type { Weight } from "./typefaces";

/** How words look on paper. */
export interface Look {
  size: number;
  weight: Weight;
  color: string;
  /** Room above, in points. */
  above: number;
}

const INK = "#1f2430";
const SOFT = "#565c69";
export const LOOKS = {
  society: { size: 10, weight: 400, color: SOFT, above: 0 },
  title: { size: 22, weight: 700, color: INK, above: 4 },
  heading2: { size: 13.5, weight: 700, color: INK, above: 16 },
  heading3: { size: 11.5, weight: 700, color: INK, above: 12 },
  heading4: { size: 10.5, weight: 700, color: INK, above: 10 },
  paragraph: { size: 10.5, weight: 400, color: INK, above: 7 },
  item: { size: 10.5, weight: 400, color: INK, above: 3 },
  foot: { size: 8.5, weight: 400, color: SOFT, above: 0 },
} satisfies Record<string, Look>;
