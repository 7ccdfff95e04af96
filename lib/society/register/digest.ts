import { createHash } from "node:crypto";
import { pause } from "@/lib/foundation/in-pieces";
import { inPieces } from "./pieces";

/** By which the same file is recognised. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (const piece of inPieces(bytes)) {
    hash.update(piece);
    await pause();
  }
  return hash.digest("hex");
}
