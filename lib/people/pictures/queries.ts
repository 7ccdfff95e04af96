import { db } from "@/lib/foundation/db/client";
import { isId } from "@/lib/foundation/id";
import type { Viewer } from "@/lib/foundation/viewer";
import type { PictureSize } from "./picture";

/**
 * A member's picture as a WebP file, for anybody who is signed in; null when there is none of that name. Only the member sees
 * it while they are suspended or after they have left.
 */
export async function findPicture(
  viewer: Viewer,
  memberId: string,
  picture: string,
  size: PictureSize,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isId(memberId)) return null;
  const isShown = memberId === viewer.memberId ? {} : { member: { status: "active" } };
  const where = { memberId, picture, ...isShown };
  if (size === "small") return (await db().picture.findFirst({ where, select: { small: true } }))?.small ?? null;
  return (await db().picture.findFirst({ where, select: { large: true } }))?.large ?? null;
}
