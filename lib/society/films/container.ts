import type { FilmKind } from "./film";

/** Reads so many bytes of the file from there on; fewer where it ends. */
export type ReadAt = (from: number, length: number) => Promise<Uint8Array>;

/** Bytes from the beginning of a file that say what it is. */
export const TELLING = 64;

/** Marks of MP4 files that browsers play. Pictures (HEIC, AVIF) and QuickTime films begin in the same way, with marks of their own. */
const MP4_MARKS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|cmfc|M4V |M4VP|MSNV|mp71)$/;
/** Parts of a file that are looked at before we give up finding what we look for. */
const MOST_PARTS = 4096;

/** What kind of film a file is, by its first bytes; null for anything else, whatever it is called. */
export function findFilmKind(start: Uint8Array): FilmKind | null {
  const bytes = Buffer.from(start);
  if (bytes.toString("latin1", 4, 8) === "ftyp") {
    const end = Math.min(bytes.readUInt32BE(0), bytes.length);
    // The mark, a version, then the marks of all that can play it.
    const marks = [8, ...Array.from({ length: 12 }, (_, i) => 16 + i * 4)].filter((at) => at + 4 <= end);
    return marks.some((at) => MP4_MARKS.test(bytes.toString("latin1", at, at + 4))) ? "mp4" : null;
  }
  const isMatroska = bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3;
  // Matroska has many kinds of contents; browsers play those that call themselves "webm".
  return isMatroska && bytes.includes(Buffer.from([0x42, 0x82, 0x84, 0x77, 0x65, 0x62, 0x6d])) ? "webm" : null;
}

/** The length of a film in seconds, null where it does not say; "broken" where what is needed for playing it is missing. */
export async function readFilmLength(kind: FilmKind, size: number, readAt: ReadAt): Promise<number | null | "broken"> {
  return kind === "mp4" ? readMp4(size, readAt) : readWebm(size, readAt);
}

interface Box {
  type: string;
  /** Where its contents begin, and where it ends. */
  from: number;
  to: number;
}

async function readMp4(size: number, readAt: ReadAt): Promise<number | null | "broken"> {
  let moov: Box | null = null;
  let hasPictures = false;
  for await (const box of boxes(0, size, readAt)) {
    // The end of the file is missing.
    if (box.to > size) return "broken";
    if (box.type === "moov") moov = box;
    if (box.type === "mdat") hasPictures = true;
  }
  if (!moov || !hasPictures) return "broken";
  for await (const { type, from } of boxes(moov.from, moov.to, readAt)) {
    if (type === "mvhd") return secondsOfMvhd(Buffer.from(await readAt(from, 32)));
  }
  return "broken";
}

async function* boxes(start: number, end: number, readAt: ReadAt): AsyncGenerator<Box> {
  let at = start;
  for (let count = 0; at + 8 <= end && count < MOST_PARTS; count++) {
    const head = Buffer.from(await readAt(at, 16));
    if (head.length < 8) return;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    const box = { type: head.toString("latin1", 4, 8), from: at + (isLong ? 16 : 8), to: at + length };
    if (box.to < box.from) return;
    yield box;
    at = box.to;
  }
}

/** The head of the film: a version, when it was made and changed, units in a second, and how many of them it lasts. */
function secondsOfMvhd(bytes: Buffer): number | null {
  if (bytes.length < 32) return null;
  const isLong = bytes.readUInt8(0) === 1;
  const unit = bytes.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  return wholeSeconds(unit === 0 ? 0 : length / unit);
}

const ID = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  cluster: 0x1f43b675,
};

async function readWebm(size: number, readAt: ReadAt): Promise<number | null | "broken"> {
  const segment = await findElement(0, size, readAt, (id) => id === ID.segment);
  if (!segment) return "broken";
  const end = Math.min(segment.to, size);
  const info = await findElement(segment.from, end, readAt, (id) => id === ID.info || id === ID.cluster);
  if (!info) return "broken";
  if (info.id !== ID.info) return null;
  if (info.to > size) return "broken";
  const contents = Buffer.from(await readAt(info.from, Math.min(info.to - info.from, 4096)));
  const readInfo: ReadAt = async (from, length) => contents.subarray(from, from + length);
  const duration = await findElement(0, contents.length, readInfo, (id) => id === ID.duration);
  if (!duration) return null;
  const scale = await findElement(0, contents.length, readInfo, (id) => id === ID.scale);
  const unit = scale ? numberOf(contents.subarray(scale.from, scale.to)) : 1_000_000;
  return wholeSeconds((floatOf(contents.subarray(duration.from, duration.to)) * unit) / 1e9);
}

interface Element {
  id: number;
  from: number;
  to: number;
}

async function findElement(start: number, end: number, readAt: ReadAt, isIt: (id: number) => boolean): Promise<Element | null> {
  let at = start;
  for (let count = 0; at + 2 <= end && count < MOST_PARTS; count++) {
    const element = elementAt(at, Buffer.from(await readAt(at, 12)));
    if (!element || isIt(element.id)) return element;
    at = element.to;
  }
  return null;
}

/** Its id and its length are numbers whose first byte says how many bytes they take. */
function elementAt(at: number, head: Buffer): Element | null {
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  if (idLength > 4 || head.length < idLength + 1) return null;
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
  if (sizeLength > 8 || head.length < idLength + sizeLength) return null;
  const id = numberOf(head.subarray(0, idLength));
  const bits = 2 ** (7 * sizeLength);
  const length = numberOf(head.subarray(idLength, idLength + sizeLength)) - bits;
  const from = at + idLength + sizeLength;
  // All ones: nobody knew its length when it was begun, so it reaches to the end.
  return { id, from, to: length === bits - 1 ? Number.MAX_SAFE_INTEGER : from + length };
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function floatOf(bytes: Buffer): number {
  if (bytes.length === 4) return bytes.readFloatBE(0);
  return bytes.length === 8 ? bytes.readDoubleBE(0) : 0;
}

/** Null for what cannot be the length of a film. */
function wholeSeconds(seconds: number): number | null {
  return Number.isFinite(seconds) && seconds > 0 && seconds < 86_400 ? Math.max(1, Math.round(seconds)) : null;
}
