import { describe, expect, test } from "vitest";
import { type Block, type Inline, plain } from "@/lib/foundation/blocks";
import { numberHeadings, parseMarkdown, safeHref } from "./markdown";

const HOSTILE = [
  "<script>alert(1)</script>",
  "words <img src=x onerror=alert(1)> words",
  "<iframe src=//evil.example></iframe>",
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt:alert(1))",
  "[click](&#106;avascript:alert(1))",
  "[click](<java\tscript:alert(1)>)",
  "[click](data:text/html,<script>alert(1)</script>)",
  "[click](vbscript:x)",
  "[click](//evil.example)",
  "[click](/\\evil.example)",
  "<javascript:alert(1)>",
  "![picture](javascript:alert(1))",
  "![picture](https://evil.example/x.mp4)",
  "![picture](/../x.mp4)",
  "[click]\n\n[click]: javascript:alert(1)",
  "> <b onclick=alert(1)>bold</b>",
  "- <svg/onload=alert(1)>",
];

describe("hostile Markdown comes out as words", () => {
  test.each(HOSTILE)("%s", (body) => {
    const blocks = parseMarkdown(body);
    expect(kindsOf(blocks)).not.toContain("link");
    expect(kindsOf(blocks)).not.toContain("video");
  });

  test("tags stay to be read", () => {
    expect(parseMarkdown("<script>alert(1)</script>")).toEqual([
      { type: "paragraph", inlines: [{ type: "text", text: "<script>alert(1)</script>" }] },
    ]);
  });
});

describe("links", () => {
  test.each(["/privacy", "#cookies", "https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org"])(
    "%s may be followed",
    (url) => expect(safeHref(url)).toBe(url),
  );
  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "ftp://a.example",
    "javascript:1",
    "privacy",
    "",
    "https://",
  ])("%s may not", (url) => expect(safeHref(url)).toBeNull());
});

test("a paragraph that is a picture of a film of the society’s own is that film", () => {
  const address = "/films/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  expect(parseMarkdown(`![Ours](${address})`)).toEqual([
    { type: "video", video: { title: "Ours", src: address, captions: `${address}/captions`, poster: null } },
  ]);
  expect(parseMarkdown(`![Ours](${address}x)`)).toMatchObject([{ type: "paragraph" }]);
});

test("a paragraph that is a picture of one of our videos is that video", () => {
  expect(parseMarkdown("![What is mentoring?](/videos/what-is.mp4)")).toEqual([
    {
      type: "video",
      video: {
        title: "What is mentoring?",
        src: "/videos/what-is.mp4",
        captions: "/videos/what-is.vtt",
        poster: "/videos/what-is.jpg",
      },
    },
  ]);
});

test("headings follow each other without gaps, each with an address of its own", () => {
  const blocks = numberHeadings(parseMarkdown("# Über uns\n\n##### Deep\n\n## Cookies?\n\n## Cookies!\n\n## …"));
  expect(blocks.map((block) => block.type === "heading" && [block.level, block.id])).toEqual([
    [2, "uber-uns"],
    [3, "deep"],
    [2, "cookies"],
    [2, "cookies-2"],
    [2, "section-"],
  ]);
});

test("lists, quotes and emphasis keep their words", () => {
  const [list, quote] = parseMarkdown("3. one\n4. **two** *three*\n\n> four");
  expect(list).toMatchObject({ type: "list", isOrdered: true, start: 3 });
  expect(wordsOf(list ? [list] : [])).toBe("one two three");
  expect(quote).toMatchObject({ type: "quote", blocks: [{ type: "paragraph" }] });
});

function kindsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [
    block.type,
    ...("inlines" in block ? block.inlines.flatMap(kindsOfInline) : []),
    ...(block.type === "list" ? block.items.flatMap(kindsOf) : []),
    ...(block.type === "quote" ? kindsOf(block.blocks) : []),
  ]);
}

function kindsOfInline(inline: Inline): string[] {
  return [inline.type, ...("inlines" in inline ? inline.inlines.flatMap(kindsOfInline) : [])];
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if ("inlines" in block) return plain(block.inlines);
      return block.type === "list" ? block.items.map(wordsOf) : [];
    })
    .join(" ");
}
