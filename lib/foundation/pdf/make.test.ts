import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import type { Block } from "@/lib/foundation/blocks";
import { makePdf, type Paper } from "./make";

const paragraph = (text: string): Block => ({ type: "paragraph", inlines: [{ type: "text", text }] });

async function make(blocks: Block[], paper: Partial<Paper> = {}) {
  const made = await makePdf({
    title: "Mentoring contract",
    society: "Institute of Applied Practice",
    foot: "Version 1",
    at: new Date("2026-11-21T18:00:00Z"),
    ...paper,
    blocks,
  });
  const proxy = await getDocumentProxy(new Uint8Array(made));
  const { text } = await extractText(proxy, { mergePages: true });
  return { made, proxy, text: text.replace(/\s+/g, " ") };
}

describe("a PDF", () => {
  test("has title, author, language and tags, for those who have it read to them", async () => {
    const { made, proxy } = await make([
      { type: "heading", level: 2, id: "", inlines: [{ type: "text", text: "Purpose" }] },
      paragraph("To move forward."),
      { type: "list", isOrdered: false, start: 1, items: [[paragraph("One")], [paragraph("Two")]] },
      { type: "quote", blocks: [paragraph("As she said.")] },
    ]);
    const { info } = await getMeta(proxy);
    expect(info).toMatchObject({ Title: "Mentoring contract", Author: "Institute of Applied Practice", Language: "en-GB" });
    expect(await proxy.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await proxy.getPage(1);
    const tags = JSON.stringify(await page.getStructTree())
      .match(/"role":"\w+"/g)
      ?.map((role) => role.slice(8, -1));
    const item = ["LI", "Lbl", "LBody", "P"];
    const quote = ["BlockQuote", "P"];
    // The root's own role is written after its children's.
    expect(tags).toEqual(["Document", "P", "H1", "H2", "P", "L", ...item, ...item, ...quote, "Root"]);
    expect(made.toString("latin1")).toContain("pdfuaid");
  });

  test("leads nowhere and loads nothing: no links, scripts, forms or files, and its typefaces are inside", async () => {
    const { made, proxy } = await make([
      {
        type: "paragraph",
        inlines: [{ type: "link", href: "https://evil.example/", inlines: [{ type: "text", text: "here" }] }],
      },
      paragraph("https://evil.example/"),
    ]);
    const raw = made.toString("latin1");
    expect(raw).not.toMatch(/\/(URI|Link|JavaScript|JS|Launch|GoToR|SubmitForm|EmbeddedFile|AcroForm|Helvetica|Times)\b/);
    expect(raw).toContain("/FontFile2");
    const page = await proxy.getPage(1);
    expect(await page.getAnnotations()).toEqual([]);
  });

  test.each(["Łucja Żółć", "Ελένη Παπαδοπούλου", "Nguyễn Thị Ánh", "Владимир", "Siân Ŵyn", "Ştefan Șerban", "Jānis Bērziņš"])(
    "can write %s",
    async (name) => {
      const { text } = await make([paragraph(`Signed by ${name}, today.`)]);
      expect(text.normalize("NFC").replaceAll(" ", "")).toContain(`Signedby${name},today.`.replaceAll(" ", ""));
      expect(text).not.toContain("\ufffd");
    },
  );

  test.each(["王小明", "😀👩‍💻", "محمد", "ศรี", "\ud800", "\u202eevil", "", "\u0000\u0007"])(
    "is not broken by %j",
    async (name) => {
      const { text } = await make([paragraph(`Signed by ${name}.`)]);
      expect(text).toContain("Signed by");
      expect(text.includes("stands for a character")).toBe(/[^\p{Cc}\p{Cf}]/u.test(name) && !name.includes("evil"));
    },
  );

  test("shows hostile words as words", async () => {
    const hostile = ") Tj ET /URI (x) <script>alert(1)</script> %PDF \\( {{society}} **b** endobj";
    const { text, proxy } = await make([paragraph(hostile)], { title: hostile, society: hostile, foot: hostile });
    expect(text.split("<script>alert(1)</script>")).toHaveLength(5);
    const { info } = await getMeta(proxy);
    expect(info).toMatchObject({ Title: hostile, Author: hostile });
    const page = await proxy.getPage(1);
    expect(await page.getAnnotations()).toEqual([]);
  });

  test("goes on over pages, with their numbers, however long a word is", async () => {
    const { proxy, text } = await make([
      ...Array.from({ length: 80 }, (_, i) => paragraph(`Clause ${i}. ${"words ".repeat(40)}`)),
      paragraph("x".repeat(3000)),
    ]);
    expect(proxy.numPages).toBeGreaterThan(5);
    expect(text).toContain(`Version 1 · Page ${proxy.numPages} of ${proxy.numPages}`);
    expect(text).toContain("Clause 79");
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
  });

  test("of the same content is the same, and small", async () => {
    const [one, two] = [await make([paragraph("Łucja")]), await make([paragraph("Łucja")])];
    expect(one.made.equals(two.made)).toBe(true);
    expect(one.made.length).toBeLessThan(60_000);
  });
});
