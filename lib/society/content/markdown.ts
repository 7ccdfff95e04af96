import { fromMarkdown } from "mdast-util-from-markdown";
import { type Block, type Inline, plain, type Video } from "@/lib/foundation/blocks";
import { ID } from "@/lib/foundation/id";

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree["children"][number];
type Parent = { children: readonly unknown[] };

/**
 * Markdown as blocks of words. Nothing is ever passed to a browser as HTML: tags stay visible as text, and a link to anything
 * but http, https, mailto or a page of this site loses its address and keeps its text.
 */
export function parseMarkdown(body: string): Block[] {
  return blocksOf(fromMarkdown(body));
}

function blocksOf(parent: Parent): Block[] {
  return nodesOf(parent).flatMap((node) => blockOf(node));
}

function blockOf(node: Node): Block[] {
  switch (node.type) {
    case "heading":
      return [{ type: "heading", level: node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4, id: "", inlines: inlinesOf(node) }];
    case "paragraph": {
      const video = videoOf(node);
      return [video ? { type: "video", video } : { type: "paragraph", inlines: inlinesOf(node) }];
    }
    case "list":
      return [
        {
          type: "list",
          isOrdered: node.ordered === true,
          start: node.start ?? 1,
          items: nodesOf(node).map((item) => ("children" in item ? blocksOf(item) : [])),
        },
      ];
    case "blockquote":
      return [{ type: "quote", blocks: blocksOf(node) }];
    case "thematicBreak":
      return [{ type: "rule" }];
    case "code":
      return [{ type: "preformatted", text: node.value }];
    case "html":
      return [{ type: "paragraph", inlines: [{ type: "text", text: node.value }] }];
    default:
      return [];
  }
}

function inlinesOf(parent: Parent): Inline[] {
  return nodesOf(parent).flatMap((node) => inlineOf(node));
}

function inlineOf(node: Node): Inline[] {
  switch (node.type) {
    case "text":
    case "html":
    case "inlineCode":
      return [{ type: "text", text: node.value }];
    case "strong":
    case "emphasis":
      return [{ type: node.type, inlines: inlinesOf(node) }];
    case "break":
      return [{ type: "break" }];
    case "link": {
      const href = safeHref(node.url);
      return href === null ? inlinesOf(node) : [{ type: "link", href, inlines: inlinesOf(node) }];
    }
    case "image":
    case "imageReference":
      return node.alt ? [{ type: "text", text: node.alt }] : [];
    default:
      return "children" in node ? inlinesOf(node) : [];
  }
}

/** The address if it is safe to link to; null otherwise. */
export function safeHref(url: string): string | null {
  // Browsers remove such characters from an address, so the address that we checked would not be the one that they open.
  if ([...url].some((letter) => letter <= " " || letter === "\\")) return null;
  if (/^(#|\/(?!\/))/.test(url)) return url;
  if (!URL.canParse(url)) return null;
  return ["http:", "https:", "mailto:"].includes(new URL(url).protocol) ? url : null;
}

const OWN_FILM = new RegExp(`^/films/${ID}$`);

/**
 * A paragraph that is nothing but `![Title](/videos/name.mp4)` shows that file of ours as a video, and one with the address of a film of
 * the society's own shows that.
 */
function videoOf(paragraph: Parent): Video | null {
  const [image, ...others] = nodesOf(paragraph);
  if (image?.type !== "image" || others.length > 0) return null;
  const title = image.alt || "Video";
  if (OWN_FILM.test(image.url)) return { title, src: image.url, captions: `${image.url}/captions`, poster: null };
  const [, base, ending] = /^(\/(?:[\w-]+\/)*[\w-]+)\.(mp4|webm)$/.exec(image.url) ?? [];
  if (!base) return null;
  return { title, src: `${base}.${ending}`, captions: `${base}.vtt`, poster: `${base}.jpg` };
}

function nodesOf(parent: Parent): Node[] {
  return parent.children as Node[];
}

/** One sentence for each thing in the text that members would see as bare words or not at all. */
export function findUnshown(body: string): string[] {
  return [...new Set(unshownOf(fromMarkdown(body)))];
}

function unshownOf(parent: Parent): string[] {
  return nodesOf(parent).flatMap((node) => {
    if (node.type === "paragraph" && videoOf(node)) return [];
    const sentence = sentenceAbout(node);
    return [...(sentence ? [sentence] : []), ...("children" in node ? unshownOf(node) : [])];
  });
}

function sentenceAbout(node: Node): string | null {
  switch (node.type) {
    case "html":
      return `HTML is shown as plain text: ${shorten(node.value)}`;
    case "link":
      return safeHref(node.url) === null ? `Nobody can be led to this address: ${shorten(node.url)}` : null;
    case "image":
      return `Pictures are not shown, and films only when they stand on a line of their own and are ours: ${shorten(node.url)}`;
    case "linkReference":
    case "imageReference":
    case "definition":
      return `Write the address of a link right behind its words, in round brackets: ${shorten(node.label ?? node.identifier)}`;
    default:
      return null;
  }
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** Gives headings levels without gaps and addresses of their own, from their words. */
export function numberHeadings(blocks: readonly Block[]): Block[] {
  const taken = new Map<string, number>();
  let last = 1;
  return blocks.map((block) => {
    if (block.type !== "heading") return block;
    const level = Math.min(block.level, last + 1) as 2 | 3 | 4;
    last = level;
    const base = addressOf(plain(block.inlines));
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return { ...block, level, id: count === 1 ? base : `${base}-${count}` };
  });
}

function addressOf(words: string): string {
  const address = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  // "main" is where the page's own skip link leads.
  return address === "" || address === "main" ? `section-${address}` : address;
}
