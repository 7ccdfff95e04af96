import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { type Reflection, toParts } from "./reflection";
import { makeRecordCsv, makeRecordPdf, type YearRecord } from "./year-file";

const RECORD: YearRecord = {
  year: 2026,
  name: "Łucja Żółć",
  society: "Institute of Applied Practice",
  withNames: false,
  now: new Date("2026-11-21T18:00:00Z"),
  reflections: [
    {
      id: "1",
      isUnreadable: false,
      heldOn: "2026-03-02",
      minutes: 60,
      isStructured: true,
      words: { done: '=HYPERLINK("https://evil.example")', learned: "To ask,\nthen listen.", use: "@monday", free: "" },
      relationshipId: "r",
      partnerName: "+Gareth Pugh",
      version: 1,
    },
    {
      id: "2",
      isUnreadable: false,
      heldOn: "2026-04-06",
      minutes: 30,
      isStructured: false,
      words: { done: "", learned: "", use: "", free: "First part.\n\nSecond <b>part</b>." },
      relationshipId: null,
      partnerName: null,
      version: 1,
    },
  ],
};

async function read(record: YearRecord, part = 1) {
  const made = await makeRecordPdf(record, part);
  if (!made) throw new Error("There is no such part.");
  const proxy = await getDocumentProxy(new Uint8Array(made));
  const { text } = await extractText(proxy, { mergePages: true });
  return { text: text.replace(/\s+/g, " "), info: (await getMeta(proxy)).info as Record<string, unknown> };
}

describe("the record of a year", () => {
  test("as CSV: a row for each, nothing that a spreadsheet would run, and nobody's name", () => {
    expect(makeRecordCsv(RECORD)).toBe(
      [
        "\ufeffDate,Minutes,Counts as,What was done,What I learned,How I will use it,Notes",
        `2026-03-02,60,Structured,"'=HYPERLINK(""https://evil.example"")","To ask,\nthen listen.",'@monday,`,
        `2026-04-06,30,Unstructured,,,,"First part.\n\nSecond <b>part</b>."`,
        "",
      ].join("\r\n"),
    );
  });

  test("as CSV with names, when that was ticked", () => {
    const [header, first, second] = makeRecordCsv({ ...RECORD, withNames: true }).split("\r\n");
    expect(header).toContain("Counts as,With,What was done");
    expect(first).toContain(",Structured,'+Gareth Pugh,");
    expect(second).toContain(",Unstructured,,");
  });

  test("as PDF: title, sum, and every word, without the partner's name", async () => {
    const { text, info } = await read(RECORD);
    expect(info).toMatchObject({ Title: "CPD record 2026", Language: "en-GB" });
    expect(text).toContain("2 reflections, 1 hour 30 minutes in all (90 minutes): 1 hour structured, 30 minutes unstructured.");
    for (const words of [
      "Łucja Żółć",
      "2 March 2026",
      "What I learned To ask, then listen.",
      "6 April 2026",
      "First part. Second <b>part</b>.",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("Gareth");
  });

  test("as PDF with names, when that was ticked", async () => {
    expect((await read({ ...RECORD, withNames: true })).text).toContain("with +Gareth Pugh");
  });

  test("of a year without any", async () => {
    expect((await read({ ...RECORD, reflections: [] })).text).toContain("0 reflections");
    expect(makeRecordCsv({ ...RECORD, reflections: [] }).split("\r\n")).toHaveLength(2);
  });

  test("as PDF in several parts that say so, when it is long, and nothing is lost", async () => {
    const word = (i: number) => `meeting${String(i).padStart(3, "0")}end`;
    const reflections = Array.from({ length: 60 }, (_, i) => {
      const words = { done: word(i), learned: "", use: "", free: "" };
      return { ...(RECORD.reflections[1] as Reflection), id: String(i), words, heldOn: i < 50 ? "2026-03-02" : "2026-04-06" };
    });
    const parts = [await read({ ...RECORD, reflections }, 1), await read({ ...RECORD, reflections }, 2)];
    expect(parts.map(({ info }) => info.Title)).toEqual(["CPD record 2026, part 1 of 2", "CPD record 2026, part 2 of 2"]);
    expect(parts[0]?.text).toContain("Part 1 of 2, of 2 March.");
    for (const { text } of parts) expect(text).toContain("60 reflections, 30 hours in all");
    const all = parts.map(({ text }) => text).join(" ");
    expect(reflections.filter((_, i) => all.split(word(i)).length !== 2)).toEqual([]);
    expect(await makeRecordPdf({ ...RECORD, reflections }, 3)).toBeNull();
  });

  test("is put into parts by its letters too, each reflection in one of them", () => {
    const words = (length: number) => ({ words: { done: "x".repeat(length), learned: "", use: "", free: "" } });
    const sizes = (parts: readonly unknown[][]) => parts.map((part) => part.length);
    expect(sizes(toParts([]))).toEqual([]);
    expect(sizes(toParts([words(40_000), words(60_000), words(1)]))).toEqual([2, 1]);
    expect(sizes(toParts([words(100_001), words(1)]))).toEqual([1, 1]);
    expect(sizes(toParts(Array.from({ length: 101 }, () => words(5))))).toEqual([50, 50, 1]);
  });
});
