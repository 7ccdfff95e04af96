import sharp, { type Sharp } from "sharp";

/** The four corners of `corners()`, as stored: left and right above, left and right below. */
export const CORNERS = { red: [220, 30, 30], green: [30, 170, 60], blue: [40, 60, 200], white: [250, 250, 250] } as const;
export type Corner = keyof typeof CORNERS;

/** Something like a photograph: no two neighbours alike, so that it does not shrink to nothing. */
export function photograph(width = 400, height = 300): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * 7 + (i >> 5) * 13 + ((i * i) % 31)) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A square of four colours. */
export function corners(side = 200): Sharp {
  const [above, below] = [
    [CORNERS.red, CORNERS.green],
    [CORNERS.blue, CORNERS.white],
  ];
  const pixels = Buffer.alloc(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const colour = (y < side / 2 ? above : below)?.[x < side / 2 ? 0 : 1] ?? CORNERS.red;
      pixels.set(colour, (y * side + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } });
}

/** Which of the four colours is nearest at each corner of a picture: above left and right, below left and right. */
export async function readCorners(file: Uint8Array): Promise<Corner[]> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const near = Math.round(info.width * 0.1);
  const far = info.width - 1 - near;
  return [
    [near, near],
    [far, near],
    [near, far],
    [far, far],
  ].map(([x = 0, y = 0]) => nearest(data.subarray((y * info.width + x) * 3)));
}

function nearest(pixel: Uint8Array): Corner {
  const distance = (name: Corner) => CORNERS[name].reduce((sum, value, i) => sum + Math.abs(value - (pixel[i] ?? 0)), 0);
  return (Object.keys(CORNERS) as Corner[]).reduce((best, name) => (distance(name) < distance(best) ? name : best));
}
