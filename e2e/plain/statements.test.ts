import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import * as joining from "@/lib/pairing/joining/commands";
import { reject } from "@/lib/pairing/proposals/commands";
import { readNow } from "@/lib/people/auth/now";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { changeFromOutside } from "@/lib/staff/coordinating/commands";
import { type TestMember, viewerOf } from "@/testing/people";
import { type RunningProduct, startBuiltProduct } from "@/testing/product";
import { openProgramme } from "@/testing/programmes/intake";
import { countQueries, type QueryCount } from "@/testing/query-count";
import { begin, propose } from "../partners";
import { people, SESSION_COOKIE, sessionOf } from "../people";

// A page asks the database at most four times, however much is on it. Some ask more, by a number that stays the same.

const MOST = 4;
const ASKS_MORE: readonly [RegExp, number][] = [
  // Narrowing the list and going on in it are counted, too.
  [/^\/mentors\?/, 5],
  // Mentors to ask next are ranked among everybody, by what the mentee wishes for and by rules.
  [/^\/mentors\/\[id\]\/proposal/, 7],
  // The text that the society has, beside the programme's.
  [/^\/admin\/programmes\/\[id\]\/texts\//, 5],
  // As much of each of two people as a page of their own has.
  [/^\/admin\/matching\/pair\?/, 14],
];
/** A mentee, a mentor, somebody who is both, an administrator, and a mentee in a programme; and a page that is for such people. */
const WHO: readonly [number: string, theirs: string][] = [
  ["100001", "/mentors"],
  ["100002", "/relationships"],
  ["100003", "/relationships"],
  ["100006", "/admin/members"],
  ["100009", "/mentors"],
];
const BEGINNINGS = ["/", "/admin", "/account", "/mentors", "/programmes", "/relationships", "/resources", "/profile"];
/** More than there are kinds of pages. */
const MOST_KINDS = 500;
/** A sweep or a visit that is noted may fall into the time of one, or what one leads to is no page; not of three. */
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

test.each(WHO)("no page that %s comes to asks more", { timeout: 300_000 }, async (number, theirs) => {
  await follow(await people.numbered(number), theirs);
});

test("nor one of a coordinator's", { timeout: 300_000 }, async () => {
  const [staff, coordinator] = [viewerOf(await people.member({ staff: "staff" })), await people.member()];
  const programmeId = await openProgramme(staff, await readNow());
  const wish = { memberId: coordinator.id, programmeId, right: "coordinator" } as const;
  expect((await changeFromOutside(wish, await readNow())).ok).toBe(true);
  await follow(coordinator, "/admin/relationships");
});

test("suggestions of others add two, and a programme in the address one", async () => {
  const [mentee, full, other] = [await people.mentee(), await people.mentor({ capacity: 1 }), await people.mentor()];
  await begin(await people.mentee(), full);
  expect(await leastAsked(`/mentors/${full.id}`, mentee)).toBe(MOST + 2);
  const now = await readNow();
  const programmeId = await openProgramme(viewerOf(await people.member({ staff: "staff" })), now);
  for (const [one, role] of [[mentee, "mentee"] as const, [other, "mentor"] as const])
    expect((await joining.join(viewerOf(one), programmeId, role, now)).ok).toBe(true);
  expect(await leastAsked(`/mentors/${other.id}?programme=${programmeId}`, mentee)).toBe(MOST + 1);
  const id = await propose(mentee, other);
  expect((await reject(viewerOf(other), id, null, DEFAULT_SETTINGS, await readNow())).ok).toBe(true);
  // Home asks twice by itself.
  expect(await leastAsked("/", mentee)).toBe(MOST);
  expect(await leastAsked(`/relationships/${id}/details`, mentee)).toBeLessThanOrEqual(MOST + 2);
});

/** Follows links, one of each kind, until there is none left. */
async function follow(member: TestMember, theirs: string): Promise<void> {
  const cookie = await cookieOf(member);
  const seen = new Map<string, number>();
  const tried = new Map<string, number>();
  const toSee = [...BEGINNINGS];
  for (let path = toSee.shift(); path !== undefined; path = toSee.shift()) {
    const kind = kindOf(path);
    const before = tried.get(kind) ?? 0;
    if (seen.has(kind) || before === TRIES) continue;
    tried.set(kind, before + 1);
    const page = await ask(path, cookie);
    if (!page) continue;
    let { asked } = page;
    for (let i = 1; asked > mostOf(kind) && i < TRIES; i++) asked = Math.min(asked, (await ask(path, cookie))?.asked ?? asked);
    seen.set(kind, asked);
    toSee.push(...page.links);
    expect(seen.size).toBeLessThan(MOST_KINDS);
  }
  const more = [...seen].filter(([kind, asked]) => asked > mostOf(kind)).map(([kind, asked]) => `${kind} asks ${asked}`);
  expect(more.join("\n")).toBe("");
  expect(seen.get(theirs)).toBeGreaterThan(1);
}

async function leastAsked(path: string, member: TestMember): Promise<number> {
  const cookie = await cookieOf(member);
  const asked: number[] = [];
  for (let i = 0; i < TRIES; i++) asked.push((await ask(path, cookie))?.asked ?? Number.NaN);
  return Math.min(...asked);
}

/** Of a session in which whoever is both acts as a mentor. */
async function cookieOf(member: TestMember): Promise<string> {
  const token = await sessionOf(member);
  const known = await decode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
  return `${SESSION_COOKIE}=${token}; connect.role=mentor.${known?.session}`;
}

/** The pages that a page links to, and how many statements it took; null: it is no page, or leads to another. */
async function ask(path: string, cookie: string): Promise<{ links: string[]; asked: number } | null> {
  const before = count.read();
  const answer = await fetch(product.url + path, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  const html = await answer.text();
  const asked = count.read() - before;
  expect(answer.status, path).toBeLessThan(500);
  if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("text/html")) return null;
  const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].flatMap(([, href = ""]) => href.replaceAll("&amp;", "&"));
  return { links: links.filter((href) => !/^\/_next|\.\w+$/.test(href)), asked };
}

/** The address without what is different each time, and with the first word of its query alone: there are hundreds of filters. */
function kindOf(path: string): string {
  const ofMail = path.replace(/^\/admin\/mails\/[^/?]+/, "/admin/mails/[kind]");
  return ofMail
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]")
    .replace(/=.*/, "=")
    .replace(/\/\d+\b/g, "/[number]");
}

function mostOf(kind: string): number {
  return ASKS_MORE.find(([pattern]) => pattern.test(kind))?.[1] ?? MOST;
}
