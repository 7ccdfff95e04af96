import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { create, type Font } from "fontkit";
import { unpackWoff } from "./woff";

export type Weight = 400 | 700;

/** Words that one file of a typeface can show. */
export interface Run {
  /** The file: a font of the PDF. */
  face: string;
  words: string;
}

/** A file of a typeface, read. */
export interface Face {
  /** Its path below @fontsource. */
  name: string;
  weight: Weight;
  bytes: Buffer;
  /** Whether it has every letter of a text. */
  has: (text: string) => boolean;
}

/**
 * Where letters are looked for, in this order. The first is ours; the others have what it lacks: the rest of the Latin,
 * Greek, Cyrillic and Devanagari letters. They are static files: variable ones cannot be put into a PDF.
 */
const NAMES = [
  "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin",
  "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext",
  "noto-sans/files/noto-sans-latin-ext",
  "noto-sans/files/noto-sans-vietnamese",
  "noto-sans/files/noto-sans-greek",
  "noto-sans/files/noto-sans-greek-ext",
  "noto-sans/files/noto-sans-cyrillic",
  "noto-sans/files/noto-sans-cyrillic-ext",
  "noto-sans/files/noto-sans-devanagari",
  "noto-sans/files/noto-sans-latin",
];
const WEIGHTS: readonly Weight[] = [400, 700];

/** What stands for letters that no file has. */
export const UNKNOWN = "\ufffd";
/** What only says how its neighbours are drawn, or in which direction; by itself it would be a box. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;

let kept: Promise<Face[]> | null = null;

/** All files, read once: some kilobytes each. */
export function readFaces(): Promise<Face[]> {
  kept ??= Promise.all(WEIGHTS.flatMap((weight) => NAMES.map((name) => readFace(name, weight))));
  return kept;
}

async function readFace(name: string, weight: Weight): Promise<Face> {
  const path = `${name}-${weight}-normal.woff`;
  const bytes = unpackWoff(await readFile(join(process.cwd(), "node_modules/@fontsource", path)));
  const font = create(bytes) as Font;
  const has = (text: string) => [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  return { name: path, weight, bytes, has };
}

/** No run is longer, so that a text without an end is worked on in pieces. */
const LONGEST_RUN = 200;
/** A letter has an accent or two. Those that have a thousand are drawn as if there were several letters. */
const MOST_ACCENTS = 8;
const TOO_MANY_ACCENTS = new RegExp(`\\p{M}{${MOST_ACCENTS}}(?=\\p{M})`, "gu");

/** The words in runs, each in the first file that has all its letters; one � for each letter that none has. */
export function* toRuns(faces: readonly Face[], words: string, weight: Weight): Generator<Run> {
  const ours = faces.filter((face) => face.weight === weight);
  // By far most letters are met again.
  const known = new Map<string, Run | null>();
  const placed = (segment: string) => {
    const found = known.get(segment);
    if (found !== undefined) return found;
    const made = place(ours, segment);
    known.set(segment, made);
    return made;
  };
  let run: Run | null = null;
  for (const { segment } of LETTERS.segment(words.normalize("NFC").replace(TOO_MANY_ACCENTS, "$&\u200c"))) {
    const letter = placed(segment);
    if (!letter) continue;
    if (run?.face === letter.face && run.words.length < LONGEST_RUN) {
      run.words += letter.words;
      continue;
    }
    if (run) yield run;
    run = { ...letter };
  }
  if (run) yield run;
}

/** A letter in the first file that has it; null for one that cannot be seen. */
function place(faces: readonly Face[], segment: string): Run | null {
  const letter = segment.replace(/\s/gu, " ").replace(UNSEEN, "");
  if (letter === "") return null;
  const face = faces.find((one) => one.has(letter));
  if (face) return { face: face.name, words: letter };
  return { face: faces.find((one) => one.has(UNKNOWN))?.name ?? "", words: UNKNOWN };
}

/** A letter with its accents stays in one file, and so does an emoji with its parts. */
const LETTERS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });
