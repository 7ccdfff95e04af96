import { crc32, deflateSync } from "node:zlib";

/** A marker in everything that must not appear in the output. */
export const MARK = "FOREIGN-7f3a91";
export const PAYLOAD = Buffer.from(`<?php system($_GET["c"]); ?><script>alert("${MARK}")</script>`);

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

/** A PNG file of these chunks, as valid as their contents. */
export function png(...chunks: Buffer[]): Buffer {
  return Buffer.concat([PNG, ...chunks, chunk("IEND", Buffer.alloc(0))]);
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

export function ihdr(width: number, height: number, depth = 8, colour = 0): Buffer {
  return chunk("IHDR", Buffer.concat([uint32(width), uint32(height), Buffer.from([depth, colour, 0, 0, 0])]));
}

export function idat(data: Buffer): Buffer {
  return chunk("IDAT", deflateSync(data, { level: 9 }));
}

/** Puts chunks into a PNG file after its head. */
export function withChunks(file: Buffer, ...chunks: Buffer[]): Buffer {
  const head = PNG.length + 25;
  return Buffer.concat([file.subarray(0, head), ...chunks, file.subarray(head)]);
}

/** Puts a segment into a JPEG file after its first two bytes. */
export function withSegment(file: Buffer, marker: number, data: Buffer): Buffer {
  const segment = Buffer.alloc(4);
  segment.set([0xff, marker]);
  segment.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), segment, data, file.subarray(2)]);
}

/** Repeats the last scan of a progressive JPEG file: each has to be gone through again over the whole picture. */
export function withScans(file: Buffer, times: number): Buffer {
  const start = file.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = file.subarray(start, file.length - 2);
  return Buffer.concat([file.subarray(0, file.length - 2), ...Array<Buffer>(times).fill(scan), file.subarray(-2)]);
}

/** A WebP file whose head claims these sides, with nothing behind it. */
export function webpClaiming(width: number, height: number): Buffer {
  const head = Buffer.alloc(10);
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  return riff(Buffer.concat([Buffer.from("VP8X"), uint32LE(head.length), head]));
}

export function riff(body: Buffer, kind = "WEBP"): Buffer {
  return Buffer.concat([Buffer.from("RIFF"), uint32LE(body.length + 4), Buffer.from(kind), body]);
}

/** What a WebP file consists of. Throws when something stands before, between or behind its parts. */
export function webpParts(file: Uint8Array): string[] {
  const bytes = Buffer.from(file);
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") throw new Error("not WebP");
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) throw new Error("not of the length that it says");
  const parts: string[] = [];
  let at = 12;
  while (at < bytes.length) {
    parts.push(bytes.toString("latin1", at, at + 4));
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  if (at !== bytes.length) throw new Error("something stands behind the last part");
  return parts;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint32LE(value: number): Buffer {
  return uint32(value).reverse();
}
