import { type Block, type Inline, plain } from "@/lib/foundation/blocks";
import { CONDITIONS, PLACEHOLDERS, type Surroundings } from "./vocabulary";

/** A condition is either on lines of its own around paragraphs, and then its line breaks go with it, or within one line. */
const PASSAGE = /\{\{#(\w+)\}\}(?:\n([\s\S]*?)\{\{\/\1\}\}\n?|([^\n]*?)\{\{\/\1\}\})/g;
const PLACEHOLDER = /\{\{(\w+)\}\}/;
const ANYTHING_BRACED = /\{\{([^{}]*)\}\}/g;

/** The Markdown with the passages that apply. An unknown condition stays visible. */
export function choosePassages(body: string, surroundings: Surroundings): string {
  return body.replace(PASSAGE, (passage, name: string, lines?: string, words?: string) => {
    if (!isKey(CONDITIONS, name)) return passage;
    return CONDITIONS[name](surroundings) ? (lines ?? words ?? "") : "";
  });
}

/** The blocks with the society's words in place of placeholders. An unknown one stays visible. */
export function fillBlocks(blocks: readonly Block[], surroundings: Surroundings): Block[] {
  return blocks.map((block): Block => {
    if ("inlines" in block) return { ...block, inlines: fillInlines(block.inlines, surroundings) };
    if (block.type === "quote") return { ...block, blocks: fillBlocks(block.blocks, surroundings) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => fillBlocks(item, surroundings)) };
    if (block.type === "video")
      return { ...block, video: { ...block.video, title: fillTitle(block.video.title, surroundings) } };
    return block;
  });
}

/** The same for a line of plain text. */
export function fillTitle(title: string, surroundings: Surroundings): string {
  return plain(fillText(title, surroundings));
}

/** Every placeholder with its current value, for people who edit a text. */
export function listPlaceholders(surroundings: Surroundings): { name: string; words: string }[] {
  return Object.keys(PLACEHOLDERS).map((name) => ({ name, words: fillTitle(`{{${name}}}`, surroundings) }));
}

/** Unknown placeholders and conditions in double braces, to be shown to the person who edits the text. */
export function findUnknownPlaceholders(text: string): string[] {
  const passages = [...text.matchAll(PASSAGE)].map(([, name = ""]) => name);
  const names = [...text.matchAll(ANYTHING_BRACED)].map(([, name = ""]) => name);
  return names.filter((name) => {
    if (!/^[#/]/.test(name)) return !isKey(PLACEHOLDERS, name);
    return !isKey(CONDITIONS, name.slice(1)) || !passages.includes(name.slice(1));
  });
}

function fillInlines(inlines: readonly Inline[], surroundings: Surroundings): Inline[] {
  return inlines.flatMap((one): Inline[] => {
    if (one.type === "text") return fillText(one.text, surroundings);
    if (one.type === "break") return [one];
    const filled = fillInlines(one.inlines, surroundings);
    // A link within a link is none.
    return [{ ...one, inlines: one.type === "link" ? [{ type: "text", text: plain(filled) }] : filled }];
  });
}

function fillText(text: string, surroundings: Surroundings): Inline[] {
  return text.split(/(\{\{\w+\}\})/).flatMap((part): Inline[] => {
    const name = PLACEHOLDER.exec(part)?.[1];
    if (part === "") return [];
    if (name === undefined || !isKey(PLACEHOLDERS, name)) return [{ type: "text", text: part }];
    const value = PLACEHOLDERS[name](surroundings);
    return typeof value === "string" ? [{ type: "text", text: value }] : value;
  });
}

function isKey<Known extends object>(known: Known, name: string): name is Extract<keyof Known, string> {
  return Object.hasOwn(known, name);
}
