/** The parts of a text. They can only be words, links to safe addresses and our own videos, so no HTML can get in. */
export type Block =
  | { type: "heading"; level: 2 | 3 | 4; id: string; inlines: Inline[] }
  | { type: "paragraph"; inlines: Inline[] }
  | { type: "list"; isOrdered: boolean; start: number; items: Block[][] }
  | { type: "quote"; blocks: Block[] }
  | { type: "preformatted"; text: string }
  | { type: "video"; video: Video }
  | { type: "rule" };

export type Inline =
  | { type: "text"; text: string }
  | { type: "strong" | "emphasis"; inlines: Inline[] }
  | { type: "link"; href: string; inlines: Inline[] }
  | { type: "break" };

/** A file of this site, with its captions. The films that come with the product have a first picture beside them, a society's own none. */
export interface Video {
  title: string;
  src: string;
  captions: string;
  poster: string | null;
}

/** A heading, and what stands below it. */
export interface Section {
  heading: Extract<Block, { type: "heading" }>;
  blocks: Block[];
}

/** A text divided at its headings of the second level: what stands before the first, and then a section for each. */
export function divide(blocks: readonly Block[]): { before: Block[]; sections: Section[] } {
  const before: Block[] = [];
  const sections: Section[] = [];
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) sections.push({ heading: block, blocks: [] });
    else (sections.at(-1)?.blocks ?? before).push(block);
  }
  return { before, sections };
}

/** The plain text, without formatting. */
export function plain(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.type === "text" ? one.text : "inlines" in one ? plain(one.inlines) : " ")).join("");
}
