import { createHash } from "node:crypto";
import sharp from "sharp";
import { done, type Result, refuse } from "@/lib/foundation/result";
import { type PictureRefusal, SIDES } from "./picture";
import { makeTurns } from "./turns";

/** A picture as we keep it: two WebP files, and a name that says what is in them. */
export interface MadePicture {
  picture: string;
  small: Uint8Array<ArrayBuffer>;
  large: Uint8Array<ArrayBuffer>;
}

/** What the newest phones take by default; about 100 MB once decoded. */
export const MOST_PIXELS = 25_000_000;
/** An ordinary photograph takes a quarter of a second. */
export const SECONDS = 8;

/** Decoding a photograph takes a lot of memory, so each process decodes two at a time, with a short queue. */
const inTurn = makeTurns(2, 8);

/** The first bytes of the files that we open. We ignore their names and the type that a browser reports. */
const BEGINNINGS = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  // RIFF, four bytes of length, WEBP
  webp: /^52494646.{8}57454250/,
};

/**
 * Makes a member's picture from an uploaded file that may be hostile: the middle square, upright, in two sizes. Copies only
 * pixels into the new files. Takes JPEG, PNG and WebP, and the first frame of an animation.
 */
export async function makePicture(file: Uint8Array): Promise<Result<MadePicture, PictureRefusal>> {
  return openPicture(file, SIDES.small, async () => encode(await squareOf(file)));
}

/** The same for the field of a form: null when no file was chosen. */
export async function makePictureIfChosen(file: File | undefined): Promise<Result<MadePicture | null, PictureRefusal>> {
  return file ? makePicture(new Uint8Array(await file.arrayBuffer())) : done(null);
}

/** The whole picture instead of a square, upright and at most `LONGEST` wide or high, for attachments. */
export async function makeCopy(file: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>, PictureRefusal>> {
  return openPicture(file, 1, () => wholeOf(file));
}

/** In pixels: enough to read the small print of a screen. */
const LONGEST = 2400;

/**
 * The only way to open a file from outside: we inspect it first, then it waits its turn and is decoded. Refuses unknown
 * kinds, damaged files, and pictures smaller than `leastSide` or too large to decode.
 */
export async function openPicture<Made>(
  file: Uint8Array,
  leastSide: number,
  make: () => Promise<Made>,
): Promise<Result<Made, PictureRefusal>> {
  const kind = kindOf(file);
  if (!kind) return refuse("unknown-kind");
  return (await inTurn(() => open(file, kind, leastSide, make))) ?? refuse("busy");
}

async function open<Made>(
  file: Uint8Array,
  kind: Kind,
  leastSide: number,
  make: () => Promise<Made>,
): Promise<Result<Made, PictureRefusal>> {
  openOurKindsAlone();
  const head = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!head) return refuse("unreadable");
  if (head.format !== kind) return refuse("unknown-kind");
  if (Math.min(head.width, head.height) < leastSide) return refuse("too-small");
  if (head.width * head.height > MOST_PIXELS) return refuse("too-many-pixels");
  const made = await make().catch(() => null);
  return made ? done(made) : refuse("unreadable");
}

/** Decodes and encodes the pixels in two steps, so that nothing else is carried over. */
async function wholeOf(file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { data, info } = await sharp(file, { failOn: "error", limitInputPixels: MOST_PIXELS, pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(LONGEST, LONGEST, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return new Uint8Array(await sharp(data, { raw: { width, height, channels } }).webp({ quality: 80 }).toBuffer());
}

/** Only the colours of the pixels: no profile, no metadata, no bytes of the file. */
function squareOf(file: Uint8Array): Promise<Buffer> {
  return sharp(file, { failOn: "error", limitInputPixels: MOST_PIXELS, pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(SIDES.large, SIDES.large, { fit: "cover", position: "centre" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer();
}

async function encode(pixels: Buffer): Promise<MadePicture> {
  const source = sharp(pixels, { raw: { width: SIDES.large, height: SIDES.large, channels: 3 } });
  const [small, large] = await Promise.all([
    source.clone().resize(SIDES.small).webp({ quality: 82 }).toBuffer(),
    source.clone().webp({ quality: 80 }).toBuffer(),
  ]);
  const picture = createHash("sha256").update(large).digest("hex").slice(0, 32);
  return { picture, small: new Uint8Array(small), large: new Uint8Array(large) };
}

type Kind = keyof typeof BEGINNINGS;

function kindOf(file: Uint8Array): Kind | null {
  const beginning = Buffer.from(file.subarray(0, 12)).toString("hex");
  const kinds = Object.keys(BEGINNINGS) as Kind[];
  return kinds.find((kind) => BEGINNINGS[kind].test(beginning)) ?? null;
}

/** Switches off the library's other readers (SVG, PDF, HEIF, whatever comes next) for the whole process. */
function openOurKindsAlone(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
  // We see each picture only once, so a cache is useless; and two are decoded at a time, which one thread each is enough for.
  sharp.cache(false);
  sharp.concurrency(1);
}
