import { detect } from "chardet";
import iconv from "iconv-lite";
import { pause } from "@/lib/foundation/in-pieces";
import { inPieces } from "./pieces";
import type { Encoding, Reading } from "./register-import";

/** How the letters of a file are written, and, when that is not certain, the readings between which somebody has to choose. */
export interface Guess {
  encoding: Encoding;
  readings: Reading[];
}

/** Encodings with one byte for each letter, the likeliest first. */
const SINGLE_BYTE = ["windows-1252", "windows-1250", "macintosh", "cp850"] as const satisfies readonly Encoding[];
const NAMES_SHOWN = 3;
const MOST_WORDS = 2000;
const LONGEST_WORD = 40;
/** Bytes. More would hold everybody else up, for the same answer. */
const ENOUGH_FOR_STATISTICS = 4096;
/** A reading is plausible if no more than this share of its words look wrong. */
const FEW_WRONG = 0.03;

/** Something that turns the pieces of a file into text, one after the other. */
export function decoderOf(encoding: Encoding): (piece: Uint8Array | null) => string {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding);
    return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
  }
  return (piece) => (piece ? iconv.decode(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength), encoding) : "");
}

/** Unicode is recognised by its own rules. Anything else is judged by the words that have letters outside ASCII. */
export async function guessEncoding(bytes: Uint8Array): Promise<Guess> {
  const wide = guessWide(bytes);
  if (wide) return { encoding: wide, readings: [] };
  const { good, wrong } = await countUtf8(bytes);
  // A few wrong bytes do not make it another encoding: the rows that have them are named instead.
  if (wrong === 0 || good >= 2 * wrong) return { encoding: "utf-8", readings: [] };
  const words = await wordsWithHighBytes(bytes);
  return guessSingleByte(words, good > 0);
}

/** UTF-16, by its mark or by where its zero bytes are. */
function guessWide(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.6 && even < 0.1) return "utf-16le";
  return even > 0.6 && odd < 0.1 ? "utf-16be" : null;
}

async function countUtf8(bytes: Uint8Array): Promise<{ good: number; wrong: number }> {
  const decode = decoderOf("utf-8");
  let [good, wrong] = [0, 0];
  const count = (text: string) => {
    wrong += text.split("\ufffd").length - 1;
    good += text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  };
  for (const piece of inPieces(bytes)) {
    count(decode(piece));
    await pause();
  }
  count(decode(null));
  return { good, wrong };
}

/** Different words with a byte outside ASCII and a letter in it, as bytes. */
async function wordsWithHighBytes(bytes: Uint8Array): Promise<Buffer[]> {
  const words = new Set<string>();
  for (const piece of inPieces(bytes)) {
    const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1");
    for (const [word] of text.matchAll(/[A-Za-z\u0080-\u00ff]+/g))
      if (/[\u0080-\u00ff]/.test(word) && /[A-Za-z]/.test(word)) words.add(word.slice(0, LONGEST_WORD));
    if (words.size >= MOST_WORDS) break;
    await pause();
  }
  return [...words].slice(0, MOST_WORDS).map((word) => Buffer.from(word, "latin1"));
}

interface Candidate {
  encoding: Encoding;
  words: string[];
  wrong: number;
}

function guessSingleByte(words: readonly Buffer[], mayBeUtf8: boolean): Guess {
  const encodings: Encoding[] = mayBeUtf8 ? [...SINGLE_BYTE, "utf-8"] : [...SINGLE_BYTE];
  const candidates = encodings.map((encoding): Candidate => {
    const read = words.map((word) => iconv.decode(word, encoding));
    return { encoding, words: read, wrong: read.filter(looksWrong).length / Math.max(1, read.length) };
  });
  // The sort is stable: of two equally good ones the likelier comes first.
  const ranked = candidates.sort((one, other) => one.wrong - other.wrong);
  const [best] = ranked;
  if (!best) return { encoding: "windows-1252", readings: [] };
  const plausible = ranked.filter(({ wrong }) => wrong <= Math.max(FEW_WRONG, best.wrong));
  // When no reading looks right, the two that look best are shown.
  const shown = best.wrong > FEW_WRONG ? ranked.slice(0, 2) : plausible;
  const different = shown.filter((one, i) => shown.findIndex((other) => isSameText(one, other)) === i);
  const western = different.find(({ encoding }) => encoding === "windows-1252");
  if (western && western.wrong <= FEW_WRONG && soundsWestern(words)) return { encoding: "windows-1252", readings: [] };
  if (different.length < 2) return { encoding: best.encoding, readings: [] };
  return {
    encoding: best.encoding,
    readings: different.map((one) => ({ encoding: one.encoding, names: namesOf(one, different) })),
  };
}

const isSameText = (one: Candidate, other: Candidate) => one.words.every((word, i) => word === other.words[i]);

/** Whether the statistics of languages speak for a Western European one. */
function soundsWestern(words: readonly Buffer[]): boolean {
  const text = Buffer.concat(words.flatMap((word) => [word, Buffer.from(" ")]));
  const found = detect(text.subarray(0, ENOUGH_FOR_STATISTICS));
  return found === "ISO-8859-1" || found === "windows-1252";
}

/** Some words by which this reading can be told from the others. */
function namesOf({ words }: Candidate, others: readonly Candidate[]): string[] {
  const telling = words.filter((word, i) => others.some((other) => other.words[i] !== word));
  return telling.slice(0, NAMES_SHOWN);
}

/** Signs in the middle of a word, a capital letter after a small one, or a small one among capitals. */
function looksWrong(word: string): boolean {
  return (
    /[^\p{L}\p{M}\p{N}’‘“”–—·«»\u00a0]|[ƒªºµˆ]/u.test(word) ||
    /\p{Ll}(?!\p{ASCII})\p{Lu}/u.test(word) ||
    /\p{Lu}\p{Lu}(?!\p{ASCII})[^\P{Ll}ß]\p{Lu}/u.test(word) ||
    /\p{L}[‘“”«»—\u00a0]\p{L}|\p{L}‘$/u.test(word)
  );
}
