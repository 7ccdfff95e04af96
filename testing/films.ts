/** Films for tests, as small as they can be: they have the parts that we look for, and nothing to see. */

function box(type: string, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

const MARKS = box("ftyp", Buffer.from("isom\0\0\0\0isomavc1", "latin1"));

function movie(seconds: number): Buffer {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(1000, 12);
  head.writeUInt32BE(seconds * 1000, 16);
  return box("moov", box("mvhd", head));
}

interface Mp4 {
  seconds?: number;
  /** Bytes of pictures. */
  length?: number;
  isIndexLast?: boolean;
}

/** An MP4 film. Its pictures are bytes that count up, so that each place is known by what it holds. */
export function mp4Of({ seconds = 12, length = 1000, isIndexLast = false }: Mp4 = {}): Buffer<ArrayBuffer> {
  const pictures = box("mdat", Buffer.from(Uint8Array.from({ length }, (_, i) => i % 251)));
  const index = movie(seconds);
  return Buffer.concat(isIndexLast ? [MARKS, pictures, index] : [MARKS, index, pictures]);
}

function element(id: string, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(0x10000000 + body.length, 0);
  return Buffer.concat([Buffer.from(id, "hex"), length, body]);
}

/** A WebM film; without seconds, as a browser records it, and of a length that was not known when it was begun. */
export function webmOf(seconds: number | null = 12, type = "webm"): Buffer<ArrayBuffer> {
  const header = element("1a45dfa3", Buffer.concat([Buffer.from([0x42, 0x82, 0x80 + type.length]), Buffer.from(type)]));
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE((seconds ?? 0) * 1000);
  const scale = Buffer.from([0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]);
  const length = seconds === null ? [] : [Buffer.from([0x44, 0x89, 0x88]), duration];
  const contents = [element("1549a966", scale, ...length), element("1f43b675", Buffer.alloc(200))];
  if (seconds !== null) return Buffer.concat([header, element("18538067", ...contents)]);
  return Buffer.concat([header, Buffer.from("1853806701ffffffffffffff", "hex"), ...contents]);
}

export const CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWelcome.\n";
