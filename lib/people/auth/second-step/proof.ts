import type { Viewer } from "@/lib/foundation/viewer";
import { readToken } from "../token";
import { PROVED } from "./on-the-way";
import { readSealedCookie } from "./sealed-token";

/**
 * Whether the member has given their password or a second step in the last ten minutes, at this browser: before anybody changes how an
 * account is opened, a session alone is not enough.
 */
export async function hasProved({ memberId }: Viewer): Promise<boolean> {
  const [proof, token] = await Promise.all([readSealedCookie(PROVED), readToken()]);
  return proof !== null && proof.memberId === memberId && token?.memberId === memberId && proof.epoch === token.epoch;
}
