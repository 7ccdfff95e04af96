import sharp from "sharp";

/** What the places that show a link's picture ask for. */
export const LINK_PICTURE = { width: 1200, height: 630 } as const;

const PAPER = [0xfb, 0xf9, 0xf4] as const;
/** A stripe in the society's colour along the foot. */
const STRIPE = 18;
/** Our own mark, for a society without a logo: two rings that overlap. */
const RING = { radius: 110, stroke: 34, apart: 75 } as const;

/** The picture beside a link to the front page: the society's logo, or our mark, on paper, with the society's colour. */
export async function makeLinkPicture(logo: Uint8Array | null, accent: string): Promise<Uint8Array<ArrayBuffer>> {
  const ground = sharp(drawGround(accent, logo === null), { raw: { ...LINK_PICTURE, channels: 3 } });
  const layers = logo ? [{ input: await shrink(logo), gravity: "centre" }] : [];
  return new Uint8Array(await ground.composite(layers).png({ compressionLevel: 9 }).toBuffer());
}

function shrink(logo: Uint8Array): Promise<Buffer> {
  return sharp(logo).resize(900, 360, { fit: "inside" }).png().toBuffer();
}

/** Pixels of our own: the library that decodes members' pictures is not allowed to read drawings. */
function drawGround(accent: string, hasMark: boolean): Uint8Array {
  const { width, height } = LINK_PICTURE;
  const ink = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const share = y >= height - STRIPE ? 1 : hasMark ? inMark(x - width / 2, y - height / 2) : 0;
      for (let channel = 0; channel < 3; channel++) {
        const paper = PAPER[channel] ?? 0;
        pixels[(y * width + x) * 3 + channel] = Math.round(paper + ((ink[channel] ?? 0) - paper) * share);
      }
    }
  }
  return pixels;
}

/** How much of a pixel the mark covers, from 0 to 1, so that its edges are smooth. */
function inMark(x: number, y: number): number {
  const cover = (centre: number) => {
    const fromLine = Math.abs(Math.hypot(x - centre, y) - RING.radius);
    return Math.min(1, Math.max(0, RING.stroke / 2 - fromLine + 0.5));
  };
  return Math.max(cover(-RING.apart), cover(RING.apart));
}
