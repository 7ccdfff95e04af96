import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
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

async function read(record: YearRecord) {
  const made = await makeRecordPdf(record);
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
});
