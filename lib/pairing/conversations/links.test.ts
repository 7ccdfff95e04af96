import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, type Link, toParts } from "./links";

const linksOf = (words: string) => toParts(words).filter((part): part is Link => part.kind === "link");
const textsOf = (words: string) => linksOf(words).map(({ text }) => text);

describe("addresses that can be followed", () => {
  test.each([
    ["https://example.org", "https://example.org"],
    ["See http://example.org/a?b=c#d now", "http://example.org/a?b=c#d"],
    ["www.example.org", "www.example.org"],
    ["HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"],
    ["https://example.org:8443/x", "https://example.org:8443/x"],
    ["https://192.0.2.7/x", "https://192.0.2.7/x"],
    ["https://example.org/it's", "https://example.org/it's"],
    ["https://example.org.", "https://example.org"],
    ["https://example.org/a.html, and more", "https://example.org/a.html"],
    ["Really https://example.org/?!…", "https://example.org/"],
    ["(https://example.org)", "https://example.org"],
    ["(see https://example.org/a_(b))", "https://example.org/a_(b)"],
    ["[https://example.org/a[1]]", "https://example.org/a[1]"],
    ["“https://example.org”", "https://example.org"],
    ["**https://example.org**", "https://example.org"],
    ["<https://example.org>", "https://example.org"],
    ['<a href="https://example.org">', "https://example.org"],
    ["https://example.org/a\nhttp", "https://example.org/a"],
    ["https://example.org\u202e/gro.live", "https://example.org"],
    ["https://exa\u200bmple.org", null],
    ["https://good.example\\@evil.example", "https://good.example"],
  ])("%j", (words, found) => {
    expect(textsOf(words)).toEqual(found === null ? [] : [found]);
  });

  test("two in a line", () => {
    expect(textsOf("https://a.example,https://b.example and www.c.example")).toEqual([
      "https://a.example,https://b.example",
      "www.c.example",
    ]);
  });
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "ftp://example.org",
  "mailto:a@example.org",
  "//example.org",
  "https://",
  "https:///",
  "http://.",
  "https://localhost/x",
  "https://[::1",
  "https://user@example.org",
  "https://www.bank.example@evil.example/login",
  "https://bank.example:secret@evil.example",
  "xhttps://example.org",
  "awww.example.org",
  "someone@www.example",
  "example.org",
])("%j stays words", (words) => {
  expect(linksOf(words)).toEqual([]);
});

describe("what an address leads to", () => {
  test("is http or https, without quotes, markup or white space, whatever was typed", () => {
    const hostile = fc.string({
      unit: fc.constantFrom(..."https:/w.exampl\"'<>()[]@\\ \n\u202e\u200b%#?&;:`{}|éа😀javscriptd"),
    });
    fc.assert(
      fc.property(hostile, fc.constantFrom("", "https://", "http://a.example/", "www.", "javascript:"), (rest, start) => {
        const words = start + rest;
        const parts = toParts(words);
        expect(parts.map(({ text }) => text).join("")).toBe(words);
        for (const { href, text } of linksOf(words)) {
          expect(href).toMatch(/^https?:\/\/[^\s"<>\\]+$/);
          expect(new URL(href).username + new URL(href).password).toBe("");
          expect(text).toMatch(/^(https?:\/\/|www\.)/i);
          expect(text).not.toMatch(/[\p{Cf}\s]/u);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("www. leads to https", () => expect(linksOf("www.example.org")[0]?.href).toBe("https://www.example.org/"));

  test("is said when its letters look like others, and only then", () => {
    expect(linksOf("https://аpple.com/x")[0]).toMatchObject({ text: "https://аpple.com/x", host: "xn--pple-43d.com" });
    expect(linksOf("https://xn--pple-43d.com")[0]?.host).toBeNull();
    expect(linksOf("https://bücher.example")[0]?.host).toBe("xn--bcher-kva.example");
    expect(linksOf("https://Example.ORG/ä")[0]?.host).toBeNull();
    // Other ways to write the same host.
    expect(linksOf("https://0x7f.0.0.1/")[0]?.host).toBe("127.0.0.1");
  });
});

test("ten thousand characters of the worst kind take no time", () => {
  const begun = performance.now();
  for (const worst of ["https://", "www.", "(", "https://a.b", ")", "https://a.b)", "'", "http://a.b/("]) {
    toParts(worst.repeat(10_000 / worst.length));
    toParts(`https://a.example/${worst.repeat(10_000 / worst.length)}`);
  }
  expect(performance.now() - begun).toBeLessThan(2000);
});

describe("a long message", () => {
  test("is whole when it is short", () => {
    expect(fold("A line.\nAnother.")).toEqual({ shown: "A line.\nAnother.", rest: null });
    expect(fold("x".repeat(1500)).rest).toBeNull();
  });

  test("is cut between words, after so many characters or lines", () => {
    const { shown, rest } = fold("word ".repeat(1000).trim());
    expect(shown).toMatch(/^(word )+word$/);
    expect([shown.length <= 700, shown.length > 600, rest?.startsWith(" word")]).toEqual([true, true, true]);
    const lines = fold(Array.from({ length: 60 }, (_, i) => `line ${i}`).join("\n"));
    expect(lines.shown.split("\n")).toHaveLength(12);
  });

  test("keeps an address whole", () => {
    const address = `https://example.org/${"a".repeat(500)}`;
    expect(fold(`${"word ".repeat(80)}${address} ${"word ".repeat(400)}`).shown).not.toContain("https");
    const long = `https://example.org/${"a".repeat(1000)}`;
    expect(fold(`${long} ${"word ".repeat(400)}`).shown).toBe(long);
  });

  test("loses nothing, and no half of a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "😀", " ", "\n", "word ", "é"), minLength: 1400, maxLength: 3000 }),
        (words) => {
          const { shown, rest } = fold(words);
          expect(shown + (rest ?? "")).toBe(words);
          expect(shown.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(fold("😀".repeat(2000)).shown.isWellFormed()).toBe(true);
    expect(fold(`a${"😀".repeat(2000)}`).shown.isWellFormed()).toBe(true);
  });
});
