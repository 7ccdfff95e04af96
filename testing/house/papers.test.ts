import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { galleryPaper } from "@/e2e/gallery/paper";
import { SEALED } from "@/lib/foundation/sealing/places";
import { recordPaper, withPart } from "@/lib/people/privacy/paper";

const PRIVACY = readFileSync("docs/privacy.md", "utf8");
const ACCESSIBILITY = readFileSync("docs/accessibility.md", "utf8");

/** WCAG 2.2, levels A and AA: 55 criteria. */
const CRITERIA = [
  ...["1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5"],
  ...["1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13"],
  ...["2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1"],
  ...["2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11"],
  ...["2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8"],
  ...["3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6"],
  ...["3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3"],
];

describe("what buyers read is what the code does (npm run papers)", () => {
  test("the record of processing", () => {
    expect(withPart(PRIVACY, "record", recordPaper())).toBe(PRIVACY);
    for (const place of Object.keys(SEALED)) expect(recordPaper()).toContain(place.split(".")[1]);
  });

  test("the pages that are looked at", () => {
    expect(withPart(ACCESSIBILITY, "pages", galleryPaper())).toBe(ACCESSIBILITY);
  });

  test("every criterion has an answer, and proofs that are there", () => {
    const rows = [...ACCESSIBILITY.matchAll(/^\| (\d\.\d\.\d+) [^|]*\| (A|AA) \| [^|]+ \| ([^|]+) \|$/gm)];
    expect(rows.map(([, number]) => number)).toEqual(CRITERIA);
    const named = rows.flatMap(([, , , proof = ""]) => [...proof.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path));
    expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  });

  test("a part without its marks is missed", () => {
    expect(() => withPart("# Nothing", "record", "")).toThrow("no marks for record");
  });
});
