import { type Block, type Inline, plain } from "@/lib/foundation/blocks";
import { LOOKS, type Look } from "./looks";
import { Pen } from "./pen";
import { spansOf } from "./spans";
import { type Face, UNKNOWN } from "./typefaces";

type Element = PDFKit.PDFStructureElement;

const INDENT = 16;
/** A heading is not left alone at the foot of a page: so much must fit below its beginning. */
const HEADING_ROOM = 64;
/** What packing a page costs, counted in letters. */
const PAGE = 150;
const UNKNOWN_NOTE = `${UNKNOWN} stands for a character that the fonts of this file do not have.`;

/** Writes blocks into a PDF, each with the tag that says what it is. */
export class Writer {
  private readonly pen: Pen;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    faces: readonly Face[],
  ) {
    this.pen = new Pen(pdf, faces);
  }

  async writePaper(title: string, society: string, blocks: readonly Block[]): Promise<void> {
    const paper = this.pdf.struct("Document");
    this.pdf.addStructure(paper);
    await this.writeLine(paper, "P", society, LOOKS.society);
    await this.writeLine(paper, "H1", title, LOOKS.title);
    await this.writeBlocks(paper, blocks, 0);
    if (this.pen.hasUnknown) await this.writeLine(paper, "P", UNKNOWN_NOTE, { ...LOOKS.society, above: 16 });
    paper.end();
  }

  /** The foot of every page, which is no part of the text, and with it the page is finished. */
  async writeFeet(foot: string): Promise<void> {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      const { height, margins } = this.pdf.page;
      this.pdf.markContent("Artifact", { type: "Pagination" });
      // Below the margin, where text would begin another page.
      const { bottom } = margins;
      margins.bottom = 0;
      this.pdf.y = height - bottom + 22;
      await this.pen.write([{ words: `${foot} · Page ${page - start + 1} of ${count}`, weight: 400 }], LOOKS.foot, 0);
      margins.bottom = bottom;
      this.pdf.endMarkedContent();
    }
    await this.packPages();
  }

  /** The library would pack all pages in one piece at the end. */
  private async packPages(): Promise<void> {
    const pdf = this.pdf as PDFKit.PDFDocument & { _pageBuffer: unknown[] };
    for (const page of pdf._pageBuffer.splice(0)) {
      pdf._pageBuffer = [page];
      pdf.flushPages();
      await this.pen.pieces.step(PAGE);
    }
  }

  private async writeBlocks(parent: Element, blocks: readonly Block[], indent: number): Promise<void> {
    for (const block of blocks) await this.writeBlock(parent, block, indent);
  }

  private async writeBlock(parent: Element, block: Block, indent: number): Promise<void> {
    const writeWords = (inlines: readonly Inline[]) => this.writeText(parent, "P", inlines, LOOKS.paragraph, indent);
    switch (block.type) {
      case "heading":
        return this.writeText(parent, `H${block.level}`, block.inlines, LOOKS[`heading${block.level}`], indent);
      case "paragraph":
        return writeWords(block.inlines);
      case "preformatted":
        return writeWords([{ type: "text", text: block.text }]);
      case "video":
        return writeWords([{ type: "text", text: block.video.title }]);
      case "quote":
        return this.within(parent, "BlockQuote", (quote) => this.writeBlocks(quote, block.blocks, indent + INDENT));
      case "list":
        return this.within(parent, "L", async (list) => {
          for (const [i, item] of block.items.entries()) {
            await this.writeItem(list, item, block.isOrdered ? `${block.start + i}.` : "•", indent);
          }
        });
      case "rule":
        this.pdf.y += LOOKS.paragraph.above;
    }
  }

  /** The mark of an item stands beside its first line. */
  private async writeItem(list: Element, item: readonly Block[], mark: string, indent: number): Promise<void> {
    await this.within(list, "LI", async (entry) => {
      let top = 0;
      this.keepTogether(LOOKS.item.size * 2);
      await this.writeText(entry, "Lbl", [{ type: "text", text: mark }], LOOKS.item, indent, () => {
        top = this.pdf.y;
      });
      this.pdf.y = top - LOOKS.paragraph.above;
      await this.within(entry, "LBody", (body) => this.writeBlocks(body, item, indent + INDENT));
    });
  }

  private async within(parent: Element, tag: string, write: (element: Element) => Promise<void>): Promise<void> {
    const element = this.pdf.struct(tag);
    parent.add(element);
    await write(element);
    element.end();
  }

  private writeLine(parent: Element, tag: string, words: string, look: Look): Promise<void> {
    return this.writeText(parent, tag, [{ type: "text", text: words }], look, 0);
  }

  private async writeText(
    parent: Element,
    tag: string,
    inlines: readonly Inline[],
    look: Look,
    indent: number,
    begins?: () => void,
  ): Promise<void> {
    if (plain(inlines).trim() === "") return;
    this.pdf.y += look.above;
    if (tag.startsWith("H")) this.keepTogether(HEADING_ROOM);
    begins?.();
    const element = this.pdf.struct(tag);
    parent.add(element);
    const content = this.pdf.markStructureContent(tag);
    await this.pen.write(spansOf(inlines, look.weight), look, indent);
    this.pdf.endMarkedContent();
    element.add(content).end();
  }

  /** On to the next page when there is not so much room left on this one. */
  private keepTogether(points: number): void {
    if (this.pdf.y + points > this.pdf.page.maxY()) this.pdf.addPage();
  }
}
