import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Texts } from "@/lib/foundation/amending";
import type { Audience } from "./resource";

interface FirstArticle {
  name: string;
  audience: Audience;
  film?: string;
}

/** The articles that come with the product, in their order; each is a file of this name. */
export const FIRST_ARTICLES: readonly FirstArticle[] = [
  { name: "how-it-works", audience: "everybody", film: "/videos/how-it-works.mp4" },
  { name: "first-meeting", audience: "everybody" },
  { name: "being-a-good-mentor", audience: "mentors" },
  { name: "being-a-good-mentee", audience: "mentees" },
  { name: "setting-goals", audience: "everybody" },
  { name: "giving-feedback", audience: "everybody" },
  { name: "confidentiality", audience: "everybody" },
  { name: "meeting-online", audience: "everybody" },
  { name: "ending-well", audience: "everybody" },
];

/** All of them as texts of a resource, each under an id that is always the same. */
export function readFirstArticles(): Promise<{ id: string; texts: Texts }[]> {
  return Promise.all(FIRST_ARTICLES.map(async (article) => ({ id: idOf(article.name), texts: await readTexts(article) })));
}

/** The first line of its file is the title, the third the summary. */
async function readTexts({ name, audience, film = "" }: FirstArticle): Promise<Texts> {
  const text = await readFile(join(process.cwd(), "lib/society/resources/first-articles", `${name}.md`), "utf8");
  const [heading = "", , summary = "", ...lines] = text.split("\n");
  return {
    title: heading.replace(/^#\s+/, ""),
    summary: summary.replace(/^>\s+/, ""),
    audience,
    film,
    body: lines.join("\n").trim(),
  };
}

function idOf(name: string): string {
  const hash = createHash("sha256").update(`first-article:${name}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
