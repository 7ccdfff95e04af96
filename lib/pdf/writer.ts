import { type Block, type Inline, plain } from "@/lib/content/document";
import { LOOKS, type Look } from "./looks";
import { type Span, spansOf } from "./spans";
import { type Face, type Run, toRuns, UNKNOWN, type Weight } from "./typefaces";

type Element = PDFKit.PDFStructureElement;

const INDENT = 16;
const LINE_GAP = 2.5;
/** A letter with a dot below would be drawn as two, of which the second has no name when the words are read out or copied. */
const FEATURES = { ccmp: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];
/** A heading is not left alone at the foot of a page: so much must fit below its beginning. */
const HEADING_ROOM = 64;
const UNKNOWN_NOTE = `${UNKNOWN} stands for a letter that the typefaces of this file have not got.`;

/** Writes blocks into a PDF, each with the tag that says what it is. */
export class Writer {
  private readonly written = new Set<string>();
  private hasUnknown = false;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly faces: readonly Face[],
  ) {}

  writePaper(title: string, society: string, blocks: readonly Block[]): void {
    const paper = this.pdf.struct("Document");
    this.pdf.addStructure(paper);
    this.writeLine(paper, "P", society, LOOKS.society);
    this.writeLine(paper, "H1", title, LOOKS.title);
    this.writeBlocks(paper, blocks, 0);
    if (this.hasUnknown) this.writeLine(paper, "P", UNKNOWN_NOTE, { ...LOOKS.society, above: 16 });
    paper.end();
  }

  /** The foot of every page, which is no part of the text. */
  writeFeet(foot: string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      const { height, width, margins } = this.pdf.page;
      this.pdf.markContent("Artifact", { type: "Pagination" });
      // Below the margin, where text would begin another page.
      const { bottom } = margins;
      margins.bottom = 0;
      this.pdf.x = margins.left;
      this.pdf.y = height - bottom + 22;
      const line = `${foot} · Page ${page - start + 1} of ${count}`;
      this.writeRuns([{ words: line, weight: 400 }], LOOKS.foot, width - margins.left - margins.right);
      margins.bottom = bottom;
      this.pdf.endMarkedContent();
    }
  }

  private writeBlocks(parent: Element, blocks: readonly Block[], indent: number): void {
    for (const block of blocks) this.writeBlock(parent, block, indent);
  }

  private writeBlock(parent: Element, block: Block, indent: number): void {
    const writeWords = (inlines: readonly Inline[]) => this.writeText(parent, "P", inlines, LOOKS.paragraph, indent);
    switch (block.type) {
      case "heading":
        this.writeText(parent, `H${block.level}`, block.inlines, LOOKS[`heading${block.level}`], indent);
        break;
      case "paragraph":
        writeWords(block.inlines);
        break;
      case "preformatted":
        writeWords([{ type: "text", text: block.text }]);
        break;
      case "video":
        writeWords([{ type: "text", text: block.video.title }]);
        break;
      case "quote":
        this.within(parent, "BlockQuote", (quote) => this.writeBlocks(quote, block.blocks, indent + INDENT));
        break;
      case "list":
        this.within(parent, "L", (list) => {
          for (const [i, item] of block.items.entries()) {
            this.writeItem(list, item, block.isOrdered ? `${block.start + i}.` : "•", indent);
          }
        });
        break;
      case "rule":
        this.pdf.y += LOOKS.paragraph.above;
    }
  }

  /** The mark of an item stands beside its first line. */
  private writeItem(list: Element, item: readonly Block[], mark: string, indent: number): void {
    this.within(list, "LI", (entry) => {
      let top = 0;
      this.keepTogether(LOOKS.item.size * 2);
      this.writeText(entry, "Lbl", [{ type: "text", text: mark }], LOOKS.item, indent, () => {
        top = this.pdf.y;
      });
      this.pdf.y = top - LOOKS.paragraph.above;
      this.within(entry, "LBody", (body) => this.writeBlocks(body, item, indent + INDENT));
    });
  }

  private within(parent: Element, tag: string, write: (element: Element) => void): void {
    const element = this.pdf.struct(tag);
    parent.add(element);
    write(element);
    element.end();
  }

  private writeLine(parent: Element, tag: string, words: string, look: Look): void {
    this.writeText(parent, tag, [{ type: "text", text: words }], look, 0);
  }

  private writeText(
    parent: Element,
    tag: string,
    inlines: readonly Inline[],
    look: Look,
    indent: number,
    begins?: () => void,
  ): void {
    if (plain(inlines).trim() === "") return;
    this.pdf.y += look.above;
    if (tag.startsWith("H")) this.keepTogether(HEADING_ROOM);
    begins?.();
    const { margins, width } = this.pdf.page;
    const write = () => {
      this.pdf.x = margins.left + indent;
      this.writeRuns(spansOf(inlines, look.weight), look, width - margins.left - margins.right - indent);
    };
    parent.add(this.pdf.struct(tag, {}, write));
  }

  /** On to the next page when there is not so much room left on this one. */
  private keepTogether(points: number): void {
    if (this.pdf.y + points > this.pdf.page.maxY()) this.pdf.addPage();
  }

  private writeRuns(spans: readonly Span[], look: Look, width: number): void {
    const runs = spans.flatMap(({ words, weight }) => words.split("\n").flatMap((line, i) => this.runsOf(line, weight, i > 0)));
    this.pdf.fontSize(look.size).fillColor(look.color);
    runs.forEach(({ face, words }, i) => {
      const { bytes } = this.faces.find(({ name }) => name === face) ?? {};
      if (bytes && !this.written.has(face)) this.pdf.registerFont(face, bytes);
      this.written.add(face);
      this.pdf.font(face).text(words, { width, lineGap: LINE_GAP, continued: i < runs.length - 1, features: FEATURES });
    });
  }

  private runsOf(line: string, weight: Weight, isNewLine: boolean): Run[] {
    const runs = toRuns(this.faces, line, weight);
    this.hasUnknown ||= runs.some(({ words }) => words.includes(UNKNOWN));
    const [first, ...rest] = runs;
    if (!isNewLine) return runs;
    return first ? [{ ...first, words: `\n${first.words}` }, ...rest] : [];
  }
}
