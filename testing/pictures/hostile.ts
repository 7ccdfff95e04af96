import { deflateSync } from "node:zlib";
import { photograph } from "./photographs";
import { chunk, idat, ihdr, MARK, PAYLOAD, png, riff, webpClaiming, withChunks, withScans, withSegment } from "./pieces";

type Making = () => Promise<Buffer> | Buffer;

const jpeg = () => photograph().jpeg().toBuffer();
const pngFile = () => photograph().png().toBuffer();
const webp = () => photograph().webp().toBuffer();
const then = (file: () => Promise<Buffer>, change: (bytes: Buffer) => Buffer) => async () => change(await file());
const append = (file: () => Promise<Buffer>) => then(file, (bytes) => Buffer.concat([bytes, PAYLOAD]));
const cut = (file: () => Promise<Buffer>, part: number) => then(file, (bytes) => bytes.subarray(0, bytes.length * part));
const text = (words: string) => () => Buffer.from(words);
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><script>alert("${MARK}")</script></svg>`;
const GIF = Buffer.from("R0lGODlhyADIAIAAAP8AAP///yH5BAAAAAAALAAAAADIAMgAAAL+hI+py+0Po5y02ouz3rz7D4bi", "base64");
const ftyp = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)]);

/** Files that nobody should have to open, and the reason for which each is refused. */
export const REFUSED: Record<string, Record<string, Making>> = {
  "unknown-kind": {
    "an empty file": () => Buffer.alloc(0),
    "one byte": () => Buffer.from([0xff]),
    "an SVG file": text(SVG),
    "an SVG file behind a mark of byte order": text(`\ufeff<?xml version="1.0"?>${SVG}`),
    "a page": text(`<!doctype html><script>alert("${MARK}")</script>`),
    "a GIF file": () => GIF,
    "a GIF file that is a script as well": () => Buffer.concat([Buffer.from("GIF89a/*"), GIF, Buffer.from("*/=1;alert(1)")]),
    "a GIF file that moves": () => photograph().gif().toBuffer(),
    "a TIFF file": () => photograph().tiff().toBuffer(),
    "an AVIF file": () => ftyp("avif"),
    "a HEIC file": () => ftyp("heic"),
    "a BMP file": () => Buffer.concat([Buffer.from("BM"), Buffer.alloc(200)]),
    "an ICO file": () => Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0]), Buffer.alloc(200)]),
    "a PDF file": text(`%PDF-1.7\n% ${MARK}`),
    "a PostScript file": text("%!PS-Adobe-3.0 EPSF-3.0"),
    "a ZIP file": () => Buffer.concat([Buffer.from("PK\x03\x04"), PAYLOAD]),
    "a program": () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]),
    "a sound in the clothes of WebP": () => riff(Buffer.from("fmt "), "WAVE"),
    "a JPEG file behind a page": then(jpeg, (bytes) => Buffer.concat([PAYLOAD, bytes])),
  },
  unreadable: {
    "the beginning of a JPEG file and then a page": () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), PAYLOAD]),
    "the beginning of a PNG file and then an SVG file": () => Buffer.concat([png().subarray(0, 8), Buffer.from(SVG)]),
    "the beginning of a WebP file and then a page": () => riff(PAYLOAD),
    "a JPEG file cut in half": cut(jpeg, 0.5),
    "a PNG file cut in half": cut(pngFile, 0.5),
    "a WebP file cut in half": cut(webp, 0.5),
    "the head of a JPEG file": then(jpeg, (bytes) => bytes.subarray(0, 30)),
    "the head of a PNG file": then(pngFile, (bytes) => bytes.subarray(0, 33)),
    "the head of a WebP file": then(webp, (bytes) => bytes.subarray(0, 20)),
    "a PNG file that is damaged": then(pngFile, (bytes) => Buffer.from(bytes).fill(0xab, 200, 900)),
    "a PNG file without points": () => png(ihdr(200, 200)),
    "a PNG file without sides": () => png(ihdr(0, 0), idat(Buffer.alloc(10))),
    "a PNG file with too few points": () => png(ihdr(400, 400), idat(Buffer.alloc(1000))),
    "a WebP file that claims 268 million points and has none": () => webpClaiming(16_383, 16_383),
    "a JPEG file with a thousand scans": async () => withScans(await progressive(), 1000),
  },
  "too-small": {
    "one point": () => photograph(1, 1).png().toBuffer(),
    "a line across": () => photograph(16000, 1).png().toBuffer(),
    "a line down": () => photograph(1, 16000).jpeg().toBuffer(),
    "a stamp": () => photograph(95, 400).webp().toBuffer(),
  },
  "too-many-pixels": {
    "a PNG file of 400 million points in 50 kB": () => png(ihdr(20_000, 20_000, 1), idat(Buffer.alloc(2501 * 20_000))),
    "a PNG file that claims four thousand million points": () => png(ihdr(65_000, 65_000), idat(Buffer.alloc(10))),
    "a JPEG file that claims four thousand million points": async () => claiming(await jpeg(), 65_500),
    "one point more than is bearable": () => photograph(5001, 5000).jpeg().toBuffer(),
  },
};

/** Files that become a picture like any other, with nothing of what they brought. */
export const HARMLESS: Record<string, Making> = {
  "a JPEG file with a page behind it": append(jpeg),
  "a PNG file with a program behind it": append(pngFile),
  "a WebP file with a page behind it": append(webp),
  "a JPEG file with an archive behind it": then(jpeg, (b) => Buffer.concat([b, Buffer.from("PK\x03\x04"), PAYLOAD])),
  "a JPEG file with a program in its comment": then(jpeg, (bytes) => withSegment(bytes, 0xfe, PAYLOAD)),
  "a PNG file with a page in its words": then(pngFile, (b) => withChunks(b, chunk("tEXt", Buffer.from(`a\0${PAYLOAD}`)))),
  "a PNG file with 60 MB of words": then(pngFile, (bytes) =>
    withChunks(bytes, chunk("zTXt", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(60_000_000))]))),
  ),
  "a PNG file with a profile of 60 MB": then(pngFile, (bytes) =>
    withChunks(bytes, chunk("iCCP", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(60_000_000))]))),
  ),
  "a PNG file that moves": then(pngFile, (b) => withChunks(b, chunk("acTL", Buffer.from([0, 0, 0, 9, 0, 0, 0, 0])))),
  "a JPEG file in the colours of print": () => photograph().toColourspace("cmyk").jpeg().toBuffer(),
  "a grey JPEG file": () => photograph().toColourspace("b-w").jpeg().toBuffer(),
  "a PNG file of 16 bits": () => photograph().toColourspace("rgb16").png().toBuffer(),
  "a PNG file with a palette": () => photograph().png({ palette: true, colours: 4 }).toBuffer(),
  "a PNG file of one bit": () => png(ihdr(400, 400, 1), idat(Buffer.alloc(51 * 400))),
  "a PNG file that lets the ground through": () => photograph().ensureAlpha(0.2).png().toBuffer(),
  "a JPEG file in several scans": () => progressive(),
  "a very long one": () => photograph(96, 16_000).webp().toBuffer(),
  "as many points as are bearable": () => photograph(5000, 5000).jpeg({ quality: 40 }).toBuffer(),
};

function progressive(): Promise<Buffer> {
  return photograph(600, 600).jpeg({ progressive: true }).toBuffer();
}

/** Changes the sides in the head of a JPEG file. */
function claiming(file: Buffer, side: number): Buffer {
  const changed = Buffer.from(file);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(side, frame + 5);
  changed.writeUInt16BE(side, frame + 7);
  return changed;
}
