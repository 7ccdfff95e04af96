import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Slug } from "./document";

/** Title and body of the text that comes with the product: the first line of its file is the title. */
export async function readFirstText(slug: Slug): Promise<{ title: string; body: string }> {
  const text = await readFile(join(process.cwd(), "lib/society/content/first-texts", `${slug}.md`), "utf8");
  const [heading = "", ...lines] = text.split("\n");
  return { title: heading.replace(/^#\s+/, ""), body: lines.join("\n").trim() };
}
