import { describe, expect, test } from "vitest";
import { findProblems } from "./problems";

const problemsOf = (body: string, title = "A title") => findProblems({ title, body });

describe("a text may be published", () => {
  test.each([
    "## Words\n\n**Bold** and *italic*, [a link](/privacy), [another](https://example.org).",
    "![How it works](/videos/how-it-works.mp4)",
    "{{#federated}}\nAt {{society}}.\n{{/federated}}",
    "> A quotation\n\n1. one\n2. two\n\n---\n\n`code`",
    "Four < five, AT&T, and \\<b> that is meant.",
  ])("%s", (body) => expect(problemsOf(body)).toEqual({}));
});

describe("what would come out as bare words is said before", () => {
  test.each([
    ["<script>alert(1)</script>", "HTML is shown as plain text: <script>alert(1)</script>"],
    ["words <b>bold</b>", "HTML is shown as plain text: <b>"],
    ["[click](javascript:alert(1))", "Nobody can be led to this address: javascript:alert(1)"],
    ["- [click](//evil.example)", "Nobody can be led to this address: //evil.example"],
    ["![A cat](https://evil.example/cat.png)", "https://evil.example/cat.png"],
    ["> ![A cat](/cat.png)", "/cat.png"],
    ["Words ![How it works](/videos/how-it-works.mp4) words", "on a line of their own"],
    ["[click][one]\n\n[one]: https://example.org", "right behind its words, in round brackets: one"],
    ["Dear {{mentr}} and {{mentr}}", "{{mentr}} is no placeholder"],
    ["{{mentr}} {{menteee}}", "{{mentr}} and {{menteee}} are no placeholders"],
    ["{{#federated}}\nWithout an end.", "the end of a passage is missing"],
  ])("%s", (body, sentence) => {
    const problems = problemsOf(body);
    expect(Object.keys(problems)).toEqual(["body"]);
    expect(problems.body?.join(" ")).toContain(sentence);
  });

  test("in other boxes too, where only placeholders count", () => {
    expect(problemsOf("Words.", "For <b>{{everyone}}</b>").title?.[0]).toContain("{{everyone}} is no placeholder");
    expect(problemsOf("Words.", "For <b>{{mentees}}</b>")).toEqual({});
  });
});
