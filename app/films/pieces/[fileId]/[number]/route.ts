import { pieceRoute } from "@/lib/entrypoints/upload-route";
import { isId } from "@/lib/foundation/id";
import { addPiece } from "@/lib/society/films/commands";
import { PIECE } from "@/lib/society/films/film";
import { sayUploadRefusal } from "@/lib/society/films/wording";

/** One piece of a film that a script sends bit by bit: over a slow line, and to a host that takes only short requests. */
export const PUT = pieceRoute<{ fileId: string; number: string }>(PIECE, async ({ viewer, now, bytes, params }) => {
  const { fileId, number } = params;
  if (!isId(fileId) || !/^\d{1,4}$/.test(number)) return sayUploadRefusal("not-yours", null);
  const added = await addPiece(viewer, { fileId, number: Number(number), bytes: new Uint8Array(bytes) }, now);
  return added.ok ? null : sayUploadRefusal(added.reason, null);
});
