import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { HARMLESS, REFUSED } from "@/testing/pictures/hostile";
import { photograph } from "@/testing/pictures/photographs";
import { MARK } from "@/testing/pictures/pieces";
import { makeLogo } from "./decode-logo";

async function made(file: Buffer) {
  const result = await makeLogo(file);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe("a society's logo", () => {
  it("is whole, no larger than it is shown, and never made larger", async () => {
    expect(await made(await photograph(3000, 500).jpeg().toBuffer())).toMatchObject({ width: 720, height: 120 });
    expect(await made(await photograph(500, 3000).webp().toBuffer())).toMatchObject({ width: 27, height: 160 });
    expect(await made(await photograph(120, 60).png().toBuffer())).toMatchObject({ width: 120, height: 60 });
  });

  it("lets the paper through where its file did", async () => {
    const create = { width: 200, height: 80, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const dot = await sharp({ create: { width: 20, height: 20, channels: 4, background: "#b03030" } })
      .png()
      .toBuffer();
    const file = await sharp({ create })
      .composite([{ input: dot, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const { data, info } = await sharp((await made(file)).image)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(4);
    const point = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
    expect(point(5, 5)).toEqual([176, 48, 48, 255]);
    expect(point(100, 50)[3]).toBe(0);
  });

  it("is a PNG without a word beside its points, and has the name of its content", async () => {
    const noisy = photograph(720, 160).withExif({ IFD0: { Model: MARK } });
    const [one, other] = [await made(await noisy.png().toBuffer()), await made(await photograph(700, 160).png().toBuffer())];
    expect(Buffer.from(one.image).toString("latin1")).not.toContain(MARK);
    expect((await sharp(one.image).metadata()).exif).toBeUndefined();
    expect(one.image.byteLength).toBeLessThan(524_288);
    expect(one.name).toMatch(/^[0-9a-f]{32}$/);
    expect(other.name).not.toBe(one.name);
  });

  const opened = Object.entries(REFUSED).flatMap(([reason, files]) =>
    Object.entries(files)
      .filter(([name]) => reason !== "too-small" && !name.startsWith("one point more"))
      .map(([name, make]) => [name, reason, make] as const),
  );
  it.each(opened)("is not made of %s: %s", async (_name, reason, make) => {
    expect(await makeLogo(await make())).toEqual({ ok: false, reason });
  });

  it("is not made of something tiny", async () => {
    expect(await makeLogo(await photograph(39, 200).png().toBuffer())).toEqual({ ok: false, reason: "too-small" });
  });

  it.each(Object.entries(HARMLESS).filter(([name]) => /behind|in its/.test(name)))(
    "takes the points of %s alone",
    async (_n, make) => {
      expect(Buffer.from((await made(await make())).image).toString("latin1")).not.toContain(MARK);
    },
  );
});
