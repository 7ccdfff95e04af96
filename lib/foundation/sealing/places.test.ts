import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { placeOf, SEALED } from "./places";

/** The columns whose comments in the schema files begin "Sealed", as table.column. */
function findSealedColumns(): string[] {
  return readdirSync("prisma/schema").flatMap((file) => {
    const models = [...readFileSync(`prisma/schema/${file}`, "utf8").matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)];
    return models.flatMap(([, body = ""]) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
      return [...body.matchAll(/\/\/\/ Sealed[^\n]*\n(?:\s*\/\/\/[^\n]*\n)*\s*(\w+)/g)].map(([, name]) => `${table}.${name}`);
    });
  });
}

test("every column that the schema calls sealed is named, and no other", () => {
  expect(Object.keys(SEALED).toSorted()).toEqual(findSealedColumns().toSorted());
});

test("a column that is not named has no place, and neither has a row without its whole key", () => {
  expect(() => placeOf("members.name", ["1"])).toThrow("members.name is not named");
  for (const [column, key] of Object.entries(SEALED)) expect(() => placeOf(column, key.slice(1))).toThrow(column);
});
