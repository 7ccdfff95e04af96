import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { dose } from "@/testing/dose";
import { listDoors } from "../doors";
import { given } from "./given";

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
  `-000001-01-01T00:00:00.000Z_${randomUUID()}`,
  "0000-01-01T00:00:00.000Z_1",
  `${AT}_${"-".repeat(36)}`,
  `${AT}_\0`,
  randomUUID().toUpperCase(),
  "\ud800",
  "__proto__",
];

const QUERIES = [
  ...[...VALUES, "x".repeat(200)].map((value) => NAMES.map((name) => [name, value])),
  // The same name many times, and as if it were a list.
  NAMES.flatMap((name) => [0, 1, 2].map(() => [name, "-1"])),
  NAMES.map((name) => [`${name}[2500000]`, "-1"]),
].map((pairs) => new URLSearchParams(pairs));

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

/** How many pages are asked for at once: one alone would mostly wait. */
const LANES = 4;

/** Each page is asked by a third of the queries, in each run by others. */
const SHARE = dose(3, 1);
const SEED = Number(process.env.FC_SEED);
const queriesOf = (path: string) => QUERIES.filter((_, i) => (PAGES.indexOf(path) + i + SEED) % SHARE === 0);

test("whatever an address asks for, it is no defect", { timeout: 600_000 }, async () => {
  expect(PAGES.length).toBeGreaterThan(40);
  const [stranger, mentor, admin] = [given.stranger(), await given.mentor(), await given.admin()];
  const inLane = async (lane: number) => {
    for (const path of PAGES.filter((_, i) => i % LANES === lane))
      for (const query of queriesOf(path))
        for (const who of path.startsWith("/admin") ? [admin] : [mentor, stranger]) {
          const answer = await who.get(`${path}?${query}`);
          // Read to its end: what breaks later on the way breaks it off.
          await answer.arrayBuffer();
          expect(answer.status, `${path}?${query}`).toBeLessThan(500);
        }
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => inLane(lane)));
});
