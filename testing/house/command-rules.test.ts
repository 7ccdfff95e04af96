import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findHastyCommands } from "./command-rules";

const read = (path: string) => readFileSync(path, "utf8");

test("every command runs on a fresh clone", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  expect(findHastyCommands(scripts, read)).toEqual([]);
});

test.each([
  ["a package at once", 'import pg from "pg";'],
  ["several names of a package", 'import {\n  one,\n} from "pg";'],
  ["a package for its effects", 'import "tsx";'],
  ["what needs a package", 'import { one } from "./other.mjs";'],
  ["it later, before anything is installed", 'const { one } = await import("./other.mjs");\nawait ensureInstalled();'],
])("a command that imports %s", (_what, text) => {
  const files: Record<string, string> = { "scripts/one.mjs": text, "scripts/other.mjs": 'import pg from "pg";' };
  expect(findHastyCommands({ one: "node scripts/one.mjs" }, (path) => files[path] ?? "")).toEqual(["one"]);
});

test.each([
  ["imports what Node has", 'import { join } from "node:path";'],
  ["imports a package once all are installed", 'await ensureInstalled();\nconst pg = await import("pg");'],
  ["imports a package when it is called", 'async function one() {\n  const pg = await import("pg");\n}'],
])("a command that %s is well", (_what, text) => {
  expect(findHastyCommands({ one: "node scripts/one.mjs" }, () => text)).toEqual([]);
});

test("a command that does not say which file it runs", () => {
  expect(findHastyCommands({ one: "node --import tsx lib/one.ts" }, () => "")).toEqual(["one"]);
});
