import { randomUUID } from "node:crypto";
import { listDoors } from "./doors";
import { expect, people, test } from "./fixtures";

// Every page, asked for with what no link of ours says: an address is no defect, whatever stands in it.

const NAMES = [
  ...["q", "topic", "sector", "region", "language", "method", "year", "form", "meeting", "relationship", "about", "version"],
  ...["after", "before", "done", "refused", "error", "state", "text", "token", "key", "columns", "from", "until", "to", "as"],
  ...[
    "who",
    "programme",
    "actor",
    "fact",
    "kind",
    "reference",
    "category",
    "whose",
    "age",
    "role",
    "status",
    "standing",
    "staff",
    "look",
    "days",
  ],
];
const AT = "2026-11-28T00:00:00.000Z";
const VALUES = [
  "\0",
  `1~\0`,
  "1e400",
  "-1",
  "1.5",
  "9".repeat(30),
  `999999999999999~${"-".repeat(36)}`,
  `${AT}_${"-".repeat(36)}`,
  `${AT}_\0`,
  randomUUID().toUpperCase(),
  "\ud800",
  "__proto__",
];

const PAGES = [...listDoors("(public)", "page.tsx"), ...listDoors("(member)", "page.tsx"), ...listDoors("admin", "page.tsx")]
  // Those without a record of their own; what a record's page asks of its address is the same.
  .map(({ path }) =>
    path
      .replace(/^\/\((public|member)\)/, "")
      .replace("[slug]", "faq")
      .replace("[list]", "topics"),
  )
  .map((path) => path.replace("[report]", "registrations") || "/")
  .filter((path) => !path.includes("["));

test("whatever an address asks for, it is no defect", async ({ as, request }) => {
  expect(PAGES.length).toBeGreaterThan(40);
  const [mentor, admin] = [await as(await people.mentor()), await as(await people.member({ staff: "admin" }))];
  for (const value of [...VALUES, "x".repeat(200)]) {
    const query = new URLSearchParams(NAMES.map((name) => [name, value]));
    const many = new URLSearchParams(NAMES.flatMap((name) => [0, 1, 2].map(() => [name, value.slice(0, 40)])));
    const indexed = new URLSearchParams(NAMES.map((name) => [`${name}[2500000]`, value.slice(0, 40)]));
    for (const path of PAGES)
      for (const who of path.startsWith("/admin") ? [admin.request] : [mentor.request, request])
        for (const asked of value === "-1" ? [query, many, indexed] : [query]) {
          const answer = await who.get(`${path}?${asked}`, { maxRedirects: 0 });
          expect(answer.status(), `${path}?${asked}`).toBeLessThan(500);
        }
  }
});
