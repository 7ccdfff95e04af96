import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { type RunningProduct, startBuiltProduct } from "@/testing/product";
import { countQueries, type QueryCount } from "@/testing/query-count";
import { people, SESSION_COOKIE, sessionOf } from "../people";

// However much is on a page, it asks the database at most four times: whoever follows links from the first page of anybody meets no
// other, but for these.

const MOST = 4;
const ASKS_MORE: readonly [RegExp, number][] = [
  // Narrowing the list and going on in it are counted, too.
  [/^\/mentors\?/, 5],
  // Mentors to ask next are ranked among everybody, by what the mentee wishes for and by rules.
  [/^\/mentors\/\[id\]\/proposal/, 7],
  // As much of each of two people as a page of their own has.
  [/^\/admin\/matching\/pair\?/, 14],
];
/** Amina, Gareth, Priya, Helen and Nia: a mentee, a mentor, both, an administrator, and a mentee in a programme. */
const WHO = ["100001", "100002", "100003", "100006", "100009"];
const BEGINNINGS = ["/", "/admin", "/account", "/mentors", "/programmes", "/relationships", "/resources", "/profile"];
/** More than there are kinds of pages: each is asked for once. */
const MOST_PAGES = 400;
/** A sweep or a visit that is noted may fall into the time of one; not into that of three. */
const TRIES = 3;

let count: QueryCount;
let product: RunningProduct;

beforeAll(async () => {
  const { AUTH_SECRET, WORDS_KEYS, DATABASE_URL } = env();
  count = await countQueries(DATABASE_URL);
  product = await startBuiltProduct(count.url, { AUTH_SECRET, WORDS_KEYS, LOG_LEVEL: "error" });
});
afterAll(async () => {
  await product?.stop();
  count?.stop();
});

test.each(WHO)("no page that %s comes to asks more than four questions of the database", async (number) => {
  const cookie = await cookieOf(number);
  const seen = new Map<string, number>();
  const toSee = [...BEGINNINGS];
  for (let path = toSee.shift(); path !== undefined && seen.size < MOST_PAGES; path = toSee.shift()) {
    const kind = kindOf(path);
    if (seen.has(kind)) continue;
    seen.set(kind, 0);
    const page = await ask(path, cookie);
    if (!page) continue;
    let { asked } = page;
    for (let i = 1; asked > mostOf(kind) && i < TRIES; i++) asked = Math.min(asked, (await ask(path, cookie))?.asked ?? 0);
    seen.set(kind, asked);
    toSee.push(...page.links);
  }
  expect(seen.size).toBeGreaterThan(10);
  const more = [...seen].filter(([kind, asked]) => asked > mostOf(kind)).map(([kind, asked]) => `${kind} asks ${asked}`);
  expect(more.join("\n")).toBe("");
});

/** Of a session in which Priya, who is both, acts as a mentor. */
async function cookieOf(number: string): Promise<string> {
  const token = await sessionOf(await people.numbered(number));
  const known = await decode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  return `${SESSION_COOKIE}=${token}; connect.role=mentor.${known?.session}`;
}

/** The pages that a page links to, and how many statements it took; null: it is no page. */
async function ask(path: string, cookie: string): Promise<{ links: string[]; asked: number } | null> {
  const before = count.read();
  const answer = await fetch(product.url + path, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  const html = await answer.text();
  const asked = count.read() - before;
  if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("text/html")) return null;
  const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].flatMap(([, href = ""]) => href.replaceAll("&amp;", "&"));
  return { links: links.filter((href) => !/^\/_next|\.\w+$/.test(href)), asked };
}

/** The address without what is different each time. */
function kindOf(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]").replace(/=[^&]*/g, "=");
}

function mostOf(kind: string): number {
  return ASKS_MORE.find(([pattern]) => pattern.test(kind))?.[1] ?? MOST;
}
