import { readRequest } from "@/lib/people/auth/session";
import { makeLinkPicture } from "@/lib/people/pictures/link-picture";
import { findLogoImage } from "@/lib/society/settings/queries";

/** Making one takes a tenth of a second, and anybody may ask: the last one is kept. */
let kept: { of: string; picture: Uint8Array<ArrayBuffer> } | null = null;

/** The picture that chats and social networks show beside a link to the front page. */
export async function GET(): Promise<Response> {
  const { society } = (await readRequest()).settings;
  const of = `${society.logo?.name} ${society.accent}`;
  if (kept?.of !== of) {
    const logo = society.logo && (await findLogoImage(society.logo.name));
    kept = { of, picture: await makeLinkPicture(logo, society.accent) };
  }
  return new Response(kept.picture, {
    headers: {
      "content-type": "image/png",
      "content-length": String(kept.picture.byteLength),
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=86400",
    },
  });
}
