import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SLUGS } from "@/lib/society/content/document";
import { findProblems } from "@/lib/society/content/problems";
import { transcriptOf } from "@/scripts/videos/captions";
import { FILMS } from "@/scripts/videos/films";
import { FIRST_ARTICLES, readFirstArticles } from "./first-articles";
import { ResourceInput } from "./input";

const articles = await readFirstArticles();

test("there is a file for each article, and an article for each file", () => {
  expect(readdirSync("lib/society/resources/first-articles").sort()).toEqual(
    FIRST_ARTICLES.map(({ name }) => `${name}.md`).sort(),
  );
});

test("there are things for everybody, and for each role", () => {
  expect(articles.filter(({ texts }) => !texts.film).length).toBeGreaterThanOrEqual(8);
  expect(new Set(articles.map(({ texts }) => texts.audience))).toEqual(new Set(["everybody", "mentors", "mentees"]));
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
});

describe.each(articles)("$texts.title", ({ id, texts }) => {
  test("can be saved and published as it is", () => {
    expect(ResourceInput.parse({ ...texts, resourceId: id, base: 0 })).toMatchObject(texts);
    expect(findProblems(texts)).toEqual({});
  });

  test("leads only to pages that are there", () => {
    const links = [...(texts.body ?? "").matchAll(/\]\((\/[^)]*)\)/g)].map(([, href = ""]) => href.slice(1));
    expect(links.filter((page) => ![...SLUGS, "support"].some((known) => known === page))).toEqual([]);
  });

  test.runIf(texts.film === "")("is a short read, in the society's own words", () => {
    const words = texts.body?.split(/\s+/).length ?? 0;
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(500);
    const all = Object.values(texts)
      .join(" ")
      .replace(/\{\{[^}]*\}\}/g, "");
    expect(all.replace(texts.audience ?? "", "").match(/\bment(?:or|ee)s?\b/gi)).toBeNull();
  });
});

test("the film says in words what its captions say", () => {
  const film = FILMS.find(({ name }) => name === "how-it-works");
  const article = articles.find(({ texts }) => texts.film !== "");
  expect(article?.texts.body).toContain(film && transcriptOf(film));
});
