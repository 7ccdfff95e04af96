import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// docs/asvs.md is changed row by row, by many people: its sums, its list of gaps and the files that it names have to follow.

const PAPER = readFileSync("docs/asvs.md", "utf8");
const [HEAD = "", ...SECTIONS] = PAPER.split(/^(?=## \d+\. )/m);
const ANSWERS = ["Met", "Does not apply", "Gap"] as const;
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]* \| (Met|Does not apply|Gap)[^|]*\| ([^|]*) \|$/gm)].map(
    ([, number = "", answer, proof = ""]) => ({ number, answer, proof }),
  );
const count = (text: string) => ANSWERS.map((answer) => rowsOf(text).filter((row) => row.answer === answer).length);

describe("the paper on ASVS", () => {
  test("has the sums of its rows, by section and altogether", () => {
    for (const section of SECTIONS) {
      const said = /^(\d+) met, (\d+) not applicable, (\d+) gaps\.$/m.exec(section)?.slice(1).map(Number);
      expect(said, section.split("\n")[0]).toEqual(count(section));
    }
    const said = /\*\*(\d+) are met, (\d+) do not apply, (\d+) are gaps\.\*\*/.exec(HEAD)?.slice(1).map(Number);
    expect(said).toEqual(count(PAPER));
    expect(rowsOf(PAPER)).toHaveLength(253);
  });

  test("says of each gap, and of nothing else, what it would need", () => {
    const listed = [...HEAD.matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \|/gm)].flatMap(([, numbers = ""]) =>
      numbers.split(", "),
    );
    const gaps = rowsOf(PAPER).flatMap(({ number, answer }) => (answer === "Gap" ? [number] : []));
    expect(listed.sort()).toEqual(gaps.sort());
  });

  test("proves nothing with files that are not there", () => {
    const named = rowsOf(PAPER).flatMap(({ proof }) =>
      [...proof.matchAll(/`([\w./()[\]-]+\.\w+)`/g)].map(([, path = ""]) => path),
    );
    expect(named.length).toBeGreaterThan(200);
    expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  });
});
