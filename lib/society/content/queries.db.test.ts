import { expect, test } from "vitest";
import { plain } from "@/lib/foundation/blocks";
import { db } from "@/lib/foundation/db/client";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { getDocument } from "./queries";

const NOW = new Date("2026-11-21T18:00:00Z");
const YESTERDAY = new Date("2026-11-20T18:00:00Z");
const TOMORROW = new Date("2026-11-22T18:00:00Z");
const SURROUNDINGS = { settings: DEFAULT_SETTINGS, signIn: "federated" } as const;

const write = (number: number, body: string, publishedAt: Date | null) =>
  db().document.create({
    data: { slug: "complaints", number, title: `No. ${number} for {{mentees}}`, body, createdAt: YESTERDAY, publishedAt },
  });

async function read() {
  const { title, blocks, publishedAt } = await getDocument("complaints", SURROUNDINGS, NOW);
  return { title, words: blocks.map((block) => ("inlines" in block ? plain(block.inlines) : block.type)), publishedAt };
}

test("a society without a text of its own has the one that comes with the product", async () => {
  const { title, publishedAt } = await read();
  expect(title).toBe("How to complain");
  expect(publishedAt).toBeNull();
});

test("the newest published version counts: no draft, none of the future", async () => {
  await write(1, "Write to us.", YESTERDAY);
  expect(await read()).toEqual({ title: "No. 1 for mentees", words: ["Write to us."], publishedAt: YESTERDAY });
  await write(2, "Write to {{society}}.", YESTERDAY);
  await write(3, "A draft.", null);
  await write(4, "From tomorrow.", TOMORROW);
  expect(await read()).toEqual({ title: "No. 2 for mentees", words: ["Write to Our society."], publishedAt: YESTERDAY });
});

test("a version is written once, and not empty", async () => {
  await write(8, "Once.", NOW);
  await expect(write(8, "Twice.", NOW)).rejects.toThrow();
  await expect(write(9, "", NOW)).rejects.toThrow();
});

test("other settings tell at once, though the text is the same", async () => {
  const say = async (mentor: string) => {
    const settings = { ...DEFAULT_SETTINGS, words: { ...DEFAULT_SETTINGS.words, mentor } };
    const { blocks } = await getDocument("faq", { settings, signIn: "federated" }, NOW);
    return JSON.stringify(blocks);
  };
  expect(await say("adviser")).toContain("how-do-i-find-an-adviser");
  expect(await say("guide")).toContain("how-do-i-find-a-guide");
});
