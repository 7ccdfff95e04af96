import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PEOPLE } from "@/demo/people";

test("the people whom the start names are there, under these names", () => {
  const named = [...readFileSync("scripts/serve.mjs", "utf8").matchAll(/\["(\d{6})", "([^"]+)"/g)];
  const people = new Map(PEOPLE.map((person) => [person.number, person.name]));
  expect(named).toHaveLength(8);
  expect(named.map(([, number = "", name]) => [name, people.get(number)])).toEqual(named.map(([, , name]) => [name, name]));
});
