/** The largest file that we look at, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** The side of the square, in pixels. Small: beside a name in a list, on an ordinary screen; large: everywhere else. */
export const SIDES = { small: 96, large: 320 } as const;
export type PictureSize = keyof typeof SIDES;

/** Whose picture it is, and its current name, which changes with the picture. Null if they have none. */
export interface Pictured {
  memberId: string;
  name: string;
  picture: string | null;
}

/** Why a file did not become a picture. */
export type PictureRefusal = "unknown-kind" | "unreadable" | "too-small" | "too-many-pixels" | "busy";

/** Why the picture was not saved, or not removed. */
export type SaveRefusal = "not-here" | "changed-meanwhile";

/** The address of the picture with this name. */
export function pictureAddress(memberId: string, picture: string, size: PictureSize): string {
  return `/pictures/${memberId}/${picture}-${SIDES[size]}.webp`;
}

/** Reads the last part of such an address; null if it is not one. */
export function readPictureFile(file: string): { picture: string; size: PictureSize } | null {
  const [, picture, side] = /^([0-9a-f]{32})-(\d{2,3})\.webp$/.exec(file) ?? [];
  if (!picture) return null;
  if (side === String(SIDES.small)) return { picture, size: "small" };
  return side === String(SIDES.large) ? { picture, size: "large" } : null;
}
