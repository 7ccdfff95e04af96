import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isPageOf, JOURNEYS_OF, journeysOf, listJourneys, OF_ALL } from "./affected.mjs";

const journeys = listJourneys();
const folders = new Set(
  ["lib", "app", "components"]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => !/\.\w+$/.test(name)))
    .map((name) => name.split("/").at(-1)),
);

test("the folders and the journeys that are named are there", () => {
  expect(Object.keys(JOURNEYS_OF).filter((folder) => !folders.has(folder))).toEqual([]);
  const named = Object.values(JOURNEYS_OF).flat();
  expect(named.filter((name) => !journeys.includes(name))).toEqual([]);
});

test("every journey is of a concept, or of all", () => {
  const named = new Set([...Object.values(JOURNEYS_OF).flat(), ...OF_ALL]);
  expect(journeys.filter((name) => !named.has(name) && !folders.has(name))).toEqual([]);
  expect(existsSync("e2e")).toBe(true);
});

test("a changed concept is told of by its journeys, a changed journey by itself, and a document by none", () => {
  const all = ["cpd", "goals", "meetings", "messages"];
  expect(journeysOf(["lib/mentoring/goals/decide.ts"], all)).toEqual(["goals"]);
  expect(
    journeysOf(["lib/mentoring/reflections/commands.ts", "app/(member)/relationships/[id]/meetings/page.tsx"], all),
  ).toEqual(["cpd", "meetings"]);
  expect(journeysOf(["lib/pairing/queue/decide.ts"], ["queue", "relationship"])).toEqual(["queue"]);
  expect(journeysOf(["e2e/plain/messages.test.ts"], all)).toEqual(["messages"]);
  expect(journeysOf(["docs/goals/deploy.md", "README.md"], all)).toEqual([]);
});

test("the gallery looks at the pages of a concept, and not at all that lie below another", () => {
  const pages = ["/relationships/[id]", "/relationships/[id]/goals", "/relationships/[id]/goals/new", "/goals-of-old", "/"];
  const shown = (names: string) => pages.filter((route) => isPageOf(route, names, ["goals", "home", "relationship"]));
  expect(shown("goals")).toEqual(["/relationships/[id]/goals", "/relationships/[id]/goals/new"]);
  expect(shown("relationships|relationship")).toEqual(["/relationships/[id]"]);
  expect(shown("waiting|home")).toEqual(["/"]);
  expect(shown("")).toEqual(pages);
});
