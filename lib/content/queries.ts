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
    select: { number: true, title: true, body: true, publishedAt: true },
  });
  const { title, body } = published ?? (await readFirstText(slug));
  return {
    title: fillTitle(title, surroundings),
    blocks: surroundings.pair ? compose(body, surroundings) : composeOnce(slug, body, surroundings),
    number: published?.number ?? 0,
    publishedAt: published?.publishedAt ?? null,
  };
}

const kept = new Map<Slug, Surroundings & { body: string; blocks: Block[] }>();

/** Texts and settings change seldom and are read often, and taking Markdown apart is most of the work. */
function composeOnce(slug: Slug, body: string, { settings, signIn }: Surroundings): Block[] {
  const known = kept.get(slug);
  if (known?.body === body && known.settings === settings && known.signIn === signIn) return known.blocks;
  const surroundings = { settings, signIn };
  const blocks = compose(body, surroundings);
  kept.set(slug, { ...surroundings, body, blocks });
  return blocks;
}

function compose(body: string, surroundings: Surroundings): Block[] {
  return numberHeadings(fillBlocks(parseMarkdown(choosePassages(body, surroundings)), surroundings));
}
