import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Block, plain } from "@/lib/foundation/blocks";
import { Settings } from "@/lib/society/settings/settings";
import { SLUGS } from "./document";
import { readFirstText } from "./first-text";
import { numberHeadings, parseMarkdown } from "./markdown";
import { choosePassages, fillBlocks, findUnknownPlaceholders } from "./placeholders";
import type { Surroundings } from "./vocabulary";

/** Pages that a text may lead to besides the other texts. */
const PAGES: readonly string[] = [...SLUGS, "support", "resources"];
const SIGN_INS = ["federated", "local"] as const;

test("every text that the product names comes with it", () => {
  expect(readdirSync("lib/society/content/first-texts").sort()).toEqual(SLUGS.map((slug) => `${slug}.md`).sort());
});

describe.each(SLUGS)("the first text of /%s", (slug) => {
  test("knows all its placeholders", async () => {
    const { title, body } = await readFirstText(slug);
    expect(title).not.toBe("");
    expect(findUnknownPlaceholders(title + body)).toEqual([]);
  });

  test.each(SIGN_INS)("leads only to places that exist, %s", async (signIn) => {
    const links = linksOf(await blocksOf(slug, signIn));
    const pages = links.filter((href) => href.startsWith("/")).map((href) => href.slice(1).replace(/\?.*$/, ""));
    expect(pages.filter((page) => !PAGES.includes(page))).toEqual([]);
  });

  test("leaves the names of the roles to the society", async () => {
    if (slug === "welcome") return;
    const { body } = await readFirstText(slug);
    expect(body.replace(/\{\{[^}]*\}\}/g, "").match(/\bment(?:or|ee)s?\b/gi)).toBeNull();
  });
});

test.each(SIGN_INS)("the FAQ answers at least twenty questions, %s", async (signIn) => {
  const blocks = await blocksOf("faq", signIn);
  const questions = blocks.filter((block) => block.type === "heading" && block.level === 3);
  const groups = blocks.flatMap((block) => (block.type === "heading" && block.level === 2 ? plain(block.inlines) : []));
  expect(questions.length).toBeGreaterThanOrEqual(20);
  expect(groups).toEqual(["General", "Mentees", "Mentors", "Your relationship", "Your account"]);
});

async function blocksOf(slug: (typeof SLUGS)[number], signIn: Surroundings["signIn"]): Promise<Block[]> {
  const surroundings = { settings: Settings.parse({}), signIn };
  const { body } = await readFirstText(slug);
  return numberHeadings(fillBlocks(parseMarkdown(choosePassages(body, surroundings)), surroundings));
}

function linksOf(blocks: readonly Block[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"href":"([^"]*)"/g)].map(([, href = ""]) => href);
}
