import { Pieces } from "@/lib/foundation/in-pieces";
import { toLines } from "./lines";
import type { Look } from "./looks";
import type { Span } from "./spans";
import { type Face, type Run, toRuns, UNKNOWN } from "./typefaces";

/** A letter with a dot below would be drawn as two, of which the second has no name when the words are read out or copied. */
const FEATURES = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];
/** As we have put it: the library need not measure it once more. */
const PLACED = { lineBreak: false, features: FEATURES, baseline: "alphabetic", textWidth: 0, wordCount: 0 } as const;
/** A letter takes up to 30 microseconds to be measured and written. */
const LETTERS_IN_A_PIECE = 300;
/** Devanagari takes five times as long: its letters change with their neighbours. */
const SLOW = /\p{Script=Devanagari}/u;
/** What a line costs besides its letters, counted in letters. */
const LINE = 20;
/** Longer words are met once. */
const LONGEST_KNOWN = 24;
const MOST_KNOWN = 5000;
const LINE_GAP = 2.5;

/** Writes lines into a PDF, in pieces between which everything else has its turn. */
export class Pen {
  readonly pieces = new Pieces(LETTERS_IN_A_PIECE);
  hasUnknown = false;
  private readonly written = new Set<string>();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly faces: readonly Face[],
  ) {}

  /** The words of a paragraph below each other from where the PDF stands, `indent` from the margin, over as many pages as they need. */
  async write(spans: readonly Span[], look: Look, indent: number): Promise<void> {
    const { margins, width } = this.pdf.page;
    const measure = (run: Run) => this.measure(run, look.size);
    this.take(this.faces[0]?.name ?? "", look.size);
    const [height, ascent] = [this.pdf.currentLineHeight(true) + LINE_GAP, this.ascent(look.size)];
    for (const line of splitLines(spans)) {
      for (const placed of toLines(this.runsOf(line), width - margins.left - margins.right - indent, measure)) {
        if (this.pdf.y + height - LINE_GAP > this.pdf.page.maxY()) this.pdf.continueOnNewPage();
        this.pdf.fillColor(look.color);
        await this.writeLine(placed, look.size, margins.left + indent, this.pdf.y + ascent);
        this.pdf.y += height;
      }
    }
  }

  private async writeLine(runs: readonly Run[], size: number, left: number, baseline: number): Promise<void> {
    const { y } = this.pdf;
    let x = left;
    for (const { face, words } of runs) {
      this.take(face, size);
      this.pdf.text(words, x, baseline, PLACED);
      x = this.pdf.x;
      await this.pieces.step(SLOW.test(words) ? words.length * 5 : words.length);
    }
    await this.pieces.step(LINE);
    this.pdf.y = y;
  }

  private *runsOf(spans: readonly Span[]): Generator<Run> {
    for (const { words, weight } of spans) {
      for (const run of toRuns(this.faces, words, weight)) {
        this.hasUnknown ||= run.words.includes(UNKNOWN);
        yield run;
      }
    }
  }

  private measure(run: Run, size: number): number {
    const key = run.words.length <= LONGEST_KNOWN ? `${run.face} ${size} ${run.words}` : null;
    const known = key && this.known.get(key);
    if (typeof known === "number") return known;
    this.take(run.face, size);
    const width = this.pdf.widthOfString(run.words, { features: FEATURES });
    if (key && this.known.size < MOST_KNOWN) this.known.set(key, width);
    return width;
  }

  /** How far the letters of our first typeface stand above their line: those of the others stand on the same one. */
  private ascent(size: number): number {
    return ((this.pdf as unknown as { _font: { ascender: number } })._font.ascender / 1000) * size;
  }

  private take(face: string, size: number): void {
    const { bytes } = this.faces.find(({ name }) => name === face) ?? {};
    if (bytes && !this.written.has(face)) this.pdf.registerFont(face, bytes);
    this.written.add(face);
    this.pdf.font(face).fontSize(size);
  }
}

/** The spans of each line as it was typed. */
function splitLines(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const { words, weight } of spans) {
    for (const [i, part] of words.split("\n").entries()) {
      if (i > 0) lines.push([]);
      lines.at(-1)?.push({ words: part, weight });
    }
  }
  return lines;
}
