import PDFDocument from "pdfkit";
import type { Block } from "@/lib/foundation/blocks";
import { pause } from "@/lib/foundation/in-pieces";
import { readFaces } from "./typefaces";
import { Writer } from "./writer";

/** What a file is made from. */
export interface Paper {
  title: string;
  /** Whose paper it is: at its head, and its author. */
  society: string;
  blocks: readonly Block[];
  /** At the foot of every page, before the page's number. */
  foot: string;
  /** When its content came to be; the same content makes the same file. */
  at: Date;
}

const MARGIN = 64;

/**
 * A PDF/UA file: tagged, with title and language, typefaces inside, and nothing in it that leads or loads from anywhere.
 * Letters that our typefaces lack come out as �, and a line at the end says so.
 */
export async function makePdf({ title, society, blocks, foot, at }: Paper): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    pdfVersion: "1.7",
    // Known to the library, not yet to its types.
    subset: "PDF/UA" as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    // None of the fonts that a reader is expected to have.
    font: null as unknown as string,
    info: { Title: title, Author: society, Creator: society, CreationDate: at, ModDate: at },
  });
  const finished = collect(pdf);
  const writer = new Writer(pdf, await readFaces());
  await pause();
  await writer.writePaper(title, society, blocks);
  await writer.writeFeet(foot);
  pdf.end();
  return finished;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
}
