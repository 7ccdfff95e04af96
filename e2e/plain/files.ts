import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import type { Saved } from "./browser";

export const wordsIn = ({ bytes }: Saved) => new TextDecoder().decode(bytes);

/** What a PDF says, without spaces: where two letters stand far apart, its reader takes that for one. */
export async function readPdf({ bytes }: Saved): Promise<{ text: string; info: object }> {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  return { text: closeUp(text), info: (await getMeta(pdf)).info };
}

export const closeUp = (words: string) => words.replace(/\s+/g, "");

/** The files in a ZIP, by name. */
export function unzip({ bytes }: Saved): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

/** A photograph, which says in itself with what it was taken. */
export async function photograph(name: string, background = "#8844cc"): Promise<File> {
  const create = { width: 640, height: 480, channels: 3, background } as const;
  const bytes = await sharp({ create })
    .withExif({ IFD0: { Model: "Hidden" } })
    .jpeg()
    .toBuffer();
  return file(name, "image/jpeg", bytes);
}

export function file(name: string, type: string, words: string | Buffer): File {
  return new File([typeof words === "string" ? words : new Uint8Array(words)], name, { type });
}

/** No picture, whatever it calls itself. */
export const HOSTILE_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
