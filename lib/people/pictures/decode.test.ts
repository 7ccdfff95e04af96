import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { HARMLESS, REFUSED } from "@/testing/pictures/hostile";
import { type Corner, corners, photograph, readCorners } from "@/testing/pictures/photographs";
import { MARK, webpParts } from "@/testing/pictures/pieces";
import { makePicture, makePictureIfChosen } from "./decode";
import { sayPictureRefusal } from "./wording";

async function made(file: Uint8Array) {
  const result = await makePicture(file);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

async function expectClean(file: Uint8Array, side: number): Promise<void> {
  expect(webpParts(file)).toEqual(["VP8 "]);
  expect(await sharp(file).metadata()).toMatchObject({ format: "webp", width: side, height: side, space: "srgb", channels: 3 });
  expect(Buffer.from(file).includes(MARK)).toBe(false);
}

describe.each(Object.entries(REFUSED))("refused as %s", (reason, files) => {
  it.each(Object.entries(files))("%s", async (_name, make) => {
    const result = await makePicture(await make());
    expect(result).toEqual({ ok: false, reason });
    if (!result.ok) expect(sayPictureRefusal(result.reason)).toMatch(/^[A-Z].*\.$/);
  });
});

describe("made harmless", () => {
  it.each(Object.entries(HARMLESS))("%s", async (_name, make) => {
    const { picture, small, large } = await made(await make());
    await expectClean(small, 96);
    await expectClean(large, 320);
    expect(picture).toMatch(/^[0-9a-f]{32}$/);
    expect([small.byteLength < 65_536, large.byteLength < 524_288]).toEqual([true, true]);
  });

  it("keeps the first frame of what moves, and no more", async () => {
    const frames = Buffer.concat([await corners().raw().toBuffer(), await photograph(200, 200).raw().toBuffer()]);
    const file = await sharp(frames, { raw: { width: 200, height: 400, channels: 3, pageHeight: 200 } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect(webpParts(file)).toContain("ANIM");
    expect(await readCorners((await made(file)).large)).toEqual(["red", "green", "blue", "white"]);
  });

  it("forgets place, time, camera, words and profile", async () => {
    const exif = { IFD0: { Copyright: MARK, Model: MARK }, IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" } };
    const file = await photograph().withExif(exif).withIccProfile("p3").withXmp(`<x>${MARK}</x>`).jpeg().toBuffer();
    expect(file.includes(MARK)).toBe(true);
    const { small, large } = await made(file);
    await expectClean(small, 96);
    await expectClean(large, 320);
    for (const key of ["exif", "icc", "xmp", "iptc"] as const) expect((await sharp(large).metadata())[key]).toBeUndefined();
  });
});

describe("the picture", () => {
  // Above left and right, below left and right, of a file whose points are stored red, green, blue, white.
  const UPRIGHT: Record<number, Corner[]> = {
    1: ["red", "green", "blue", "white"],
    2: ["green", "red", "white", "blue"],
    3: ["white", "blue", "green", "red"],
    4: ["blue", "white", "red", "green"],
    5: ["red", "blue", "green", "white"],
    6: ["blue", "red", "white", "green"],
    7: ["white", "green", "blue", "red"],
    8: ["green", "white", "red", "blue"],
  };
  it.each(Object.entries(UPRIGHT))("stands upright when the camera was held as %s", async (orientation, expected) => {
    const file = await corners()
      .withMetadata({ orientation: Number(orientation) })
      .jpeg()
      .toBuffer();
    const { small, large } = await made(file);
    expect(await readCorners(large)).toEqual(expected);
    expect(await readCorners(small)).toEqual(expected);
  });

  it("is the square in the middle", async () => {
    const sides = { left: 300, right: 300, background: "#000000" };
    const file = await corners().extend(sides).png().toBuffer();
    expect(await readCorners((await made(file)).large)).toEqual(["red", "green", "blue", "white"]);
  });

  it("has the colours of the file, whatever they are mixed from", async () => {
    for (const file of [corners().toColourspace("cmyk").jpeg(), corners().withIccProfile("p3").png()]) {
      expect(await readCorners((await made(await file.toBuffer())).large)).toEqual(["red", "green", "blue", "white"]);
    }
  });

  it("has another name when it is another, and the same when it is the same", async () => {
    const [one, again, other] = [
      await corners().png().toBuffer(),
      await corners().png().toBuffer(),
      await photograph().png().toBuffer(),
    ];
    const names = [await made(one), await made(again), await made(other)].map(({ picture }) => picture);
    expect(names[0]).toBe(names[1]);
    expect(names[0]).not.toBe(names[2]);
  });

  it("stands on white where the file lets the ground through", async () => {
    const file = await sharp({ create: { width: 200, height: 200, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    expect(await readCorners((await made(file)).large)).toEqual(["white", "white", "white", "white"]);
  });

  it("is none when no file was chosen", async () => {
    expect(await makePictureIfChosen(undefined)).toEqual({ ok: true, value: null });
  });
});

it("opens two at a time, lets eight wait, and says so to the others", async () => {
  const file = await photograph(1200, 1200).png().toBuffer();
  const results = await Promise.all(Array.from({ length: 14 }, () => makePicture(file)));
  expect(results.filter((result) => result.ok)).toHaveLength(10);
  expect(results.filter((result) => !result.ok && result.reason === "busy")).toHaveLength(4);
  expect((await makePicture(file)).ok).toBe(true);
});
