import sharp from "sharp";
import { expect, test } from "vitest";
import { LINK_PICTURE, makeLinkPicture } from "./link-picture";

const ACCENT = "#1d4e57";

async function pixel(picture: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

test("without a logo it is our mark in the society's colour, as large as such pictures are", async () => {
  const picture = await makeLinkPicture(null, ACCENT);
  expect(await sharp(picture).metadata()).toMatchObject({ format: "png", ...LINK_PICTURE });
  expect(await pixel(picture, 5, 5)).toEqual([0xfb, 0xf9, 0xf4]);
  expect(await pixel(picture, 5, 625)).toEqual([0x1d, 0x4e, 0x57]);
  // The left end of the left ring.
  expect(await pixel(picture, 600 - 75 - 110, 315)).toEqual([0x1d, 0x4e, 0x57]);
});

test("with a logo it is the logo, whole and in the middle", async () => {
  const logo = await sharp({ create: { width: 200, height: 40, channels: 4, background: "#ff0000" } })
    .png()
    .toBuffer();
  const picture = await makeLinkPicture(new Uint8Array(logo), ACCENT);
  expect(await sharp(picture).metadata()).toMatchObject(LINK_PICTURE);
  expect(await pixel(picture, 600, 315)).toEqual([0xff, 0, 0]);
  expect(await pixel(picture, 600 - 75 - 110, 500)).toEqual([0xfb, 0xf9, 0xf4]);
});
