import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Result } from "@/lib/foundation/result";
import { MOST_LOGO } from "@/lib/society/settings/logo";
import type { MadeLogo } from "@/lib/society/settings/save";
import { MOST_PIXELS, openPicture, SECONDS } from "./decode";
import type { PictureRefusal } from "./picture";

/** Smaller logos would be a blot beside the society's name. */
const LEAST_SIDE = 40;

/**
 * Makes the society's logo from an uploaded file that may be hostile: the whole picture, upright, no larger than the sharpest
 * screens need, and with its transparency. Takes the same files as `makePicture`, and copies only pixels.
 */
export async function makeLogo(file: Uint8Array): Promise<Result<MadeLogo, PictureRefusal>> {
  return openPicture(file, LEAST_SIDE, async () => encode(await pixelsOf(file)));
}

function pixelsOf(file: Uint8Array) {
  return sharp(file, { failOn: "error", limitInputPixels: MOST_PIXELS, pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(MOST_LOGO.width, MOST_LOGO.height, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
}

/** PNG, because some mail programs show nothing newer. */
async function encode({ data, info }: Awaited<ReturnType<typeof pixelsOf>>): Promise<MadeLogo> {
  const { width, height } = info;
  const image = await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const name = createHash("sha256").update(image).digest("hex").slice(0, 32);
  return { name, image: new Uint8Array(image), width, height };
}
