/** The texts that a society publishes here. */
export const SLUGS = ["faq", "privacy", "accessibility", "complaints", "terms", "welcome", "contract", "cpd"] as const;

export type Slug = (typeof SLUGS)[number];

/** A text as members read it. */
export interface Document {
  title: string;
  blocks: Block[];
  /** Counts the society's versions; 0 for the text that comes with the product. */
  number: number;
  /** Null for the text that comes with the product, which stands until the society publishes its own. */
  publishedAt: Date | null;
}

/** A text that is still being written, as members would read it. */
export interface Preview {
  title: string;
  lede?: string;
  blocks: Block[];
}

/** One of the versions of a text, for those who keep it. */
export interface Version {
  number: number;
  title: string;
  createdAt: Date;
  /** Null for a draft. */
  publishedAt: Date | null;
  authorName: string | null;
}

/** What a text is made of. Nothing in it can be anything but words, links to safe addresses, and our own videos. */
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

/** A file of this site; captions and the first picture lie beside it under the same name. */
export interface Video {
  title: string;
  src: string;
  captions: string;
  poster: string;
}

/** The words without their dress. */
export function plain(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.type === "text" ? one.text : "inlines" in one ? plain(one.inlines) : " ")).join("");
}
