import type { Texts } from "@/lib/foundation/amending";
import type { Block } from "@/lib/foundation/blocks";
import { db } from "@/lib/foundation/db/client";
import type { Document, Preview, Slug, Version } from "./document";
import type { Newest } from "./editing";
import { readFirstText } from "./first-text";
import { numberHeadings, parseMarkdown } from "./markdown";
import { choosePassages, fillBlocks, fillTitle } from "./placeholders";
import type { Surroundings } from "./vocabulary";

/**
 * The newest version that the society has published by `now`, or the text that comes with the product, in the society's words.
 */
export async function getDocument(slug: Slug, surroundings: Surroundings, now: Date): Promise<Document> {
  const text = await findPublishedText(slug, now);
  if (surroundings.partners) return composeDocument(text, surroundings);
  const { title, body, ...which } = text;
  return { title: fillTitle(title, surroundings), blocks: composeOnce(slug, body, surroundings), ...which };
}

/** A published text as it was written, or the one that comes with the product. */
export interface PublishedText extends Omit<Document, "blocks"> {
  body: string;
}

export async function findPublishedText(slug: Slug, now: Date): Promise<PublishedText> {
  const published = await db().document.findFirst({
    where: { slug, publishedAt: { lte: now } },
    orderBy: { number: "desc" },
    select: { number: true, title: true, body: true, publishedAt: true },
  });
  return published ?? { ...(await readFirstText(slug)), number: 0, publishedAt: null };
}

/** The same in the society's words. */
export function composeDocument({ title, body, ...which }: PublishedText, surroundings: Surroundings): Document {
  return { title: fillTitle(title, surroundings), blocks: compose(body, surroundings), ...which };
}

/** A text as members read it. */
export function composeText({ title = "", summary, body = "" }: Texts, surroundings: Surroundings): Preview {
  const lede = summary ? { lede: fillTitle(summary, surroundings) } : {};
  return { title: fillTitle(title, surroundings), ...lede, blocks: compose(body, surroundings) };
}

/** The same within the page of its form, whose boxes have addresses too. */
export function previewText(texts: Texts, surroundings: Surroundings): Preview {
  const text = composeText(texts, surroundings);
  return {
    ...text,
    blocks: text.blocks.map((block) => (block.type === "heading" ? { ...block, id: `preview-${block.id}` } : block)),
  };
}

/** The newest version, draft or not. If there is none, the text that comes with the product, as number 0. */
export async function findNewestDocument(slug: Slug, now: Date): Promise<Newest & { publishedNumber: number }> {
  const [row] = await db().$queryRaw<{ number: number; texts: Texts; authorName: string | null; published: number | null }[]>`
    SELECT d."number", jsonb_build_object('title', d."title", 'body', d."body") AS "texts", m."name" AS "authorName",
      (SELECT max("number") FROM "documents" WHERE "slug" = ${slug} AND "publishedAt" <= ${now}::timestamptz) AS "published"
    FROM "documents" d LEFT JOIN "members" m ON m."id" = d."authorId"
    WHERE d."slug" = ${slug} ORDER BY d."number" DESC LIMIT 1`;
  if (!row)
    return { number: 0, publishedNumber: 0, isLive: false, texts: { ...(await readFirstText(slug)) }, authorName: null };
  const { published, ...newest } = row;
  return { ...newest, publishedNumber: published ?? 0, isLive: newest.number === published };
}

/** The boxes of one version (0 is the one that comes with the product); null if there is no such version. */
export async function findDocumentTexts(slug: Slug, number: number): Promise<Texts | null> {
  if (number === 0) return { ...(await readFirstText(slug)) };
  return db().document.findUnique({ where: { slug_number: { slug, number } }, select: { title: true, body: true } });
}

/** How many versions are listed. Older ones are kept, but not listed. */
const MOST_VERSIONS = 100;

/** The newest versions of a text without their bodies, newest first. */
export async function listDocumentVersions(slug: Slug): Promise<Version[]> {
  return db().$queryRaw<Version[]>`
    SELECT d."number", d."title", d."createdAt", d."publishedAt", m."name" AS "authorName"
    FROM "documents" d LEFT JOIN "members" m ON m."id" = d."authorId"
    WHERE d."slug" = ${slug} ORDER BY d."number" DESC LIMIT ${MOST_VERSIONS}`;
}

/** Of each text that the society has changed the newest version, and the newest that is published. */
export async function listNewestDocuments(): Promise<(Version & { slug: string })[]> {
  return db().$queryRaw<(Version & { slug: string })[]>`
    SELECT DISTINCT ON (d."slug", d."publishedAt" IS NULL) d."slug", d."number", d."title", d."createdAt", d."publishedAt",
      m."name" AS "authorName"
    FROM "documents" d LEFT JOIN "members" m ON m."id" = d."authorId"
    ORDER BY d."slug", d."publishedAt" IS NULL, d."number" DESC`;
}

const kept = new Map<Slug, Surroundings & { body: string; blocks: Block[] }>();

/** Cached, because texts and settings change seldom and are read often, and parsing Markdown is most of the work. */
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
