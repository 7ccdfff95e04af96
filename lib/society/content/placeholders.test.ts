import { describe, expect, test } from "vitest";
import { plain } from "@/lib/foundation/blocks";
import { Settings } from "@/lib/society/settings/settings";
import { parseMarkdown } from "./markdown";
import { choosePassages, fillBlocks, fillTitle, findUnknownPlaceholders } from "./placeholders";
import { PLACEHOLDERS, type Surroundings } from "./vocabulary";

const SOCIETY: Surroundings = {
  signIn: "federated",
  settings: Settings.parse({
    society: { name: "Guild of <b>Bell</b> *Founders*", product: "Peal", websiteUrl: "https://bells.example" },
    words: { mentor: "adviser", mentors: "advisers", mentee: "ringer", mentees: "ringers" },
    support: { email: "help@bells.example", phone: "01632 960 001" },
    proposals: { remindAfterDays: [2, 5], expireAfterDays: 9, openPerMentee: 1, furtherChoices: 2 },
    relationships: { mentorsPerMentee: 2, months: 6 },
  }),
};
const NAMELESS: Surroundings = { signIn: "local", settings: Settings.parse({ proposals: { remindAfterDays: [] } }) };

const say = (text: string, surroundings = SOCIETY) =>
  fillBlocks(parseMarkdown(choosePassages(text, surroundings)), surroundings).map((block) =>
    "inlines" in block ? plain(block.inlines) : block.type,
  );

describe("placeholders", () => {
  test("are the society's own words, days and limits", () => {
    expect(say("{{Mentors}} have {{expireAfterDays}} days; {{aMentor}} hears on {{remindAfterDays}}.")).toEqual([
      "Advisers have 9 days; an adviser hears on 2 and 5.",
    ]);
    expect(say("{{openProposals}}, {{mentorsAtOnce}}, {{months}}")).toEqual(["one unanswered proposal, 2 advisers, 6 months"]);
  });

  test("stay words when they look like Markdown or HTML", () => {
    expect(fillBlocks(parseMarkdown("{{society}}"), SOCIETY)).toEqual([
      { type: "paragraph", inlines: [{ type: "text", text: "Guild of <b>Bell</b> *Founders*" }] },
    ]);
  });

  test("of contacts are links, but not within a link", () => {
    const [contact] = fillBlocks(parseMarkdown("Ask {{support}}."), SOCIETY);
    expect(contact).toMatchObject({
      inlines: [
        { text: "Ask " },
        { type: "link", href: "mailto:help@bells.example" },
        { text: " or " },
        { type: "link", href: "tel:01632960001" },
        { text: "." },
      ],
    });
    expect(fillBlocks(parseMarkdown("[ask {{supportEmail}}](/faq)"), SOCIETY)).toEqual([
      {
        type: "paragraph",
        inlines: [{ type: "link", href: "/faq", inlines: [{ type: "text", text: "ask help@bells.example" }] }],
      },
    ]);
  });

  test("that nobody knows are shown and reported", () => {
    expect(say("Hello {{nobody}} and {{ mentor }}, {{constructor}}")).toEqual([
      "Hello {{nobody}} and {{ mentor }}, {{constructor}}",
    ]);
    expect(findUnknownPlaceholders("{{nobody}} {{mentor}} {{#federated}}x{{/federated}} {{#odd}}x{{/odd}} {{#local}}")).toEqual(
      ["nobody", "#odd", "/odd", "#local"],
    );
  });

  test.each(Object.keys(PLACEHOLDERS))("{{%s}} stands for something even in a society that has settled nothing", (name) => {
    const filled = fillTitle(`{{${name}}}`, NAMELESS);
    expect(filled).not.toContain("{{");
    if (!["remindAfterDays", "supportEmail", "supportPhone"].includes(name)) expect(filled).not.toBe("");
  });
});

describe("passages", () => {
  test("depend on how members sign in", () => {
    const text = "before\n\n{{#federated}}\nat the society\n{{/federated}}\n{{#local}}\nhere\n{{/local}}\n\nafter";
    expect(say(text)).toEqual(["before", "at the society", "after"]);
    expect(say(text, NAMELESS)).toEqual(["before", "here", "after"]);
  });

  test("may be part of a paragraph, and leave the next one alone", () => {
    const text = "Wait. {{#reminders}}We remind them.{{/reminders}}\n\nNext";
    expect(say(text)).toEqual(["Wait. We remind them.", "Next"]);
    expect(say(text, NAMELESS)).toEqual(["Wait. ", "Next"].map((words) => words.trimEnd()));
  });

  test("of a condition that nobody knows are shown", () => {
    expect(say("{{#odd}}x{{/odd}}")).toEqual(["{{#odd}}x{{/odd}}"]);
  });
});
