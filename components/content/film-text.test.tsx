import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { numberHeadings, parseMarkdown } from "@/lib/society/content/markdown";
import { FilmText } from "./film-text";

const TITLES = ["One", "Two", "Three"];
const BODY = TITLES.map((title) => `## ${title}\n\n![${title}](/videos/${title.toLowerCase()}.mp4)\n\nSaid in ${title}.`).join(
  "\n\n",
);

const show = (asked: string | undefined) =>
  renderToStaticMarkup(<FilmText blocks={numberHeadings(parseMarkdown(BODY))} path="/welcome" asked={asked} />);

test.each([
  [undefined, "One"],
  ["2", "Two"],
  ["3", "Three"],
  ["4", "One"],
])("before any script, ?film=%s shows the film %s, with its words and a link to each", (asked, title) => {
  const html = show(asked);
  expect(html.match(/<video/g)).toHaveLength(1);
  expect(html).toContain(`src="/videos/${title.toLowerCase()}.mp4"`);
  for (const other of TITLES) expect(html.includes(`Said in ${other}.`)).toBe(other === title);
  expect([...html.matchAll(/href="([^"]*)" aria-current="true"/g)].map(([, href]) => href)).toEqual([
    `/welcome?film=${TITLES.indexOf(title) + 1}`,
  ]);
  for (const place of [1, 2, 3]) expect(html).toContain(`href="/welcome?film=${place}"`);
});
