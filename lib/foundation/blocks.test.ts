import { expect, test } from "vitest";
import { type Block, divide, plain } from "./blocks";

const heading = (level: 2 | 3, id: string): Block => ({ type: "heading", level, id, inlines: [{ type: "text", text: id }] });
const words = (text: string): Block => ({ type: "paragraph", inlines: [{ type: "text", text }] });
const said = (blocks: readonly Block[]) => blocks.map((block) => ("inlines" in block ? plain(block.inlines) : "")).join();

test.each<[string, Block[], string, string[]]>([
  ["nothing", [], "", []],
  ["no heading", [words("a"), words("b")], "a,b", []],
  ["words before the first", [words("a"), heading(2, "One"), words("b")], "a", ["One: b"]],
  ["a section without words", [heading(2, "One"), heading(2, "Two"), words("b")], "", ["One: ", "Two: b"]],
  ["a heading within a section", [heading(2, "One"), words("a"), heading(3, "Within"), words("b")], "", ["One: a,Within,b"]],
  ["only a lower heading", [heading(3, "Within"), words("b")], "Within,b", []],
])("a text with %s is divided", (_, blocks, before, sections) => {
  const divided = divide(blocks);
  expect(said(divided.before)).toBe(before);
  expect(divided.sections.map(({ heading, blocks }) => `${plain(heading.inlines)}: ${said(blocks)}`)).toEqual(sections);
});
