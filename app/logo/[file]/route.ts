import { readLogoFile } from "@/lib/society/settings/logo";
import { findLogoImage } from "@/lib/society/settings/queries";

/** The society's logo, for everybody. Another logo has another address, so browsers and mail programs keep it. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const name = readLogoFile((await params).file);
  const image = name && (await findLogoImage(name));
  if (!image) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(image, {
    headers: {
      "content-type": "image/png",
      "content-length": String(image.byteLength),
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      // Mail programs show it on pages of their own.
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
