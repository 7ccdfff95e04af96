/**
 * Queries, kilobytes of JavaScript and requests per second of each page, beside a bare Next page.
 * `DATABASE_URL=… APP_URL=… AUTH_SECRET=… BARE_URL=… npx tsx bench/pages.ts`, against production builds that are running; bench/README.md says how.
 */
import { gzipSync } from "node:zlib";
import { encode } from "next-auth/jwt";
import pg from "pg";

const { APP_URL = "", BARE_URL = "", AUTH_SECRET = "", DATABASE_URL = "" } = process.env;
const COOKIE = "authjs.session-token";
const REQUESTS = 20;
const SECONDS = 4;
const AT_ONCE = 8;

const client = new pg.Client({ connectionString: DATABASE_URL });
await client.connect();
const mentee = await sessionOf("100001");
const mentor = await sessionOf("100002");
const partner = await sessionOf("100008");
const gareth = await one(`SELECT "id" FROM "members" WHERE "number" = '100002'`);
const accepted = await one(
  `SELECT r."id" FROM "relationships" r JOIN "members" m ON m."id" = r."menteeId" WHERE m."number" = '100008'`,
);

const PAGES: [name: string, path: string, session: string][] = [
  ["welcome", "/", ""],
  ["home, mentee", "/", mentee],
  ["home, mentor", "/", mentor],
  ["mentors", "/mentors", mentee],
  ["mentor", `/mentors/${gareth}`, mentee],
  ["send proposal", `/mentors/${gareth}/proposal`, mentee],
  ["relationships", "/relationships", mentor],
  ["relationship", `/relationships/${accepted}`, partner],
  ["details", `/relationships/${accepted}/details`, mentor],
  ["messages", `/relationships/${accepted}/messages`, partner],
  ["meetings", `/relationships/${accepted}/meetings`, partner],
  ["swot", `/relationships/${accepted}/swot`, partner],
  ["new swot", `/relationships/${accepted}/swot/new`, partner],
  ["goals", `/relationships/${accepted}/goals`, partner],
  ["contract", `/relationships/${accepted}/contract`, partner],
  ["cpd", "/cpd", partner],
  ["profile", "/profile", mentor],
  ["notifications", "/notifications", mentor],
  ["account", "/account", mentor],
];

const bare = { bytes: await scriptBytes(BARE_URL, ""), rate: await rateOf(BARE_URL, "") };
const kilo = (bytes: number) => (bytes / 1000).toFixed(1);
console.log(`${"page".padEnd(16)} queries   JS kB (×bare)    requests/s (×bare)`);
console.log(`${"bare".padEnd(16)}       –   ${kilo(bare.bytes)} (1.00)       ${bare.rate.toFixed(0)} (1.00)`);
const queries = await countQueries();
for (const [name, path, session] of PAGES) {
  const url = APP_URL + path;
  const bytes = await scriptBytes(url, session);
  const rate = await rateOf(url, session);
  const ratios = [bytes / bare.bytes, rate / bare.rate].map((ratio) => ratio.toFixed(2));
  console.log(
    `${name.padEnd(16)}       ${queries.get(name)}   ${kilo(bytes)} (${ratios[0]})       ${rate.toFixed(0)} (${ratios[1]})`,
  );
}
await client.end();

async function one(sql: string): Promise<string> {
  return (await client.query<{ id: string }>(sql)).rows[0]?.id ?? "";
}

async function sessionOf(number: string): Promise<string> {
  const { rows } = await client.query(`SELECT "id", "sessionEpoch" FROM "members" WHERE "number" = $1`, [number]);
  const token = { memberId: rows[0].id, epoch: rows[0].sessionEpoch, session: crypto.randomUUID(), signedInAt: Date.now() };
  return `${COOKIE}=${await encode({ token, secret: AUTH_SECRET, salt: COOKIE, maxAge: 3600 })}`;
}

async function load(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie }, redirect: "error" });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

/** Queries of each page: the transactions that the database counted, each query outside one being its own. */
async function countQueries(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let before = await countTransactions();
  for (const [name, path, session] of PAGES) {
    for (let i = 0; i < REQUESTS; i++) await load(APP_URL + path, session);
    const after = await countTransactions();
    counts.set(name, Math.round((after - before) / REQUESTS));
    before = after;
  }
  return counts;
}

/** Backends hand in their counts when they have been idle for ten seconds. */
async function countTransactions(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  const { rows } = await client.query(
    `SELECT xact_commit::integer AS n FROM pg_stat_database WHERE datname = current_database()`,
  );
  return rows[0].n;
}

/** Gzipped size of every script that the page asks for. */
async function scriptBytes(url: string, cookie: string): Promise<number> {
  const html = await load(url, cookie);
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? ""));
  let bytes = 0;
  for (const source of sources) {
    if (html.includes(`src="${source}" noModule`)) continue;
    const script = await (await fetch(new URL(source.replaceAll("&amp;", "&"), url))).arrayBuffer();
    bytes += gzipSync(Buffer.from(script)).length;
  }
  return bytes;
}

async function rateOf(url: string, cookie: string): Promise<number> {
  for (let i = 0; i < REQUESTS; i++) await load(url, cookie);
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const ask = async () => {
    while (performance.now() < end) {
      await load(url, cookie);
      done++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return done / SECONDS;
}
