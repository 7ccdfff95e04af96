/** Each page of a society of ten thousand beside a bare page of the framework: how many a second, with how much. */
import { countQueries } from "@/testing/query-count";
import { serveBare } from "./bare";
import { askInTurn, compare } from "./load";
import { load, measureFiles } from "./page-files";
import { listPages, type Page, prepareWatchers, serveProduct } from "./served-society";
import { fillSociety } from "./society";
import type { Table } from "./table";

const MEMBERS = 10_000;
/** What the framework alone makes of a policy with a nonce, and of a page with 150 elements under one. */
const FRAMEWORK = [
  { name: "bare, under a policy", path: "/policy" },
  { name: "150 elements under one", path: "/policy/markup" },
];
/** Keeps it to the pages with this in their names. */
const PAGES = process.env.BENCH_PAGES ?? "";
/** How often each page is asked for to count its queries. */
const COUNTED = 5;

export async function measure(databaseUrl: string): Promise<Table[]> {
  const now = new Date();
  const watchers = await prepareWatchers(now);
  await fillSociety(databaseUrl, MEMBERS, now);
  const pages = (await listPages(watchers)).filter(({ name }) => name.includes(PAGES));
  const queries = await countAll(databaseUrl, pages);
  const bare = await serveBare(databaseUrl);
  const product = await serveProduct(databaseUrl);
  try {
    const empty = await measureFiles(bare.url, "");
    const rows: Table["rows"] = [];
    let busiest = 0;
    const targets = [
      ...FRAMEWORK.map(({ name, path }) => ({ name, queries: "0", url: bare.url + path, cookie: "", pid: bare.pid })),
      ...pages.map((page) => ({ name: page.name, queries: queries.get(page) ?? "–", ...product.target(page) })),
    ];
    for (const { name, queries, ...target } of targets) {
      const files = await measureFiles(target.url, target.cookie);
      const alike = `${bare.url}/policy/alike?elements=${files.elements}`;
      const bares = [bare.url, alike].map((url) => ({ url, cookie: "", pid: bare.pid }));
      const { loads, asking } = await askInTurn([...bares, target]);
      const [plain, like, ours] = loads;
      if (!plain || !like || !ours) continue;
      busiest = Math.max(busiest, asking);
      console.log(`${name}: ${ours.rate.toFixed(0)} a second, bare ${plain.rate.toFixed(0)}`);
      rows.push([
        name,
        ours.rate.toFixed(0),
        plain.rate.toFixed(0),
        compare(ours.rates, plain.rates).toFixed(2),
        ours.p50.toFixed(1),
        ours.p99.toFixed(1),
        ours.cpu.toFixed(2),
        files.elements,
        like.cpu.toFixed(2),
        compare(ours.cpus, like.cpus).toFixed(2),
        queries,
        kilo(files.scripts),
        (files.scripts / empty.scripts).toFixed(2),
        kilo(files.styles),
      ]);
    }
    const columns = [
      "page",
      "a second",
      "bare",
      "ratio",
      "p50 ms",
      "p99 ms",
      "CPU ms",
      "elements",
      "alike ms",
      "times",
      "queries",
    ];
    return [
      {
        title: `Pages at ${MEMBERS.toLocaleString("en-GB")} members, beside a bare page`,
        columns: [...columns, "JS kB", "of bare's", "CSS kB"],
        rows,
        notes: [
          `Bare and page in turn, a second at a time, eight at once, compressed; ratio: of each pair of seconds, the middle. CPU ms: of the product's process for each request, in the middle second. Alike: a page of the framework with the same policy, one query and as many elements; times: CPU ms divided by its, of each pair of seconds, the middle. The bare page has ${kilo(empty.scripts)} kB of JavaScript. The asking took at most ${Math.round(busiest * 100)} % of a processor. Queries include BEGIN and COMMIT.`,
        ],
      },
    ];
  } finally {
    await product.stop();
    await bare.stop();
  }
}

/** The statements that each page sends, through a product of its own. */
async function countAll(databaseUrl: string, pages: Page[]): Promise<Map<Page, string>> {
  const count = await countQueries(databaseUrl);
  const product = await serveProduct(count.url);
  const counts = new Map<Page, string>();
  try {
    for (const page of pages) {
      const seen = new Set<number>();
      for (let i = -1; i < COUNTED; i++) {
        const before = count.read();
        await load(product.url + page.path, page.cookie);
        // The first time settings and plans are fetched.
        if (i >= 0) seen.add(count.read() - before);
      }
      counts.set(page, [...seen].sort().join(" or "));
    }
  } finally {
    await product.stop();
    count.stop();
  }
  return counts;
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
