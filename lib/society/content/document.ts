import type { Block } from "@/lib/foundation/blocks";

/** The texts that a society publishes here. */
export const SLUGS = [
  "faq",
  "privacy",
  "accessibility",
  "complaints",
  "terms",
  "welcome",
  "first-conversation",
  "contract",
  "cpd",
] as const;

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
