import { db } from "@/lib/db/client";
import type { Block, Document, Slug } from "./document";
import { readFirstText } from "./first-text";
import { numberHeadings, parseMarkdown } from "./markdown";
import { choosePassages, fillBlocks, fillTitle } from "./placeholders";
import type { Surroundings } from "./vocabulary";

/** The newest version that the society has published by `now`, or the text that comes with the product, in the society's words. */
export async function getDocument(slug: Slug, surroundings: Surroundings, now: Date): Promise<Document> {
  const published = await db().document.findFirst({
    where: { slug, publishedAt: { lte: now } },
    orderBy: { number: "desc" },
    select: { title: true, body: true, publishedAt: true },
  });
  const { title, body } = published ?? (await readFirstText(slug));
  const blocks = parseOnce(slug, choosePassages(body, surroundings));
  return {
    title: fillTitle(title, surroundings),
    blocks: numberHeadings(fillBlocks(blocks, surroundings)),
    publishedAt: published?.publishedAt ?? null,
  };
}

const kept = new Map<Slug, { text: string; blocks: Block[] }>();

/** Texts change seldom and are read often, and taking Markdown apart is most of the work. */
function parseOnce(slug: Slug, text: string): Block[] {
  const known = kept.get(slug);
  if (known?.text === text) return known.blocks;
  const blocks = parseMarkdown(text);
  kept.set(slug, { text, blocks });
  return blocks;
}
