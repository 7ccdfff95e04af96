import { readRequest } from "@/lib/people/auth/session";
import { readPictureFile } from "@/lib/people/pictures/picture";
import { findPicture } from "@/lib/people/pictures/queries";

type Params = { params: Promise<{ memberId: string; file: string }> };

/** A member's picture, for members who are signed in. Another picture has another address, so browsers keep it. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { memberId, file } = await params;
  const { viewer } = await readRequest();
  const wanted = readPictureFile(file);
  const found = viewer && wanted && (await findPicture(viewer, memberId, wanted.picture, wanted.size));
  if (!found) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(found, {
    headers: {
      "content-type": "image/webp",
      "content-length": String(found.byteLength),
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
