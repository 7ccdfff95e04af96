import type { AttachedFile } from "./load";

/**
 * A file that somebody sent, as the answer of a route: a picture of ours is shown, a PDF is only ever kept. Headers make sure
 * that it cannot run scripts, load anything or be taken for another type. 404 if it does not exist.
 */
export function attachmentResponse(file: AttachedFile | null): Response {
  const bytes = file?.picture ?? file?.pdf;
  if (!file || !bytes) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(bytes, {
    headers: {
      "content-type": file.picture ? "image/webp" : "application/pdf",
      "content-length": String(bytes.byteLength),
      "content-disposition": file.picture ? "inline" : 'attachment; filename="attachment.pdf"',
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}
